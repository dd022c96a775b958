package dev.seeded.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Labels;
import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.jvm.agent.Agent;
import dev.seeded.internal.seed.Derivation;
import dev.seeded.internal.seed.Identity;
import dev.seeded.testing.AgentJvm;
import dev.seeded.testing.ChildJvm;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import dev.seeded.testing.FreshJvm;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Explores in several JVMs side by side, and says what one would have said. */
@ResourceLock(Resources.SYSTEM_ERR)
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JobsTests {

    @ParameterizedTest
    @CsvSource({"false, 2", "true, 2", "true, 4"})
    @Tag("long")
    void findWhatOneFinds(boolean keepGoing, int jobs) {
        String one = explored(1, keepGoing, 400, SeveralTestCase.class);

        assertThat(explored(jobs, keepGoing, 400, SeveralTestCase.class)).isEqualTo(one);
        assertThat(one)
                .contains("SeveralTestCase.fails(Random, Labels)")
                .contains("SeveralTestCase.pinned(Random): ran once")
                .contains(keepGoing ? "400 runs" : "failed in run")
                .contains("aborted or skipped");
    }

    @Test
    @Tag("long")
    void shrinkWhatOneShrinks() {
        List<String> one = shrunk(1);

        assertThat(shrunk(2)).isEqualTo(one);
        assertThat(one.get(0)).contains("Expecting actual:\n  99700\nto be less than:\n  99700");
    }

    /** Returns the message and the note of the simplest failure. */
    private static List<String> shrunk(int jobs) {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(5)
                .with("seed.runs", 400)
                .with("seed.shrink", true)
                .with("seed.jobs", jobs)
                .explore(LargeTestCase.class));
        return List.of(failure.toString(), failure.getSuppressed()[0].toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed.global=seed", "seed.unordered=true"})
    @Tag("long")
    void haveTheAgentToo(String setting, @TempDir Path folder) throws Exception {
        List<String> options = List.of(
                "-javaagent:" + AgentJvm.agent(folder, Agent.class.getName()), "-D" + setting, "-Dseed.clock=any");
        Class<?> fixture = setting.equals("seed.unordered=true") ? OrderTestCase.class : AgentTestCase.class;
        List<String> one = withAgent(options, 1, fixture);

        assertThat(withAgent(options, 2, fixture)).isEqualTo(one);
        assertThat(one).anyMatch(line -> line.matches(".*: 200 runs, \\d+ failed: .* of the seeds .*"));
    }

    /** Returns what is said of all runs. */
    private static List<String> withAgent(List<String> options, int jobs, Class<?> fixture) throws Exception {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-Dseed=5", "-Dseed.runs=200", "-Dseed.keepGoing=true", "-Dseed.jobs=" + jobs));
        Process jvm = FreshJvm.start(all, fixture);
        return new String(jvm.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .dropWhile(line -> !line.contains(": 200 runs, "))
                .toList();
    }

    @Test
    @Tag("long")
    void rememberTheSeedsThatOneRemembers(@TempDir Path folder) throws IOException {
        assertThat(remembered(4, folder.resolve("four"), OftenTestCase.class))
                .hasSize(10)
                .isEqualTo(remembered(1, folder.resolve("one"), OftenTestCase.class));
    }

    @Test
    @Tag("long")
    void rememberNoFailureAfterTheFirst(@TempDir Path folder) throws IOException {
        assertThat(remembered(4, false, 400, folder.resolve("four"), LateTestCase.class))
                .hasSize(1)
                .isEqualTo(remembered(1, false, 400, folder.resolve("one"), LateTestCase.class));
    }

    @Test
    @Tag("long")
    void forgetNoFailureThatWasKnownBefore(@TempDir Path folder) throws IOException {
        // So few that the newest do not push the oldest out.
        Set<String> before = remembered(1, true, 215, folder, LateTestCase.class);

        assertThat(remembered(4, false, 215, folder, LateTestCase.class))
                .hasSize(6)
                .isEqualTo(before);
    }

    @Test
    @Tag("long")
    void rememberNoSeedThatPassesInAFreshJvm(@TempDir Path folder) throws IOException {
        assertThat(remembered(2, folder, ElsewhereTestCase.class)).isEmpty();
    }

    private static Set<String> remembered(int jobs, Path folder, Class<?> test) throws IOException {
        return remembered(jobs, true, 400, folder, test);
    }

    private static Set<String> remembered(int jobs, boolean keepGoing, int runs, Path folder, Class<?> test)
            throws IOException {
        Fixtures.withSeed(5)
                .with("seed.runs", runs)
                .with("seed.keepGoing", keepGoing)
                .with("seed.jobs", jobs)
                .with("seed.memory", folder)
                .explore(test);
        Path file = folder.resolve("failed-seeds.jsonl");
        return Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of();
    }

    private static String explored(int jobs, boolean keepGoing, int runs, Class<?>... classes) {
        return explored(5, jobs, keepGoing, runs, classes);
    }

    private static String explored(long seed, int jobs, boolean keepGoing, int runs, Class<?>... classes) {
        String written = ErrorOutput.of(() -> Fixtures.withSeed(seed)
                .with("seed.runs", runs)
                .with("seed.keepGoing", keepGoing)
                .with("seed.jobs", jobs)
                .explore(classes));
        return written.lines()
                // The seed is said once in a JVM.
                .filter(line -> !line.startsWith("Seeded: run seed "))
                .filter(line -> !line.contains(" of " + Counted.number(runs) + " runs, "))
                .collect(Collectors.joining("\n"));
    }

    @Test
    @Tag("long")
    void takeTheRunAgainWithWhichOneEnds() {
        String written = explored(2, false, 1_500, ExitingTestCase.class);

        assertThat(written)
                .contains("Seeded: a JVM that explored " + ExitingTestCase.class.getName()
                        + " has ended: it ended with exit code 3; its runs are repeated in this JVM")
                .contains("endsOtherJvms(Seed): 1,500 runs, none failed: ");
    }

    @Test
    void doNotHideWhatFailsInOneOfThemOnly() {
        String written = explored(2, false, 1_500, ElsewhereTestCase.class);

        assertThat(written)
                .contains("failsInOtherJvms(Seed): failed in run ")
                .contains("; with the same seed it passes in a fresh JVM: chance or earlier runs decide, not the seed")
                .contains("1 × java.lang.IllegalStateException: elsewhere at ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Tag("long")
    void countNothingThatOnlyFailsAfterOtherRuns(int jobs) {
        assertThat(explored(2, jobs, false, 60, CountTestCase.class))
                .contains("CountTestCase keeps state from run to run")
                .contains("exceeds(Random): 60 runs, no seed failed")
                .doesNotContain("run seed");
    }

    @Test
    @Tag("long")
    void countWhatFailsInAFreshJvmIfStateSurvives() {
        String one = explored(1, true, 50, StateTestCase.class);
        String rate = one.substring(one.indexOf("50 runs, "), one.indexOf(" interval: "));
        String seeds = one.substring(one.indexOf("    run seeds "));

        assertThat(explored(2, true, 50, StateTestCase.class))
                .contains("StateTestCase keeps state from run to run")
                .contains(rate)
                .contains(seeds);
    }

    @Test
    void doNotFailForWhatTwoOfThemWantAtOnce() {
        assertThat(explored(2, false, 300, PortTestCase.class))
                .contains("wantsAPort(Seed): 300 runs, none failed: ")
                .doesNotContain("is gone");
    }

    @Test
    void keepTheirTime() {
        ChildJvm.Result result = new ChildJvm()
                .property("seed.runs", "6s")
                .property("seed.jobs", "cores")
                .run(SlowTestCase.class)
                .succeeded();

        assertThat(result.err()).anyMatch(line -> line.matches(".*waits\\(Random\\): [\\d,]+ runs, none failed: .*"));
    }

    @Test
    void areEndedWithTheirRunsThatNobodyWaitsFor() {
        assertThat(explored(2, false, 300, HangingTestCase.class)).contains("failsInRunTen(Seed): failed in run 10\n");
        assertThat(jvms()).isEmpty();
    }

    private static Stream<ProcessHandle> jvms() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive);
    }

    /** The JVM that confirms failures has the agent, those that explore have not. */
    private static boolean isElsewhere() {
        return System.getProperty("sun.java.command", "").startsWith("dev.seeded.internal.secondjvm")
                && ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .noneMatch(option -> option.startsWith("-javaagent"));
    }

    /** Leaves most runs to other JVMs, however late they start. */
    private static void sleep() throws InterruptedException {
        Thread.sleep(isElsewhere() ? 1 : 20);
    }

    /** Returns a number from 0 to {@code bound} - 1 that the seed decides over, without a draw. */
    private static long number(Seed seed, int bound) {
        return Math.floorMod(seed.value(), bound);
    }

    @Seeded
    static class SeveralTestCase {

        @Test
        void fails(Random random, Labels labels) {
            labels.add("even", random.nextInt() % 2 == 0);
            assertThat(random.nextInt(40)).isPositive();
        }

        @Test
        void failsLess(Random random) {
            if (random.nextInt(150) == 0) {
                throw new IllegalStateException("drew 0 of 150");
            }
        }

        @Test
        void isAborted(Random random) {
            Assumptions.assumeTrue(random.nextBoolean());
        }

        @Test
        @Seeded(3)
        void pinned(Random random) {
            assertThat(random.nextInt(10)).isEqualTo(4);
        }
    }

    @Seeded
    static class LargeTestCase {

        @Test
        void failsForLargeNumbers(Random random) throws InterruptedException {
            sleep();
            assertThat(random.nextInt(100_000)).isLessThan(99_700);
        }
    }

    /** Leaves most runs to the other JVMs. */
    private static void takeLongerInFirstJvm() throws InterruptedException {
        boolean isFirst = System.getProperty("sun.java.command", "").startsWith(FreshJvm.class.getName());
        Thread.sleep(isFirst ? 20 : 1);
    }

    @Seeded
    static class AgentTestCase {

        @Test
        void drawsFromTheJvm() throws InterruptedException {
            takeLongerInFirstJvm();
            assertThat(Math.random() < 0.1 && LocalDate.now().getYear() % 2 == 0)
                    .isFalse();
        }
    }

    @Seeded
    static class OrderTestCase {

        @Test
        void doesNotBeginWithThree() throws InterruptedException {
            takeLongerInFirstJvm();
            // Unlike that of Set.of, its natural order is the same in each JVM.
            Set<Integer> numbers = new HashSet<>(List.of(1, 2, 3, 4, 5, 6, 7, 8));
            assertThat(numbers.iterator().next()).isNotEqualTo(3);
        }
    }

    @Seeded
    static class OftenTestCase {

        @Test
        void fails(Random random) throws InterruptedException {
            boolean isFailure = random.nextInt(20) == 0;
            // Whoever is slow finds what comes first after what comes later.
            if (isFailure && random.nextBoolean()) {
                Thread.sleep(400);
            }
            sleep();
            assertThat(isFailure).isFalse();
        }
    }

    @Seeded
    static class LateTestCase {

        @Test
        void failsOftenButNotAtFirst(Seed seed) throws InterruptedException {
            boolean isFirst = seed.equals(seed(200));
            // Others come after it while it is slow.
            Thread.sleep(isFirst ? 600 : isElsewhere() ? 1 : 20);
            boolean isLate =
                    LongStream.range(201, 400).anyMatch(number -> number % 3 == 0 && seed.equals(seed(number)));
            assertThat(isFirst || isLate).isFalse();
        }

        private static Seed seed(long run) {
            return Seed.of(Derivation.testSeed(
                    Derivation.runSeed(5, run),
                    Identity.of("[engine:junit-jupiter]/[class:" + LateTestCase.class.getName()
                            + "]/[method:failsOftenButNotAtFirst(dev.seeded.Seed)]")));
        }
    }

    @Seeded
    static class ExitingTestCase {

        @Test
        void endsOtherJvms(Seed seed) throws InterruptedException {
            sleep();
            if (isElsewhere() && number(seed, 60) == 7) {
                System.exit(3);
            }
        }
    }

    @Seeded
    static class ElsewhereTestCase {

        @Test
        void failsInOtherJvms(Seed seed) throws InterruptedException {
            sleep();
            if (isElsewhere() && number(seed, 20) == 7) {
                throw new IllegalStateException("elsewhere");
            }
        }
    }

    @Seeded
    static class StateTestCase {

        private static boolean isPoisoned;

        @Test
        void poisonsTheOthers(Random random) {
            isPoisoned |= random.nextInt(20) == 0;
            assertThat(isPoisoned).isFalse();
        }
    }

    @Seeded
    static class CountTestCase {

        private static int runs;

        @Test
        void exceeds(Random random) {
            runs++;
            assertThat(runs + random.nextInt(3)).isLessThan(9);
        }
    }

    @Seeded
    static class PortTestCase {

        @Test
        void wantsAPort(Seed seed) throws Exception {
            Thread.sleep(10);
            if (isElsewhere() && number(seed, 20) == 7) {
                throw new BindException("taken");
            }
        }
    }

    @Seeded
    static class SlowTestCase {

        @Test
        void waits(Random random) throws InterruptedException {
            Thread.sleep(random.nextInt(3));
        }
    }

    @Seeded
    static class HangingTestCase {

        private static final String IDENTITY = Identity.of("[engine:junit-jupiter]/[class:"
                + HangingTestCase.class.getName() + "]/[method:failsInRunTen(dev.seeded.Seed)]");

        @Test
        void failsInRunTen(Seed seed) throws InterruptedException {
            Thread.sleep(20);
            assertThat(seed).isNotEqualTo(seed(9));
            if (isElsewhere() && LongStream.range(1, 10).noneMatch(number -> seed.equals(seed(number)))) {
                Thread.sleep(TimeUnit.MINUTES.toMillis(10));
            }
        }

        private static Seed seed(long run) {
            return Seed.of(Derivation.testSeed(Derivation.runSeed(5, run), IDENTITY));
        }
    }
}
