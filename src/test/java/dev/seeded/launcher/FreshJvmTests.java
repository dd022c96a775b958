package dev.seeded.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.FreshJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a JVM writes to standard error from its start to its end. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class FreshJvmTests {

    private static final String ANNOUNCEMENT = "Seeded: run seed 42 (from system property seed); replay with -Dseed=42";

    @Test
    void writesNothingWithoutASeededTest() throws Exception {
        Process jvm = FreshJvm.start(List.of("-Dseed=42"), UnseededTestCase.class);

        assertThat(written(jvm)).isEmpty();
        assertThat(jvm.waitFor()).isZero();
    }

    @Test
    void writesTheRunSeedFirstAndTheFailuresLast() throws Exception {
        Process jvm = FreshJvm.start(List.of("-Dseed=42"), UnseededTestCase.class, FailingTestCase.class);

        assertThat(written(jvm).lines())
                .containsExactly(
                        ANNOUNCEMENT,
                        "the test's own line",
                        "Seeded: 1 seeded test failed:",
                        "  " + FailingTestCase.class.getName() + ".fails(Random) ran with seed 42",
                        "    replay  -Dseed=42 (as VM options of the run configuration)");
        assertThat(jvm.waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(classes = {HaltingTestCase.class, ExitingTestCase.class})
    void leavesTheRunSeedWhenATestEndsIt(Class<?> fixture) throws Exception {
        Process jvm = FreshJvm.start(List.of("-Dseed=42"), fixture);

        assertThat(written(jvm)).isEqualTo(ANNOUNCEMENT + System.lineSeparator());
        assertThat(jvm.waitFor()).isEqualTo(7);
    }

    @Test
    void leavesTheRunSeedWhenItIsKilled() throws Exception {
        Process jvm = FreshJvm.start(List.of("-Dseed=42"), EndlessTestCase.class);
        try (BufferedReader written = jvm.errorReader(StandardCharsets.UTF_8)) {
            assertThat(written.readLine()).isEqualTo(ANNOUNCEMENT);
            assertThat(jvm.isAlive()).isTrue();
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static String written(Process jvm) throws IOException {
        return new String(jvm.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    static class UnseededTestCase {

        @Test
        void fails() {
            throw new IllegalStateException();
        }

        @Test
        void passes() {}
    }

    @Seeded
    static class FailingTestCase {

        @Test
        void fails(Random random) {
            System.err.println("the test's own line");
            throw new IllegalStateException();
        }
    }

    @Seeded
    static class HaltingTestCase {

        @Test
        void halts() {
            Runtime.getRuntime().halt(7);
        }
    }

    @Seeded
    static class ExitingTestCase {

        @Test
        void exits(Random random) {
            System.exit(7);
        }
    }

    @Seeded
    static class EndlessTestCase {

        @Test
        void waits() throws InterruptedException {
            // Endless as far as the test goes, which reads until this JVM ends.
            new CountDownLatch(1).await(30, TimeUnit.SECONDS);
        }
    }
}
