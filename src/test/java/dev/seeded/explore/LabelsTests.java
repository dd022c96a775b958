package dev.seeded.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Labels;
import dev.seeded.Seeded;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
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
                .contains("200 runs, none failed")
                .containsPattern(
                        "label 'even': \\d+ of 200 runs: [\\d.]+ % \\(95 % interval: [\\d.]+ % to [\\d.]+ %\\)")
                .contains("label 'always': in all 200 runs: more than 98.5 % of the runs (at 95 % confidence)")
                .contains("label 'never': never in 200 runs: fewer than 1.49 % of the runs (at 95 % confidence)");
    }

    @Test
    void failATestWhoseExpectedLabelWasNeverTrue() {
        Throwable failure = Fixtures.onlyFailure(explored(200, false, NeverTestCase.class));

        assertThat(failure)
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith(
                        "label 'collision' was to be true sometimes: never in 200 runs: fewer than 1.49 % of"
                                + " the runs (at 95 % confidence)");
        assertThat(failure.getSuppressed()[0].getMessage()).contains("-Dseed.runs=200");
    }

    @Test
    void failNothingInASingleRun() {
        Fixtures.withSeed(1).run(NeverTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(1));
        explored(1, false, NeverTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    void countInvocationsAndDynamicTestsOfARunOnce() {
        String written = ErrorOutput.of(() -> explored(20, false, SeveralTestCase.class));

        assertThat(written)
                .contains("label 'second repetition': in all 20 runs")
                .contains("label 'dynamic': in all 20 runs");
    }

    @Test
    void areNotCountedAgainWhereFailuresAreConfirmed() {
        String written = ErrorOutput.of(() -> explored(50, true, FailingTestCase.class));

        assertThat(written).contains("50 runs, ").contains("label 'run': in all 50 runs");
    }

    @Test
    void haveALimitOverAllRuns() {
        assertThat(Fixtures.onlyFailure(explored(300, false, ValuesTestCase.class)))
                .hasMessageContaining("is one too many: a test has at most 100 names");
    }

    @Test
    void belongToNoClass() {
        assertThat(Fixtures.withSeed(1).run(BeforeAllTestCase.class).allEvents().failed().stream()
                        .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                        .flatMap(result -> result.getThrowable().stream()))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("label 'early' belongs to no test"));
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

        @TestFactory
        Stream<DynamicTest> makes(Labels labels) {
            return Stream.of(DynamicTest.dynamicTest("one", () -> labels.add("dynamic", true)));
        }
    }

    @Seeded
    static class FailingTestCase {
        @Test
        void fails(Random random, Labels labels) {
            labels.add("run", true);
            assertThat(random.nextInt(10)).isNotZero();
        }
    }

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
