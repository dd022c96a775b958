package dev.seeded.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.internal.memory.FailedSeeds;
import dev.seeded.internal.memory.RunningSeed;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.FreshJvm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills JVMs that explore, at random moments, and compares what they printed with what is kept. */
@Tag("slow")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its processes take no signals")
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledJvmTests {

    private static final Pattern PRINTED =
            Pattern.compile("(?:run seeds? |not yet confirmed, with run seed )(\\d+(?:, \\d+)*)");

    /** More are killed where the system property says so. */
    private static final int KILLS = Integer.getInteger("kills", 3);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "KILL"})
    @Tag("long")
    void keepWhatHasFailed(String signal) throws Exception {
        Random random = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            Path memory = folder.resolve("memory" + kill);
            Path log = folder.resolve("log" + kill);
            long pause = 600 + random.nextInt(5_000);

            String written = run(signal, pause, memory, log, FailingTestCase.class);

            String left = ErrorOutput.of(() -> RunningSeed.keepLeftOnes(KilledJobsTests.memory(memory)));
            FailedSeeds kept = KilledJobsTests.memory(memory).read();
            String happened = signal + " after " + pause + " ms\n" + written + left + kept;
            assertThat(kept.distinct()).as(happened).containsAll(printed(written));
            // A JVM that ends in order may do so between a failure and its record.
            int unrecorded = signal.equals("KILL") ? 0 : 1;
            if (Files.exists(log) && Files.readAllLines(log).size() > unrecorded) {
                assertThat(kept.distinct()).as(happened).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void leaveNothingIfNothingHasFailedAndTheyEndInOrder(String signal) throws Exception {
        Path memory = folder.resolve("memory");
        String written = run(signal, 2_500, memory, folder.resolve("log"), PassingTestCase.class);

        // Between two runs, none is the running one.
        assertThat(written)
                .containsPattern(
                        "Seeded: interrupted(?: while \\S+\\.passes\\(Random\\) ran with run seed \\d+|; so far:\\R)");
        assertThat(memory).isDirectoryNotContaining("glob:**running*");
    }

    @Test
    void leaveTheSeedThatRanIfTheyDoNotEndInOrder() throws Exception {
        Path memory = folder.resolve("memory");
        run("KILL", 2_500, memory, folder.resolve("log"), PassingTestCase.class);

        assertThat(ErrorOutput.of(() -> RunningSeed.keepLeftOnes(KilledJobsTests.memory(memory))))
                .matches("Seeded: an earlier JVM ended while .*passes\\(Random\\) ran with run seed \\d+, which is kept"
                        + " as if it had failed\\R");
    }

    private String run(String signal, long pause, Path memory, Path log, Class<?> fixture) throws Exception {
        Process jvm = FreshJvm.start(
                List.of("-Dseed.runs=5000", "-Dseed.keepGoing=true", "-Dseed.memory=" + memory, "-Dlog=" + log),
                fixture);
        try {
            Path ready = Path.of(log + ".ready");
            while (jvm.isAlive() && !Files.exists(ready)) {
                Thread.sleep(20);
            }
            Thread.sleep(pause);
            new ProcessBuilder("kill", "-" + signal, Long.toString(jvm.pid()))
                    .start()
                    .waitFor();
            boolean hasEnded = jvm.waitFor(1, TimeUnit.MINUTES);
            // A shell starts what runs in the background with this signal ignored, and all JVMs inherit that.
            assumeTrue(hasEnded || !signal.equals("INT"));
            assertThat(hasEnded).isTrue();
            return new String(jvm.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static List<Seed> printed(String written) {
        List<Seed> seeds = new ArrayList<>();
        for (String line : written.lines().toList()) {
            if (line.startsWith("    run seed") || line.contains("not yet confirmed")) {
                PRINTED.matcher(line)
                        .results()
                        .flatMap(found -> Stream.of(found.group(1).split(", ")))
                        .map(Seed::parse)
                        .forEach(seeds::add);
            }
        }
        return seeds;
    }

    @Seeded
    static class FailingTestCase {

        @Test
        void failsForOneSeedInFive(Random random) throws InterruptedException {
            KilledJobsTests.append(".ready", "");
            Thread.sleep(300);
            if (random.nextInt(5) == 0) {
                KilledJobsTests.append("", "");
                throw new AssertionError("drew 0");
            }
        }
    }

    @Seeded
    static class PassingTestCase {

        @Test
        void passes(Random random) throws InterruptedException {
            KilledJobsTests.append(".ready", "");
            Thread.sleep(100);
        }
    }
}
