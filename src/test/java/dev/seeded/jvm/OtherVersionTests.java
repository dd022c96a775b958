package dev.seeded.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.jvm.OwnFiles;
import dev.seeded.testing.AgentJvm;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent of another version is not called: tests that need it say so, all others run. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OtherVersionTests {

    @ParameterizedTest
    @ValueSource(strings = {"none", "0", "99"})
    void isRefusedInOneSentence(String version) throws Exception {
        String output = new AgentJvm()
                .withAgent(OlderAgent.class, version)
                .run(GlobalFixtures.class, "MethodTestCase")
                .success();

        Path ours = Path.of(OwnFiles.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertThat(output.lines())
                .anyMatch(line -> line.startsWith("off ["))
                .anyMatch(line -> line.startsWith("bare ["))
                .noneMatch(line -> line.startsWith("seeded ["))
                .contains("failed: JVM-wide seeding does not work here: the agent is of another version of Seeded than"
                        + " the tests: start the JVM with -javaagent:" + ours);
    }
}
