package dev.seeded.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.AgentJvm;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reports name what the user called, and the user's line. */
@Tag("jdk")
class PlacesTests {

    @Test
    void nameWhatTheUserCalled() {
        String main = " at dev.seeded.jvm.Places.lambda$main(Places.java)";
        List<String> lines = new AgentJvm()
                .run(Places.class)
                .success()
                .lines()
                .map(line -> line.replaceAll(":\\d+\\)", ")").replaceAll("lambda\\$main\\$\\w+", "lambda\\$main"))
                .toList();

        assertThat(lines)
                .containsExactly(
                        "java.util.concurrent.ThreadLocalRandom.ints" + main,
                        "java.util.Random.longs" + main,
                        "java.util.Random.doubles" + main,
                        "java.security.SecureRandom.ints" + main,
                        "java.security.SecureRandom.nextLong" + main,
                        "java.util.Random.nextBytes" + main + "; java.util.concurrent.ThreadLocalRandom.nextBytes"
                                + main,
                        "java.util.UUID.randomUUID" + main,
                        "java.lang.Math.random" + main,
                        "java.lang.Math.random at dev.seeded.jvm.Places",
                        "new java.math.BigInteger" + main,
                        "java.util.concurrent.ThreadLocalRandom.nextInt at"
                                + " kotlin.random.AbstractPlatformRandom.nextInt(PlatformRandom.kt), from"
                                + main.substring(3),
                        "",
                        "",
                        "",
                        "java.math.BigInteger.probablePrime" + main,
                        "",
                        "",
                        "java.io.File.lastModified" + main,
                        "java.nio.file.Files.getLastModifiedTime" + main,
                        "java.nio.file.attribute.BasicFileAttributes.creationTime" + main,
                        "");
    }
}
