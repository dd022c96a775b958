package dev.seeded.internal.bisect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.bisect.Finding.Kind;
import dev.seeded.internal.bisect.Prober.Outcome;
import dev.seeded.internal.bisect.Prober.StoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried of a failed test among 300 in 30 classes, and what comes of it; without any JVM. */
class BisectionTests {

    private static final int CLASSES = 30;
    private static final int TESTS = 10;

    /** Twice the logarithm of 300, and 6. */
    private static final int BOUND = 22;

    private static final String RAN = "that ran in this JVM";

    private static final List<RanTest> SUITE = IntStream.range(0, CLASSES * TESTS)
            .mapToObj(number -> test(number / TESTS, number % TESTS))
            .toList();

    private final List<List<RanTest>> tried = new ArrayList<>();

    @Test
    void findsOnePolluterWhereverItIs() {
        for (RanTest polluter : SUITE) {
            tried.clear();

            Finding finding = find(SUITE, List.of(), failsAfter(polluter));

            assertThat(finding.kind()).isEqualTo(Kind.POLLUTED);
            assertThat(finding.others()).containsExactly(polluter);
            assertThat(finding.twin()).isEmpty();
            assertThat(finding.probes()).isEqualTo(tried.size()).isLessThanOrEqualTo(BOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 150, 299})
    void findsTwoPollutersThatAreNeededTogether(int distance) {
        for (int first = 0; first + distance < SUITE.size(); first += 7) {
            tried.clear();
            RanTest one = SUITE.get(first);
            RanTest other = SUITE.get(first + distance);

            Finding finding = find(SUITE, List.of(), failsAfter(one, other));

            assertThat(finding.others()).containsExactly(one, other);
            assertThat(finding.probes()).isLessThanOrEqualTo(2 * BOUND);
        }
    }

    @Test
    void saysThatATestIsSkippedAfterTheOthers() {
        Prober prober = before -> before.isEmpty() ? Outcome.FAILED_ALIKE : Outcome.NOT_RUN;

        Finding finding = new Bisection(SUITE, List.of(), RAN, prober).find(List.of());

        assertThat(finding.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(finding.text("X")).contains("it fails alone, and is skipped or aborted after the others");
    }

    @Test
    void seesThatAnyTestOfAClassPollutes() {
        Finding finding = find(
                SUITE,
                List.of(),
                before -> before.stream().anyMatch(test -> test.className().equals("C12")));

        assertThat(finding.others()).containsExactly(test(12, 0));
        assertThat(finding.twin()).contains(test(12, 1));
        assertThat(finding.probes()).isLessThanOrEqualTo(BOUND);
        assertThat(finding.text("X"))
                .isEqualTo("X fails after C12.t0, and as well after C12.t1 (so look at what both tests of C12 share,"
                        + " @BeforeAll and static initializers for instance), passes without (" + tried.size()
                        + " fresh JVMs)");
    }

    @Test
    void findsWhatABrittleTestNeeds() {
        RanTest setter = test(15, 9);
        Finding finding = find(SUITE.subList(0, 20), SUITE.subList(20, 300), before -> !before.contains(setter));

        assertThat(finding.kind()).isEqualTo(Kind.BRITTLE);
        assertThat(finding.others()).containsExactly(setter);
        assertThat(finding.probes()).isLessThanOrEqualTo(BOUND);
        assertThat(finding.text("X"))
                .isEqualTo("X fails alone, passes after C15.t9: it needs what that leaves behind (" + tried.size()
                        + " fresh JVMs)");
    }

    /** What is found of one test is tried first on the next. */
    @Test
    void triesWhatDecidedOverOthersFirst() {
        RanTest polluter = test(7, 3);

        Finding finding = new Bisection(SUITE, List.of(), RAN, prober(failsAfter(polluter)))
                .find(List.of(List.of(test(1, 1)), List.of(polluter)));

        assertThat(finding.others()).containsExactly(polluter);
        assertThat(tried).startsWith(List.of(), List.of(test(1, 1)), List.of(polluter));
        assertThat(finding.probes()).isEqualTo(6);
    }

    /** Together with another it was needed once; here it does alone. */
    @Test
    void takesNoMoreOfWhatIsSuspectedThanNeeded() {
        RanTest polluter = test(7, 3);

        Finding finding = new Bisection(SUITE, List.of(), RAN, prober(failsAfter(polluter)))
                .find(List.of(List.of(test(1, 1), polluter)));

        assertThat(finding.others()).containsExactly(polluter);
    }

    /** A test that comes later in the run cannot be why this one failed. */
    @Test
    void doesNotTrySuspectsThatRanLater() {
        new Bisection(SUITE.subList(0, 10), SUITE.subList(10, 300), RAN, prober(failsAfter(test(0, 0))))
                .find(List.of(List.of(test(20, 0))));

        assertThat(tried).doesNotContain(List.of(test(20, 0)));
    }

    @Test
    void triesNothingTwiceBeforeItConfirms() {
        find(SUITE, List.of(), failsAfter(test(3, 3), test(21, 1)));

        List<List<RanTest>> once = tried.stream().distinct().toList();
        // What was found, and the test alone.
        assertThat(tried).hasSize(once.size() + 2);
    }

    @Test
    void saysThatATestNeedsNoOther() {
        Finding finding = find(SUITE.subList(0, 20), SUITE.subList(20, 300), before -> true);

        assertThat(finding.text("X"))
                .isEqualTo(
                        "X fails alone, and after the other 300 tests that ran in this JVM as well: it needs no other test to"
                                + " fail (2 fresh JVMs)");
        assertThat(finding.isReplayable()).isFalse();
    }

    @Test
    void saysThatNoOtherTestRan() {
        assertThat(find(List.of(), List.of(), before -> true).text("X"))
                .isEqualTo(
                        "X fails alone, and no other test ran in this JVM: run it with others to see whether it needs"
                                + " one to pass (1 fresh JVM)");
        assertThat(find(List.of(), SUITE, before -> false).text("X"))
                .isEqualTo("X passes alone, and no test ran before it in this JVM: why it failed cannot be known (1"
                        + " fresh JVM)");
    }

    @Test
    void saysThatItCannotBeKnownWhereTheFailureDoesNotComeBack() {
        Finding finding = find(SUITE, List.of(), before -> false);

        assertThat(finding.text("X"))
                .isEqualTo("X passes alone, and after the 300 tests that ran before it as well: why it failed cannot be"
                        + " known (2 fresh JVMs)");
    }

    @Test
    void saysThatTheOutcomeChanges() {
        RanTest polluter = test(7, 3);
        // The first time that it runs after the polluter alone, it fails.
        Finding finding = find(
                SUITE,
                List.of(),
                before -> before.contains(polluter)
                        && (before.size() > 1
                                || !tried.subList(0, tried.size() - 1).contains(before)));

        assertThat(finding.text("X"))
                .startsWith("X sometimes fails and sometimes passes after the same tests: no order explains it (");
        assertThat(finding.others()).isEmpty();
    }

    @Test
    void tellsOtherFailuresFromTheOneThatIsLookedAt() {
        Finding alone = new Bisection(SUITE, List.of(), RAN, before -> Outcome.FAILED_OTHERWISE).find(List.of());
        Finding after = new Bisection(
                        SUITE, List.of(), RAN, before -> before.isEmpty() ? Outcome.PASSED : Outcome.FAILED_OTHERWISE)
                .find(List.of());
        Finding skipped = new Bisection(SUITE, List.of(), RAN, before -> Outcome.NOT_RUN).find(List.of());

        assertThat(alone.text("X"))
                .isEqualTo(
                        "X fails alone, and after the other 300 tests that ran in this JVM as well: it needs no other test to"
                                + " fail; alone it fails in another way (2 fresh JVMs)");
        assertThat(after.text("X"))
                .isEqualTo("X cannot be judged; it passes alone, and fails in another way after the tests before it (2"
                        + " fresh JVMs)");
        assertThat(skipped.text("X")).isEqualTo("X cannot be judged; alone it is skipped or aborted (1 fresh JVM)");
    }

    @Test
    void returnsTheFewestSoFarWhenTheTimeIsUp() {
        RanTest polluter = test(7, 3);
        Finding early = new Bisection(SUITE, List.of(), RAN, until(1, failsAfter(polluter))).find(List.of());
        tried.clear();
        Finding late = new Bisection(SUITE, List.of(), RAN, until(5, failsAfter(polluter))).find(List.of());

        assertThat(early.text("X")).isEqualTo("X was not looked at to the end; time (1 fresh JVM)");
        assertThat(early.isReplayable()).isFalse();
        assertThat(late.text("X"))
                .isEqualTo("X fails after " + late.count() + " of the tests before it, passes alone; fewer may do; time"
                        + " (5 fresh JVMs)");
        assertThat(late.others()).contains(polluter).hasSizeBetween(10, 150);
    }

    private Finding find(List<RanTest> before, List<RanTest> later, Predicate<List<RanTest>> fails) {
        return new Bisection(before, later, RAN, prober(fails)).find(List.of());
    }

    private Prober prober(Predicate<List<RanTest>> fails) {
        return before -> {
            tried.add(List.copyOf(before));
            return fails.test(before) ? Outcome.FAILED_ALIKE : Outcome.PASSED;
        };
    }

    private Prober until(int runs, Predicate<List<RanTest>> fails) {
        return before -> {
            if (tried.size() == runs) {
                throw new StoppedException("time");
            }
            return prober(fails).probe(before);
        };
    }

    private static Predicate<List<RanTest>> failsAfter(RanTest... polluters) {
        Set<RanTest> needed = Set.of(polluters);
        return before -> before.stream()
                .filter(needed::contains)
                .collect(Collectors.toSet())
                .equals(needed);
    }

    private static RanTest test(int number, int method) {
        String type = "C" + number;
        return new RanTest(
                "[engine:junit-jupiter]/[class:" + type + "]/[method:t" + method + "()]",
                type,
                "t" + method,
                "",
                type + ".t" + method);
    }
}
