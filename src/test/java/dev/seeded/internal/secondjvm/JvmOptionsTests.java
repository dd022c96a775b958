package dev.seeded.internal.secondjvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JvmOptionsTests {

    @Test
    void keepsWhatIsOfUseToASecondJvm() {
        assertThat(JvmOptions.lines(
                        List.of(
                                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=5005",
                                "-javaagent:C:\\Program Files\\jacoco.jar=destfile=jacoco.exec",
                                "-Xmx1g",
                                "-XX:StartFlightRecording:filename=a.jfr",
                                "-XX:AOTMode=record",
                                "-XX:AOTConfiguration=a.aotconf",
                                "-XX:AOTCacheOutput=a.aot",
                                "-Djdk.module.main=com.acme",
                                "-Djdk.module.main.class=com.acme.Main",
                                "-Dquote=\"a\"\nb"),
                        "target/test classes:b.jar",
                        List.of("com.acme.Main", "token")))
                .containsExactly(
                        "\"-javaagent:C:\\\\Program Files\\\\jacoco.jar=destfile=jacoco.exec\"",
                        "\"-Xmx1g\"",
                        "\"-Dquote=\\\"a\\\"\\nb\"",
                        "\"-XX:+DisplayVMOutputToStderr\"",
                        "\"-cp\"",
                        "\"target/test classes:b.jar\"",
                        "\"com.acme.Main\"",
                        "\"token\"");
    }

    @Test
    void letManyShareTheProcessorsUnlessTheUserHasChosen() {
        assertThat(JvmOptions.sideBySide(List.of("-Xmx1g", "-XX:-UseG1GC"), true))
                .containsExactly("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        assertThat(JvmOptions.sideBySide(List.of("-Xmx1g"), false))
                .containsExactly("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseSerialGC");
        assertThat(JvmOptions.sideBySide(List.of("-XX:+UseZGC", "-XX:TieredStopAtLevel=3"), true))
                .containsExactly("-XX:+IgnoreUnrecognizedVMOptions");
        assertThat(JvmOptions.sideBySide(List.of("-Xint", "-XX:+UseG1GC"), true))
                .containsExactly("-XX:+IgnoreUnrecognizedVMOptions");
    }
}
