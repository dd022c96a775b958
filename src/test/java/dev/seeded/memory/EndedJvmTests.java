package dev.seeded.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.ChildJvm;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of the seeds of a JVM that something ended. */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EndedJvmTests {

    @TempDir
    private Path memory;

    @Test
    void keepsTheSeedOfATestThatFailedJustBefore() {
        jvm().run(FailingThenExitingTestCase.class);

        assertThat(memory.resolve("failed-seeds.jsonl")).content().contains("fails(java.util.Random)");
    }

    @Test
    void namesTheSeedThatWasRunning() {
        ChildJvm.Result result = jvm().property("seed.runs", "1000").run(ExitingTestCase.class);

        assertThat(result.err())
                .anyMatch(line ->
                        line.matches("Seeded: interrupted while .*exits\\(Random\\) ran with run seed \\d+; so far:"));
    }

    @Test
    void reportsTheRunsOfATestThatWasInterrupted() {
        Path report = memory.resolve("report.jsonl");
        jvm().property("seed", "5")
                .property("seed.runs", "1000")
                .property("seed.report", report.toString())
                .run(ExitingTestCase.class);

        assertThat(report)
                .content()
                .containsPattern("\\A\\{\"format\":1,\"kind\":\"explored\".*\"runs\":\\d+,.*\\n\\z");
    }

    @Test
    void doesNotSayThatNothingFailedWhereAFailureIsNotYetConfirmed() {
        Path report = memory.resolve("report.jsonl");
        ChildJvm.Result result = jvm().property("seed.runs", "1000")
                .property("seed.report", report.toString())
                .run(ExitingAfterFailureTestCase.class);

        assertThat(result.err())
                .anyMatch(line -> line.matches(
                        "Seeded: interrupted; .*fails\\(Random\\) failed, not yet confirmed, with run seed \\d+"))
                .noneMatch(line -> line.contains("none failed"));
        assertThat(report)
                .content()
                .containsOnlyOnce("\"kind\":")
                .contains("\"kind\":\"failed\"", "the run was interrupted before that was confirmed");
    }

    @Test
    void keepsTheSeedThatWasRunningWhenItWasKilled() {
        jvm().property("seed", "7").property("seed.runs", "1000").run(HaltingTestCase.class);

        ChildJvm.Result result =
                jvm().property("seed", "last").property("halts", "false").run(HaltingTestCase.class);

        assertThat(result.err())
                .anyMatch(
                        line -> line.matches(
                                "Seeded: an earlier JVM ended while .*HaltingTestCase.*ran with run seed \\d+, which is kept as if it had failed"))
                .anyMatch(line -> line.endsWith("halts(Random): the remembered failing seed no longer fails"));
        assertThat(memory).isDirectoryNotContaining("glob:**running*");
    }

    @Test
    @Tag("long")
    void endsARunThatHangs() {
        ChildJvm.Result result = jvm().property("seed.runs", "1000")
                .property("seed.timeout", "1s")
                .run(HangingTestCase.class);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .anyMatch(line -> line.matches(".*sleeps\\(Random\\) ran with seed \\d+"))
                .anyMatch(line ->
                        line.matches(".*TimeoutException: it ran longer than 1 s, the limit that seed.timeout sets at"
                                + " .*HangingTestCase.sleeps\\(EndedJvmTests.java:\\d+\\)"))
                .anyMatch(line -> line.contains("HangingTestCase.spins(EndedJvmTests.java:"));
    }

    private ChildJvm jvm() {
        return new ChildJvm().property("seed.memory", memory.toString());
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class FailingThenExitingTestCase {

        @Test
        @Order(1)
        void fails(Random random) {
            throw new AssertionError();
        }

        @Test
        @Order(2)
        void exits(Random random) {
            System.exit(3);
        }
    }

    @Seeded
    static class ExitingTestCase {

        @Test
        void exits(Random random) {
            if (random.nextInt(10) == 0) {
                System.exit(3);
            }
        }
    }

    @Seeded
    static class ExitingAfterFailureTestCase {

        @Test
        void fails(Random random) throws InterruptedException {
            if (System.getProperty("sun.java.command", "").contains("secondjvm")) {
                // Nothing is confirmed.
                Thread.sleep(60_000);
            }
            if (random.nextInt(10) == 0) {
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> System.exit(3));
                throw new AssertionError();
            }
        }
    }

    @Seeded
    static class HaltingTestCase {

        @Test
        void halts(Random random) {
            if (random.nextInt(10) == 0 && !System.getProperty("halts", "").equals("false")) {
                Runtime.getRuntime().halt(3);
            }
        }
    }

    @Seeded
    static class HangingTestCase {

        @Test
        void sleeps(Random random) throws InterruptedException {
            if (random.nextInt(10) == 0) {
                Thread.sleep(60_000);
            }
        }

        @Test
        void spins(Random random) {
            while (random.nextInt(10) != 0) {
                random.nextInt();
            }
            if (random.nextInt(3) == 0) {
                while (true) {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
