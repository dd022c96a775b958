package dev.seeded.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.SeededTest;
import dev.seeded.testing.Counter;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.TestAbortedException;

/** Runs tests many times with seeds of their own, and reports what fails how often. */
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ExploringTests {

    @Test
    void hasNoTestsUnlessThatIsWanted() {
        Fixtures.withSeed(1)
                .with("seed.keepGoing", "false")
                .with("seed.runs", " ")
                .explore(RareTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(0));
    }

    @Test
    void stopsATestAtItsFirstFailingSeedWhichReplaysItAlone() {
        String[] written = new String[1];
        EngineExecutionResults results = explored(written, 2_000, RareTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.started(1).failed(1));
        Throwable failure = Fixtures.onlyFailure(results);
        int runs = Fixtures.logged().get("rare").size();
        assertThat(runs).isBetween(2, 400);
        assertThat(written[0])
                .contains("RareTestCase.failsForOneSeedInTwenty(Random): failed in run " + runs)
                .contains("1 × java.lang.AssertionError: " + failure.getMessage() + " at "
                        + RareTestCase.class.getName() + ".failsForOneSeedInTwenty(ExploringTests.java:");

        Matcher seed = Pattern.compile("ran with seed (\\d+)").matcher(failure.getSuppressed()[0].getMessage());
        assertThat(seed.find()).isTrue();
        assertThat(written[0]).contains("run seed " + seed.group(1));
        Throwable again = Fixtures.onlyFailure(Fixtures.withSeed(seed.group(1)).run(RareTestCase.class));
        assertThat(again).hasMessage(failure.getMessage());
    }

    @Test
    @Tag("slow")
    void goesOnAndCounts() {
        String written = ErrorOutput.of(() -> Fixtures.withSeed(5)
                .with("seed.runs", 2_000)
                .with("seed.keepGoing", true)
                .explore(RareTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(1).failed(1)));

        assertThat(Fixtures.logged().get("rare"))
                .hasSizeBetween(2_000, 2_300)
                .satisfies(drawn -> assertThat(new HashSet<>(drawn)).hasSizeGreaterThan(1_990));
        Matcher line = Pattern.compile(
                        "2,000 runs, (\\d+) failed: ([\\d.]+) % of the seeds \\(95 % interval: ([\\d.]+) % to ([\\d.]+) %\\)")
                .matcher(written);
        assertThat(line.find()).isTrue();
        assertThat(Double.parseDouble(line.group(3))).isLessThan(5);
        assertThat(Double.parseDouble(line.group(4))).isGreaterThan(5);
        assertThat(written).containsPattern("run seeds (\\d+, ){9}\\d+, …");
    }

    /** A pinned seed fails in each run, and the rate is that of the others. */
    @Test
    @Tag("slow")
    @Tag("long")
    void countsNoPinnedSeedInTheRate() {
        String written =
                ErrorOutput.of(() -> exploring(20).with("seed.keepGoing", true).explore(PinnedTestCase.class));

        Matcher lines = Pattern.compile(
                        "failsIfPinned\\(Random\\): 20 runs, no other seed failed: fewer than 13.9 % of all seeds"
                                + " fail \\(at 95 % confidence\\); in 20 runs only a pinned seed failed, which does not count towards the rate\n"
                                + "(?s:.*)failsSometimesToo\\(Random\\): 20 runs, (\\d+) failed: ([\\d.]+) % of the seeds .*;"
                                + " in (\\d+) runs only a pinned seed failed, which does not count towards the rate\n")
                .matcher(written);
        assertThat(lines.find()).as(written).isTrue();
        int failed = Integer.parseInt(lines.group(1));
        assertThat(failed).isBetween(1, 19);
        assertThat(Double.parseDouble(lines.group(2))).isEqualTo(failed * 5.0);
        assertThat(Integer.parseInt(lines.group(3))).isEqualTo(20 - failed);
        assertThat(written)
                .contains(failed + " × java.lang.AssertionError: often at ")
                .contains((20 - failed) + " × java.lang.AssertionError: pinned at ");
    }

    @Test
    void runsATestOnceThatListsAllItsSeeds() {
        assertThat(ErrorOutput.of(() -> exploring(20).explore(ListedTestCase.class)))
                .contains("hasNoOtherSeeds(Random): ran once, as @SeededTest(runs = 0) on ")
                .doesNotContain("%");
        assertThat(ErrorOutput.of(
                        () -> exploring(20).with("seed.pins", "ignore").explore(ListedTestCase.class)))
                .contains("hasNoOtherSeeds(Random): 20 runs, none failed: ");
    }

    @Test
    @Tag("slow")
    void tellsChanceFromSeedsAndState() {
        String written =
                ErrorOutput.of(() -> exploring(100).with("seed.keepGoing", true).explore(ChanceTestCase.class));

        assertThat(written)
                .containsPattern(
                        "failsByChance\\(Random\\): 100 runs, \\d+ failed: [\\d.]+ % of the runs \\(95 % interval: .*\\);"
                                + " with the same seed it passes in a fresh JVM: chance or earlier runs decide, not the seed\n")
                .doesNotContain("keeps state")
                .doesNotContain("run seeds");
    }

    @Test
    void runsEveryKindOfTestWithItsWholeLifecycle() {
        String written = ErrorOutput.of(() -> exploring(3)
                .explore(KindsTestCase.class)
                .testEvents()
                .assertStatistics(
                        stats -> stats.started(7).succeeded(6).aborted(1).skipped(1)));

        // The nested class runs apart, with the lifecycle of the classes around it.
        assertThat(Fixtures.logged().get("before all")).hasSize(6);
        assertThat(Fixtures.logged().get("plain")).hasSize(3).doesNotHaveDuplicates();
        assertThat(Fixtures.logged().get("repeated")).hasSize(6).doesNotHaveDuplicates();
        assertThat(Fixtures.logged().get("parameterized")).hasSize(9).doesNotHaveDuplicates();
        assertThat(Fixtures.logged().get("dynamic")).hasSize(6).doesNotHaveDuplicates();
        assertThat(Fixtures.logged().get("nested")).hasSize(3).doesNotHaveDuplicates();
        // What was given to @BeforeAll may have been kept: all tests of the class run each time.
        assertThat(Fixtures.logged().get("pinned")).hasSize(3);
        assertThat(written)
                .contains("Seeded: 5 tests never failed, in 3 runs each: fewer than 63.2 % of all seeds fail (at 95 %")
                .contains("KindsTestCase.pinned(Random): ran once, as @Seeded(42) on ")
                .contains("KindsTestCase.aborted(): 3 runs, none decided; 3 aborted or skipped");
    }

    @Test
    @EnabledIf("dev.seeded.testing.Fixtures#parameterizedClassesExist")
    void runsTheTestsOfAClassWithParameters() {
        String written = ErrorOutput.of(() -> exploring(3)
                .explore(ClassWithParametersTestCase.class, OuterTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(3).succeeded(3)));

        assertThat(Fixtures.logged("parameter 1")).hasSize(3).doesNotHaveDuplicates();
        assertThat(Fixtures.logged("parameter 2")).hasSize(3).doesNotHaveDuplicates();
        assertThat(Fixtures.logged("inner")).hasSize(6).doesNotHaveDuplicates();
        assertThat(written).contains("Seeded: 3 tests never failed, in 3 runs each: fewer than 63.2 %");
    }

    @Test
    void runsTheTestsOfAClassWithAnInnerClassThatHasNone() {
        ErrorOutput.of(() -> exploring(2)
                .with("seed.locale", "any")
                .explore(InnerClassTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(6).succeeded(6)));
    }

    @Test
    void beginsWithTheRunSeedThatIsGiven() {
        Fixtures.withSeed(11).run(KindsTestCase.class);
        Object first = Fixtures.logged().get("plain").get(0);

        ErrorOutput.of(() -> Fixtures.withSeed(11).with("seed.runs", 2).explore(KindsTestCase.class));
        assertThat(Fixtures.logged().get("plain")).hasSize(2).startsWith(first);
    }

    @Test
    @Tag("slow")
    void countsAClassThatFailsAgainstAllItsTests() {
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        ErrorOutput.of(() -> results[0] = exploring(3).explore(BrokenTestCase.class));

        results[0].testEvents().assertStatistics(stats -> stats.started(2).failed(2));
        assertThat(Fixtures.failures(results[0]))
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessage("broken")
                        .satisfies(broken -> assertThat(broken.getSuppressed()).hasSize(1)));
    }

    @Test
    void seesEveryPlaceWhereATestCanBeSeeded() {
        ErrorOutput.of(() -> exploring(2)
                .explore(
                        PlacesTestCases.OfMethod.class,
                        PlacesTestCases.OfParameter.class,
                        PlacesTestCases.OfField.class,
                        PlacesTestCases.OfConstructor.class,
                        PlacesTestCases.OfStep.class,
                        PlacesTestCases.OfSuperclass.class,
                        PlacesTestCases.OfNothing.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(6).succeeded(6)));

        assertThat(Fixtures.logged().values())
                .hasSize(6)
                .allSatisfy(drawn -> assertThat(drawn).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0", "-3", "10d", "1e3", "99999999999999h", "99999999999"})
    void failsEveryTestWhereItCannotReadHowOften(String runs) {
        EngineExecutionResults results =
                Fixtures.withSeed(1).with("seed.runs", runs).explore(BrokenTestCase.class);

        assertThat(Fixtures.failures(results))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessage("'" + runs
                                + "' (JUnit configuration parameter seed.runs) is not a value of seed.runs;"
                                + " write a number of runs or a time in s, m or h, for example '2000' or '10m'"));
    }

    @Test
    void asksForHowLongToGoOn() {
        EngineExecutionResults results =
                Fixtures.withoutSeed().with("seed.keepGoing", true).explore(RareTestCase.class);

        assertThat(Fixtures.onlyFailure(results))
                .hasMessage("seed.keepGoing=true needs seed.runs (for example 2000 or 10m)");
    }

    @Test
    void failsWithTheRunSeedThatItCannotRead() {
        EngineExecutionResults results =
                Fixtures.withSeed("seven").with("seed.runs", 3).explore(RareTestCase.class);

        assertThat(Fixtures.onlyFailure(results))
                .hasMessageStartingWith("'seven' (JUnit configuration parameter seed)");
    }

    @Test
    @Tag("slow")
    void countsOnlyWhatFailsInAFreshJvm() {
        String written = ErrorOutput.of(() -> Fixtures.withSeed(5)
                .with("seed.runs", 80)
                .with("seed.keepGoing", true)
                .explore(PoisonedTestCase.class));

        Matcher line = Pattern.compile("80 runs, (\\d+) failed: ([\\d.]+) % of the seeds")
                .matcher(written);
        assertThat(line.find()).as(written).isTrue();
        assertThat(Integer.parseInt(line.group(1))).isBetween(2, 20);
        assertThat(written)
                .containsOnlyOnce("Seeded: " + PoisonedTestCase.class.getName()
                        + " keeps state from run to run (for example" + " in the static field poisoned of "
                        + PoisonedTestCase.class.getName() + "): from run");
    }

    @Test
    @Tag("slow")
    @Tag("long")
    void notesTheSeedOfAFailureInAFreshJvm() {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        String written = ErrorOutput.of(() ->
                Fixtures.withSeed(5)
                        .with("seed.runs", 100)
                        .explore(StatefulTestCase.class)
                        .testEvents()
                        .failed()
                        .stream()
                        .forEach(event -> failure.set(event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow())));

        assertThat(written).contains("keeps state from run to run");
        assertThat(failure.get().getSuppressed())
                .singleElement()
                .asString()
                .containsPattern("StatefulTestCase.fails\\(Random\\) ran with seed \\d+");
    }

    /** What it says is of the run whose line it prints: the one that a fresh JVM has confirmed, if there is one. */
    @ParameterizedTest
    @CsvSource({"3, true", "10, false"})
    @Tag("slow")
    @Tag("long")
    void saysThatEarlierRunsDecideOnlyWhereNoFreshJvmConfirmsAFailure(int runs, boolean isSaid) {
        Registry.NAMES.clear();
        AtomicReference<EngineExecutionResults> results = new AtomicReference<>();
        String written = ErrorOutput.of(
                () -> results.set(Fixtures.withSeed(5).with("seed.runs", runs).explore(RegisteringTestCase.class)));

        assertThat(written)
                .contains("; 1 run failed after others but passed in a fresh JVM")
                .doesNotContain("static field");
        assertThat(results.get().allEvents().reportingEntryPublished().stream()
                        .map(event -> event.getRequiredPayload(ReportEntry.class)
                                .getKeyValuePairs()
                                .get("seed verdict"))
                        .filter(Objects::nonNull))
                .isEqualTo(
                        isSaid
                                ? List.of(
                                        "depends on what ran before: an earlier test or run leaves state behind (with the same"
                                                + " seed it passes in a fresh JVM; seed.bisect=true finds what must run before)")
                                : List.of());
    }

    @Test
    void reportsNoSeedThatFailsOnlyAfterOthers() {
        String written = ErrorOutput.of(() -> exploring(30)
                .explore(CountingTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(1).failed(1)));

        assertThat(written)
                .contains(
                        "CountingTestCase.failsTheTenthTime(Random): failed in run 10; with the same seed it passes in a"
                                + " fresh JVM: chance or earlier runs decide, not the seed")
                .doesNotContain("run seed ");
    }

    @Test
    @Tag("slow")
    void promisesNoLineWhereAFailureOfAnotherSeedPassesInAFreshJvm() {
        Throwable failure =
                Fixtures.onlyFailure(exploring(30).with("seed.keepGoing", true).explore(HereTestCase.class));

        assertThat(failure.getSuppressed())
                .singleElement()
                .asString()
                .contains("cannot be promised: it also failed with seeds that pass in a fresh JVM");
    }

    @Test
    @Tag("slow")
    @Tag("long")
    void confirmsAFailureWhereNoTestOfAnotherClassHasLeftSomething() {
        String written = ErrorOutput.of(() -> exploring(30).explore(LeavingAroundTestCase.class));

        assertThat(written)
                .containsPattern(
                        "LeavingAroundTestCase\\.leaves\\(Random\\): failed in run (?!1\n)\\d+\n.*\n    run seed ")
                .contains("InnerTestCase.finds(Random): 30 runs, no seed failed");
    }

    @Test
    void promisesNothingWhereAnotherInvocationFailsInAFreshJvm() {
        CountingAroundTestCase.total = 0;
        String[] written = new String[1];
        EngineExecutionResults results = explored(written, 3, CountingAroundTestCase.class);

        assertThat(Fixtures.onlyFailure(results).getSuppressed())
                .singleElement()
                .asString()
                .contains("InnerTestCase.failsOnce(Random) > repetition 2 of 4 ran with seed 4\n")
                .contains(
                        "  replay  cannot be promised: with the same seed it fails in a different way in a fresh JVM\n");
    }

    @Test
    void selectsTheNestedClassWhoseInvocationsRanAlone() {
        String[] written = new String[1];
        EngineExecutionResults results = explored(written, 1, SharedInstanceTestCase.class);

        assertThat(Fixtures.onlyFailure(results).getSuppressed())
                .singleElement()
                .asString()
                .contains("-Dtest='" + SharedInstanceTestCase.InnerTestCase.class.getName() + "' ");
    }

    @Test
    void confirmsAFailureByWhatItsLineSelects() {
        String written = ErrorOutput.of(() -> exploring(100)
                .explore(LeavingTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(2).failed(1)));

        assertThat(written)
                .containsPattern("LeavingTestCase\\.finds\\(Random\\): failed in run \\d+\n.*\n    run seed ")
                .doesNotContain("in a fresh JVM");
    }

    @Test
    @Tag("slow")
    void confirmsEachFailureApartFromTheOthers() {
        String written = ErrorOutput.of(() -> exploring(1).explore(LeavingForOneAnotherTestCase.class));

        assertThat(written)
                .contains("second(Random): failed in run 1; with the same seed it passes in a fresh JVM")
                .contains("third(Random): failed in run 1; with the same seed it passes in a fresh JVM")
                .doesNotContain("    run seed ");
    }

    @Test
    @Tag("slow")
    void confirmsEachFailureWithoutThePropertiesThatOthersLeft() {
        String written = ErrorOutput.of(() -> exploring(1).explore(LeavingPropertyTestCase.class));

        assertThat(written)
                .contains("second(Random): failed in run 1; with the same seed it passes in a fresh JVM")
                .containsPattern("first\\(Random\\): failed in run 1\n.*\n    run seed ");
    }

    @Test
    @Tag("slow")
    @Tag("long")
    void selectsTheClassWhereItsTestsAreConfirmedTogether(@TempDir Path memory) {
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        ErrorOutput.of(() ->
                results[0] = exploring(1).with("seed.memory", memory).explore(LastSeedsTests.LeavingTestCase.class));

        assertThat(memory.resolve("failed-seeds.jsonl"))
                .content()
                .contains("second(")
                .contains("\"select\":\"class\"");
        assertThat(Fixtures.onlyFailure(results[0]).getSuppressed()[0])
                .hasMessageContaining("\t  reason  needs the tests before it, as its class keeps state from run to run")
                .hasMessageNotContaining("cannot be promised");
    }

    @ParameterizedTest
    @CsvSource({"seed.runs, 1", "seed.check, true"})
    @Tag("slow")
    void selectsAllInvocationsWhereOneNeedsThoseBeforeIt(String setting, String value) {
        LeavingForLaterInvocationsTestCase.Shared.COUNTER.set(0);
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        ErrorOutput.of(() -> results[0] = Fixtures.withSeed(4)
                .with(setting, value)
                .with("seed.command", "again {id} {seed}")
                .explore(LeavingForLaterInvocationsTestCase.class));

        assertThat(Fixtures.onlyFailure(results[0]).getSuppressed()[0])
                .hasMessageContaining(
                        " > repetition 3 of 3 ran with seed 4\n\t  replay  again '[engine:junit-jupiter]/[class:"
                                + LeavingForLaterInvocationsTestCase.class.getName()
                                + "]/[test-template:leaks(java.util.Random)]' 4\n\t  reason  needs the invocations before it, ")
                .hasMessageNotContaining("pin");
    }

    @ParameterizedTest
    @CsvSource({"seed.runs, 1", "seed.check, true", "seed.shrink, true"})
    @Tag("slow")
    void selectsTheClassWhereInvocationsShareAnArgument(String setting, String value) {
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        ErrorOutput.of(() -> results[0] = Fixtures.withSeed(4)
                .with(setting, value)
                .with("seed.command", "again {id} {seed}")
                .explore(SharingAnArgumentTestCase.class));

        assertThat(Fixtures.onlyFailure(results[0]).getSuppressed()[0])
                .hasMessageContaining(
                        "again '[engine:junit-jupiter]/[class:" + SharingAnArgumentTestCase.class.getName() + "]' 4")
                .hasMessageContaining("\n\t  reason  needs the tests before it, as the java.util.ArrayList that its"
                        + " invocations share may keep state from earlier tests");
    }

    @Test
    void saysThatAMistakeIsNoMatterOfTheSeed() {
        String written = ErrorOutput.of(
                () -> exploring(3).with("seed.global", "seed").explore(LastSeedsTests.LeavingTestCase.class));

        assertThat(written)
                .contains(
                        "first(Random): failed in run 1; the failure says what to mend, and the seed has no part in it\n")
                .doesNotContain("fresh JVM");
    }

    @Test
    @Tag("slow")
    @Tag("long")
    void promisesNothingOfStateThatConcurrentTestsShare() {
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        String written = ErrorOutput.of(() -> results[0] = exploring(6)
                .with("seed.keepGoing", true)
                .with("junit.jupiter.execution.parallel.enabled", true)
                .explore(RacingTestCase.class));

        assertThat(written)
                .contains("RacingTestCase keeps state from run to run")
                .doesNotContain("    run seed ")
                .contains("% of the runs")
                .contains("; tests of its class run at the same time, and share what the class keeps");
        assertThat(Fixtures.onlyFailure(results[0]).getSuppressed()[0]).hasMessageContaining("cannot be promised: ");
    }

    @Test
    @Tag("slow")
    void promisesNothingOfStateThatTestsLeaveInRandomOrder() {
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        String written = ErrorOutput.of(() -> results[0] = exploring(2).explore(RandomlyOrderedTestCase.class));

        assertThat(written)
                .contains("RandomlyOrderedTestCase keeps state from run to run")
                .doesNotContain("    run seed ");
        assertThat(results[0].testEvents().failed().list())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getSuppressed()[0])
                        .hasMessageContaining("cannot be promised: "));
    }

    @Test
    void runsTestsInTheRandomOrderOfTheirClass() {
        String random = MethodOrderer.Random.RANDOM_SEED_PROPERTY_NAME;
        Fixtures.withSeed(4).with(random, 5).run(LoggingOrderTestCase.class);
        List<Object> plain = List.copyOf(Fixtures.logged("order"));
        Fixtures.clear();

        ErrorOutput.of(() -> exploring(1).with(random, 5).explore(LoggingOrderTestCase.class));

        assertThat(Fixtures.logged("order")).hasSize(4).isEqualTo(plain);
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.Random.class)
    static class LoggingOrderTestCase {

        @Test
        void one(Random random) {
            Fixtures.log("order", "one");
        }

        @Test
        void two(Random random) {
            Fixtures.log("order", "two");
        }

        @Test
        void three(Random random) {
            Fixtures.log("order", "three");
        }

        @Test
        void four(Random random) {
            Fixtures.log("order", "four");
        }
    }

    @Test
    @Tag("slow")
    void promisesNothingOfATestThatDidNotRunInAFreshJvm() {
        HangsElsewhereTestCase.isHere = true;
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        ErrorOutput.of(
                () -> results[0] = exploring(2).with("seed.timeout", "1s").explore(HangsElsewhereTestCase.class));

        assertThat(results[0].testEvents().failed().list())
                .filteredOn(event -> event.getTestDescriptor().getDisplayName().startsWith("second"))
                .singleElement()
                .satisfies(event -> assertThat(event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getSuppressed()[0])
                        .hasMessageContaining("cannot be promised: it did not run in a fresh JVM"));
    }

    @Test
    @Tag("slow")
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void reportsTheFirstFailureThatNeedsTheClass() {
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        String written;
        try {
            written = ErrorOutput.of(
                    () -> results[0] = exploring(3).with("seed.keepGoing", true).explore(NeedingClassTestCase.class));
        } finally {
            System.clearProperty(NeedingClassTestCase.LEFT);
        }

        assertThat(written)
                .contains("NeedingClassTestCase.second(Random): 3 runs, 3 failed")
                .contains("    run seeds 4, ");
        assertThat(Fixtures.onlyFailure(results[0]).getSuppressed()[0])
                .hasMessageContaining("NeedingClassTestCase.second(Random) ran with seed 4\n")
                .hasMessageContaining("needs the tests before it");
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class NeedingClassTestCase {

        private static final String LEFT = "dev.seeded.explore.left";

        @Test
        void first() {
            System.setProperty(LEFT, "something");
        }

        @Test
        void second(Random random) {
            random.nextInt();
            assertThat(System.getProperty(LEFT)).isNull();
        }
    }

    @Test
    @Tag("slow")
    void promisesNoMessageThatTellsWhatEarlierRunsLeft() {
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        ErrorOutput.of(() -> results[0] = exploring(30).explore(SayingTestCase.class));

        Throwable failure = Fixtures.onlyFailure(results[0]);
        assertThat(failure).hasMessageStartingWith("after ").hasMessageNotContaining("after 1 ");
        assertThat(failure.getSuppressed()[0])
                .hasMessageContaining(
                        "cannot be promised: with the same seed it fails with another message in a fresh JVM\n");
    }

    @Test
    @Tag("slow")
    void promisesNoMessageThatTellsWhatAnExtensionKept() {
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        ErrorOutput.of(() -> results[0] = exploring(2).explore(ExtendedTestCase.class));

        Throwable failure = Fixtures.onlyFailure(results[0]);
        assertThat(failure).hasMessage("after 2");
        assertThat(failure.getSuppressed()[0])
                .hasMessageContaining(
                        "cannot be promised: with the same seed it fails with another message in a fresh JVM\n");
    }

    @Seeded
    @ExtendWith(ExtendedTestCase.Counting.class)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class ExtendedTestCase {

        static final class Counting implements BeforeEachCallback, ParameterResolver {

            private int tests;

            @Override
            public void beforeEach(ExtensionContext context) {
                tests++;
            }

            @Override
            public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
                return parameter.getParameter().getType() == Integer.class;
            }

            @Override
            public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
                return tests;
            }
        }

        @Test
        void first(Random random) {}

        @Test
        void second(Integer tests, Random random) {
            throw new AssertionError("after " + tests);
        }
    }

    @Seeded
    static class SayingTestCase {

        private static int ran;

        @Test
        void failsForOneSeedInFive(Random random) {
            ran++;
            if (random.nextInt(5) == 0) {
                throw new AssertionError("after " + ran + " runs");
            }
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class HangsElsewhereTestCase {

        private static boolean isHere;

        @Test
        void first(Random random) throws Exception {
            if (!isHere) {
                Thread.sleep(5_000);
            }
            throw new AssertionError("first " + random.nextInt());
        }

        @Test
        void second(Random random) {
            throw new AssertionError("second " + random.nextInt());
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.Random.class)
    static class RandomlyOrderedTestCase {

        private static int ran;

        @Test
        void one(Random random) {
            assertThat(++ran).isEqualTo(1);
        }

        @Test
        void other(Random random) {
            assertThat(++ran).isEqualTo(1);
        }
    }

    @Seeded
    static class LeavingForLaterInvocationsTestCase {

        private static final class Shared {
            private static final AtomicInteger COUNTER = new AtomicInteger();
        }

        @RepeatedTest(3)
        void leaks(Random random) {
            assertThat(Shared.COUNTER.incrementAndGet()).isLessThan(3);
        }
    }

    @Seeded
    static class SharingAnArgumentTestCase {

        @ParameterizedTest
        @MethodSource("numbers")
        void grows(List<Integer> numbers, int number, Random random) {
            numbers.add(number);
            assertThat(numbers).hasSizeLessThan(3);
        }

        static Stream<Arguments> numbers() {
            List<Integer> numbers = new ArrayList<>();
            return Stream.of(1, 2, 3).map(number -> Arguments.of(numbers, number));
        }
    }

    private static Fixtures exploring(int runs) {
        return Fixtures.withSeed(4).with("seed.runs", runs);
    }

    private static EngineExecutionResults explored(String[] written, int runs, Class<?> type) {
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        written[0] = ErrorOutput.of(() -> results[0] = exploring(runs).explore(type));
        return results[0];
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class LeavingForOneAnotherTestCase {

        /** What a test class keeps itself would have its tests confirmed together. */
        private static final class Shared {
            private static final Counter COUNTER = new Counter();
        }

        @Test
        @Order(1)
        void first(Random random) {
            Shared.COUNTER.next();
        }

        @Test
        @Order(2)
        void second(Random random) {
            assertThat(Shared.COUNTER.next()).isEqualTo(1);
        }

        @Test
        @Order(3)
        void third(Random random) {
            assertThat(Shared.COUNTER.next()).isEqualTo(1);
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class LeavingPropertyTestCase {

        private static final String NAME = "dev.seeded.left";

        private static final class Shared {
            private static @Nullable Locale locale;
        }

        @Test
        @Order(1)
        void first(Random random) {
            System.setProperty(NAME, "left");
            Shared.locale = Locale.getDefault();
            Locale.setDefault(Locale.forLanguageTag("tlh"));
            assertThat(random.nextInt()).isZero();
        }

        @Test
        @Order(2)
        void second(Random random) {
            String left = System.getProperty(NAME) + Locale.getDefault();
            System.clearProperty(NAME);
            Optional.ofNullable(Shared.locale).ifPresent(Locale::setDefault);
            assertThat(left).startsWith("null").doesNotContain("tlh");
        }
    }

    @Seeded
    @Execution(ExecutionMode.CONCURRENT)
    static class RacingTestCase {

        private static final class Shared {
            private static final Counter COUNTER = new Counter();
        }

        @Test
        void one(Random random) {
            assertThat(Shared.COUNTER.next()).isLessThan(3);
            assertThat(random.nextInt(2)).isNotZero();
        }

        @Test
        void other(Random random) {
            Shared.COUNTER.next();
        }
    }

    @Seeded
    static class InnerClassTestCase {

        class Helper {}

        @Test
        void a(Random random) {}

        @Test
        void b(Random random) {}

        @Test
        void c(Random random) {}

        @Test
        void d(Random random) {}

        @Test
        void e(Random random) {}

        @Test
        void f(Random random) {}
    }

    @Seeded
    static class ListedTestCase {
        @SeededTest(
                seeds = {7, 8},
                runs = 0)
        void hasNoOtherSeeds(Random random) {
            Fixtures.log("listed", random.nextLong());
        }
    }

    @Seeded
    static class PinnedTestCase {
        @SeededTest(seeds = 7)
        void failsIfPinned(Random random) {
            failIfPinned(random);
        }

        @SeededTest(seeds = 7)
        void failsSometimesToo(Random random) {
            failIfPinned(random);
            if (random.nextInt(2) == 0) {
                throw new AssertionError("often");
            }
        }

        private static void failIfPinned(Random random) {
            if (random.nextLong() == new Random(7).nextLong()) {
                throw new AssertionError("pinned");
            }
        }
    }

    @Seeded
    static class ChanceTestCase {

        @Test
        void failsByChance(Random random) {
            random.nextInt();
            if (ThreadLocalRandom.current().nextInt(10) < 4) {
                throw new AssertionError();
            }
        }
    }

    @Seeded
    static class RareTestCase {

        @Test
        void failsForOneSeedInTwenty(Random random) {
            int drawn = random.nextInt(1_000_000);
            Fixtures.log("rare", drawn);
            if (drawn < 50_000) {
                throw new AssertionError("drew " + drawn + ", which is \"" + drawn + "\"");
            }
        }
    }

    @Seeded
    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class ClassWithParametersTestCase {

        private final int parameter;

        ClassWithParametersTestCase(int parameter) {
            this.parameter = parameter;
        }

        @Test
        void draws(Random random) {
            Fixtures.log("parameter " + parameter, random.nextInt());
        }
    }

    static class OuterTestCase {

        @Test
        @Seeded
        void plain(Random random) {}

        @Nested
        @ParameterizedClass
        @ValueSource(ints = {1, 2})
        class InnerTestCase {

            @Parameter
            int parameter;

            @Test
            @Seeded
            void draws(Random random) {
                Fixtures.log("inner", random.nextInt());
            }
        }
    }

    @Seeded
    static class KindsTestCase {

        @BeforeAll
        static void beforeAll(Random random) {
            Fixtures.log("before all", random.nextInt());
        }

        @BeforeEach
        void beforeEach(Random random) {
            Fixtures.log("before each", random.nextInt());
        }

        @Test
        @Tag("slow")
        void plain(Random random) {
            Fixtures.log("plain", random.nextInt());
        }

        @RepeatedTest(2)
        void repeated(Random random) {
            Fixtures.log("repeated", random.nextInt());
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void parameterized(int size, Random random) {
            Fixtures.log("parameterized", size * (long) random.nextInt());
        }

        @TestFactory
        List<DynamicTest> dynamic(Random random) {
            return List.of(
                    DynamicTest.dynamicTest("one", () -> Fixtures.log("dynamic", random.nextInt())),
                    DynamicTest.dynamicTest("two", () -> Fixtures.log("dynamic", random.nextInt())));
        }

        @Test
        @Seeded(42)
        void pinned(Random random) {
            Fixtures.log("pinned", random.nextInt());
        }

        @Test
        void aborted() {
            throw new TestAbortedException("no");
        }

        @Test
        @Disabled("not now")
        void disabled() {}

        @Nested
        class Inner {

            @Test
            void nested(Random random) {
                Fixtures.log("nested", random.nextInt());
            }
        }
    }

    @Seeded
    static class BrokenTestCase {

        @BeforeAll
        static void breaks(Random random) {
            throw new AssertionError("broken");
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    @Seeded
    static class PoisonedTestCase {

        private static boolean poisoned;

        @Test
        void failsForSome(Random random) {
            poisoned |= random.nextInt(20) == 0;
            if (poisoned) {
                throw new AssertionError();
            }
        }
    }

    @Seeded
    static class StatefulTestCase {

        private static int runs;

        @Test
        void fails(Random random) {
            runs++;
            assertThat(runs).isLessThan(4);
            assertThat(random.nextInt(10)).isNotZero();
        }
    }

    /** Keeps names where no field of a test class shows it. */
    private static final class Registry {

        private static final Map<String, Integer> NAMES = new HashMap<>();
    }

    @Seeded
    static class RegisteringTestCase {

        @Test
        void registers(Random random) {
            int drawn = random.nextInt(3);
            assertThat(Registry.NAMES.put("name", drawn)).isNull();
            assertThat(drawn).isNotEqualTo(2);
        }
    }

    @Seeded
    static class HereTestCase {

        @Test
        void failsMoreOftenHere(Random random) {
            boolean isFresh = System.getProperty("sun.java.command", "").startsWith("dev.seeded.internal.secondjvm");
            assertThat(random.nextInt(4)).isGreaterThanOrEqualTo(isFresh ? 2 : 3);
        }
    }

    @Seeded
    static class CountingTestCase {

        private static int runs;

        @Test
        void failsTheTenthTime(Random random) {
            random.nextInt();
            runs++;
            if (runs == 10) {
                throw new AssertionError();
            }
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class LeavingTestCase {

        private static boolean isLeft;

        @Test
        void anyLeaves(Random random) {
            isLeft = random.nextInt(5) == 0;
        }

        @Test
        void finds(Random random) {
            assertThat(isLeft).isFalse();
        }
    }

    @Seeded
    static class LeavingAroundTestCase {

        private static boolean isLeft;

        @Test
        void leaves(Random random) {
            isLeft = true;
            assertThat(random.nextInt(5)).isNotZero();
        }

        @Nested
        class InnerTestCase {

            @Test
            void finds(Random random) {
                assertThat(isLeft).isFalse();
            }
        }
    }

    @Seeded
    static class CountingAroundTestCase {

        private static int total;

        @Test
        void counts(Random random) {
            total++;
        }

        @Nested
        class InnerTestCase {

            @RepeatedTest(4)
            void failsOnce(Random random) {
                total++;
                assertThat(total % 4).isNotEqualTo(1);
            }
        }
    }

    @Seeded
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SharedInstanceTestCase {

        private final Random own;

        SharedInstanceTestCase(Random random) {
            own = random;
        }

        @Test
        void draws() {
            own.nextInt();
        }

        @Nested
        @ParameterizedClass
        @ValueSource(ints = {1, 2})
        class InnerTestCase {

            @Parameter
            int number;

            @Test
            void fails() {
                own.nextInt();
                assertThat(number).isEqualTo(1);
            }
        }
    }

    static class PlacesTestCases {

        static class OfMethod {

            @Test
            @Seeded
            void draws(Random random) {
                Fixtures.log("method", random.nextInt());
            }
        }

        static class OfParameter {

            @Test
            void draws(@Seeded Random random) {
                Fixtures.log("parameter", random.nextInt());
            }
        }

        static class OfField {

            @Seeded
            private Random random;

            @Test
            void draws() {
                Fixtures.log("field", random.nextInt());
            }
        }

        static class OfConstructor {

            private final Random random;

            OfConstructor(@Seeded Random random) {
                this.random = random;
            }

            @Test
            void draws() {
                Fixtures.log("constructor", random.nextInt());
            }
        }

        static class OfStep {

            @BeforeEach
            void draws(@Seeded Random random) {
                Fixtures.log("step", random.nextInt());
            }

            @Test
            void runs() {}
        }

        @Seeded
        interface Around {}

        static class OfSuperclass implements Around {

            @Test
            void draws(Random random) {
                Fixtures.log("superclass", random.nextInt());
            }
        }

        static class OfNothing {

            @Test
            void runs() {}
        }
    }
}
