package dev.seeded.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seeded.Labels;
import dev.seeded.Seeded;
import dev.seeded.SeededTest;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.labels.CountedLabels;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What tests count with {@link Labels} over the runs of an exploration. */
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LabelsTests {

    @Test
    void haveALineWithTheirShareOfTheRuns() {
        String written = ErrorOutput.of(() ->
                explored(200, false, ShareTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(1)));

        assertThat(written)
                .contains("200 runs, none failed: fewer than 1.49 % of all seeds fail (at 95 % confidence)\n")
                .containsPattern(
                        "label 'even': true in \\d+ of 200 runs: [\\d.]+ % \\(95 % interval: [\\d.]+ % to [\\d.]+ %\\)")
                .contains(
                        "label 'always': true in all 200 runs, so in more than 98.5 % of all runs (at 95 % confidence)")
                .contains(
                        "label 'never': true in none of 200 runs, so in fewer than 1.49 % of all runs (at 95 % confidence)");
    }

    @Test
    void failATestWhoseExpectedLabelWasNeverTrue() {
        String written = ErrorOutput.of(() ->
                explored(200, false, NeverTestCase.class).testEvents().assertStatistics(stats -> stats.failed(1)));
        assertThat(written)
                .contains("200 runs, none failed: ")
                .contains(
                        " (at 95 % confidence); but the test fails, because label 'collision' was never true\n  label 'collision': true in none of 200 runs, so ");

        Throwable failure = Fixtures.onlyFailure(explored(200, false, NeverTestCase.class));
        assertThat(failure)
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith(
                        "label 'collision' should be true in some runs, but was true in none of 200 runs, so in fewer than 1.49 % of all"
                                + " runs (at 95 % confidence)");
        assertThat(failure.getSuppressed()[0].getMessage()).contains("-Dseed.runs=200");
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    void failAgainWhereEachRunChoosesItsZone() {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(5)
                .with("seed.runs", 20)
                .with("seed.zone", "any")
                .explore(NeverTestCase.class));

        assertThat(failure.getSuppressed()[0].getMessage()).contains("-Dseed=5 -Dseed.zone=any -Dseed.runs=20");
    }

    @Test
    void failNothingInASingleRun() {
        Fixtures.withSeed(1).run(NeverTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(1));
        assertThat(ErrorOutput.of(() -> explored(1, false, NeverTestCase.class)
                        .testEvents()
                        .assertStatistics(stats -> stats.succeeded(1))))
                .doesNotContain("label");
    }

    @Test
    @Tag("slow")
    void failNothingWhereRunsAreComparedOrRepeated(@TempDir Path memory) {
        assertThat(ErrorOutput.of(() -> Fixtures.withSeed(5)
                        .with("seed.check", true)
                        .explore(NeverTestCase.class)
                        .testEvents()
                        .assertStatistics(stats -> stats.succeeded(1))))
                .doesNotContain("label");

        Fixtures failing = Fixtures.withSeed(5).with("seed.memory", memory).with("seed.runs", 50);
        assertThat(ErrorOutput.of(() -> failing.explore(FailingOnceTestCase.class)))
                .contains("failed in run ")
                .doesNotContain("label");
        assertThat(ErrorOutput.of(() ->
                        Fixtures.withSeed("last").with("seed.memory", memory).explore(FailingOnceTestCase.class)))
                .contains("the remembered failing seed still fails")
                .doesNotContain("label");
    }

    @Test
    void countInvocationsAndDynamicTestsOfARunOnce() {
        String written = ErrorOutput.of(() -> explored(20, false, SeveralTestCase.class));

        assertThat(written)
                .contains("label 'second repetition': true in all 20 runs")
                .contains("label 'dynamic': true in all 20 runs")
                .contains("label 'large': true in all 20 runs");
    }

    @Test
    @Tag("slow")
    void areNotCountedAgainWhereFailuresAreConfirmedOrShrunk(@TempDir Path memory) {
        String written = ErrorOutput.of(() -> explored(50, true, FailingTestCase.class));

        assertThat(written).contains("50 runs, ").contains("label 'run': true in all 50 runs");
        Fixtures shrinking = Fixtures.withSeed(5)
                .with("seed.memory", memory)
                .with("seed.runs", 50)
                .with("seed.keepGoing", true)
                .with("seed.shrink", "10s");
        assertThat(ErrorOutput.of(() -> assertThat(Fixtures.onlyFailure(shrinking.explore(ShrunkTestCase.class))
                                .getSuppressed()[0])
                        .hasMessageContaining("shrunk to a simpler value in ")))
                .contains("label 'run': true in all 50 runs");
    }

    @Test
    void countTheSameWhereTestsAndThreadsRunAtTheSameTime() {
        String written = ErrorOutput.of(() -> Fixtures.withSeed(5)
                .inParallel()
                .with("seed.runs", 30)
                .explore(ShareTestCase.class, ThreadsTestCase.class));

        assertThat(written)
                .contains("label 'always': true in all 30 runs", "label 'never': true in none of 30 runs")
                .contains(
                        "label '0': true in all 30 runs",
                        "label '3': true in all 30 runs",
                        "label 'none': true in none of 30 runs");
        assertThat(ErrorOutput.of(() -> explored(30, false, ShareTestCase.class))
                        .lines())
                .filteredOn(line -> line.contains("label"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(written).contains(line));
    }

    /** Of the invocations with a seed of their own, one of which is aborted. */
    @Test
    void areThoseOfASampleOfSeeds() {
        String written = ErrorOutput.of(() -> explored(20, false, PinnedTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2).failed(2)));

        assertThat(written)
                .contains("label 'pinned': true in none of 20 runs")
                .contains("label 'aborted': true in none of 20 runs")
                .doesNotContain("label 'always'");
    }

    @Test
    void haveNoLineAfterASingleRun() {
        assertThat(ErrorOutput.of(() -> explored(1, false, ShareTestCase.class)))
                .contains("Seeded: ")
                .doesNotContain("label");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "no\u00A0break", "two\nlines", "\u202Eleft", "\u2003"})
    void refuseANameThatOneCannotRead(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CountedLabels().add(name, true))
                .withMessage(
                        "label " + Printable.quote(name) + " of " + name.length() + " characters: a name is one line"
                                + " of 1 to 100 visible characters, with plain spaces only");
    }

    @Test
    void refuseALongName() {
        CountedLabels labels = new CountedLabels();
        labels.add("é 漢字 😀".repeat(10) + "x".repeat(20), true);
        assertThatIllegalArgumentException().isThrownBy(() -> labels.sometimes("x".repeat(101), true));
        assertThatNullPointerException()
                .isThrownBy(() -> labels.sometimes(null, true))
                .withMessage("name");
    }

    @Test
    void belongToNoTestThatIsOver() {
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(1).run(KeptTestCase.class)))
                .hasMessage("label 'kept' is added outside of a running test: take Labels as a parameter of the test,"
                        + " @BeforeEach or @AfterEach, and add it there");
    }

    @Test
    void haveALimitOverAllRuns() {
        assertThat(Fixtures.onlyFailure(explored(300, false, ValuesTestCase.class)))
                .hasMessageContaining("is one too many: a test has at most 100 names")
                // The ConsoleLauncher shows no note without a stack above it.
                .satisfies(failure -> assertThat(failure.getStackTrace()).hasSize(1));
        assertThat(ErrorOutput.of(() -> explored(300, false, ValuesTestCase.class)))
                .contains("300 runs, none failed: ", "; but the test fails, because it has too many labels\n");
    }

    @Test
    void belongToNoClass() {
        assertThat(Fixtures.withSeed(1).run(BeforeAllTestCase.class).allEvents().failed().stream()
                        .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                        .flatMap(result -> result.getThrowable().stream()))
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).hasMessageContaining("label 'early' is added outside of a running test"));
    }

    private static EngineExecutionResults explored(int runs, boolean keepGoing, Class<?> testClass) {
        return Fixtures.withSeed(5)
                .with("seed.runs", runs)
                .with("seed.keepGoing", keepGoing)
                .explore(testClass);
    }

    @Seeded
    static class ShareTestCase {
        @Test
        void counts(Random random, Labels labels) {
            labels.add("even", random.nextInt() % 2 == 0);
            labels.add("always", true);
            labels.add("always", false);
            labels.add("never", false);
        }
    }

    @Seeded
    static class NeverTestCase {
        @Test
        void expects(Labels labels) {
            labels.sometimes("collision", false);
        }
    }

    @Seeded
    static class SeveralTestCase {
        @RepeatedTest(2)
        void repeats(Labels labels, RepetitionInfo info) {
            labels.add("second repetition", info.getCurrentRepetition() == 2);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void takes(int number, Labels labels) {
            labels.add("large", number > 2);
        }

        @TestFactory
        Stream<DynamicTest> makes(Labels labels) {
            return Stream.of(DynamicTest.dynamicTest("one", () -> labels.add("dynamic", true)));
        }
    }

    @Seeded
    static class ThreadsTestCase {
        @Test
        void adds(Labels labels) {
            IntStream.range(0, 4).parallel().forEach(number -> {
                labels.add("" + number, true);
                labels.add("none", false);
            });
        }
    }

    @Seeded
    static class PinnedTestCase {
        @SeededTest(seeds = 7)
        void isPinnedFirst(Random random, Labels labels) {
            labels.sometimes("pinned", random.nextLong() == new Random(7).nextLong());
        }

        @SeededTest(
                seeds = {7, 8},
                runs = 0)
        void isPinned(Labels labels) {
            labels.sometimes("always", false);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void isAborted(int number, Labels labels) {
            labels.sometimes("aborted", number == 2);
            assumeTrue(number == 1);
        }

        @Test
        void passes() {}
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class KeptTestCase {
        private static Labels kept;

        @Test
        void first(Labels labels) {
            kept = labels;
            kept.add("kept", true);
        }

        @Test
        void second() {
            kept.add("kept", true);
        }
    }

    @Seeded
    static class FailingTestCase {
        @Test
        void fails(Random random, Labels labels) {
            labels.add("run", true);
            assertThat(random.nextInt(100)).isLessThan(90);
        }
    }

    static class FailingOnceTestCase extends FailingTestCase {}

    static class ShrunkTestCase extends FailingTestCase {}

    @Seeded
    static class ValuesTestCase {
        @Test
        void countsValues(Random random, Labels labels) {
            labels.add("value " + random.nextInt(), true);
        }
    }

    @Seeded
    static class BeforeAllTestCase {
        @BeforeAll
        static void prepare(Labels labels) {
            labels.add("early", true);
        }

        @Test
        void passes() {}
    }
}
