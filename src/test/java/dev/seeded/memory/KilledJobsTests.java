package dev.seeded.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.memory.Memory;
import dev.seeded.internal.memory.RunningSeed;
import dev.seeded.internal.seed.Derivation;
import dev.seeded.internal.seed.Identity;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.FreshJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Kills JVMs that explore side by side, at random moments: first some that were started, then the one that started them. */
@Tag("slow")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its processes take no signals")
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class KilledJobsTests {

    /** More are killed where the system property says so. */
    private static final int KILLS = Integer.getInteger("kills", 8);

    private static final int KILLS_OF_ONE_EXPLORATION = 4;

    /** What is kept of a test. */
    private static final int KEPT = 10;

    private final Random random = new Random();
    private final Set<ProcessHandle> seen = new HashSet<>();

    @TempDir
    private Path folder;

    @Test
    void keepWhatHasFailedAndLeaveNoProcess() throws Exception {
        for (int kill = 0; kill < KILLS; kill += KILLS_OF_ONE_EXPLORATION) {
            Path memory = folder.resolve("memory" + kill);
            Path log = folder.resolve("log" + kill);

            String written = explore(memory, log);

            for (ProcessHandle process : seen) {
                process.onExit().get(30, TimeUnit.SECONDS);
            }
            assertThat(seen).isNotEmpty().noneMatch(ProcessHandle::isAlive);
            String left = ErrorOutput.of(() -> RunningSeed.keepLeftOnes(memory(memory)));
            List<Seed> kept = memory(memory).read().distinct();
            Set<String> failed = Files.exists(log) ? Set.copyOf(Files.readAllLines(log)) : Set.of();
            System.out.println(written.lines()
                            .filter(line -> line.contains(" has ended: "))
                            .count() + " of "
                    + seen.size() + " JVMs ended one by one; " + failed.size() + " seeds failed, " + kept.size()
                    + " are kept");
            if (failed.size() <= KEPT) {
                assertThat(kept.stream().map(KilledJobsTests::testSeed).collect(Collectors.toSet()))
                        .as(written + left + kept)
                        .containsAll(failed);
            }
            seen.clear();
        }
    }

    private String explore(Path memory, Path log) throws Exception {
        Process jvm = FreshJvm.start(
                List.of(
                        "-Dseed.runs=100000",
                        "-Dseed.keepGoing=true",
                        "-Dseed.jobs=3",
                        "-Dseed.memory=" + memory,
                        "-Dlog=" + log),
                FailingTestCase.class);
        try {
            Path ready = Path.of(log + ".ready");
            while (jvm.isAlive() && !Files.exists(ready)) {
                Thread.sleep(20);
            }
            for (int kill = 1; kill < KILLS_OF_ONE_EXPLORATION; kill++) {
                Thread.sleep(300 + random.nextInt(2_500));
                List<ProcessHandle> others = jvm.descendants().toList();
                seen.addAll(others);
                if (!others.isEmpty()) {
                    signal("KILL", others.get(random.nextInt(others.size())).pid());
                }
            }
            Thread.sleep(300 + random.nextInt(2_500));
            jvm.descendants().forEach(seen::add);
            signal(List.of("KILL", "TERM").get(random.nextInt(2)), jvm.pid());
            assertThat(jvm.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return new String(jvm.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor();
    }

    private static String testSeed(Seed runSeed) {
        return Long.toString(Derivation.testSeed(
                runSeed.value(),
                Identity.of("[engine:junit-jupiter]/[class:" + FailingTestCase.class.getName()
                        + "]/[method:failsSometimes(dev.seeded.Seed)]")));
    }

    /** Returns the memory in a folder. */
    static Memory memory(Path folder) {
        return Memory.of(new Settings(name -> folder.toString(), name -> null, name -> null));
    }

    /** Appends a line to the log of this JVM, or to a file beside it. */
    static void append(String suffix, String line) {
        try {
            Files.writeString(
                    Path.of(System.getProperty("log", "") + suffix),
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Seeded
    static class FailingTestCase {

        @Test
        void failsSometimes(Seed seed) throws InterruptedException {
            append(".ready", "");
            Thread.sleep(5);
            if (Math.floorMod(seed.value(), 300) == 0) {
                append("", seed.toString());
                throw new AssertionError("for one seed in 300");
            }
        }
    }
}
