package dev.seeded.internal.bisect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.bisect.Conclusion.Relation;
import dev.seeded.internal.bisect.Prober.Effect;
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

    private static final List<TestReference> SUITE = IntStream.range(0, CLASSES * TESTS)
            .mapToObj(number -> test(number / TESTS, number % TESTS))
            .toList();

    private static final TestReference TEST = test(CLASSES, 0);

    private final List<List<TestReference>> tried = new ArrayList<>();

    @Test
    void findsOnePolluterWhereverItIs() {
        for (TestReference polluter : SUITE) {
            tried.clear();

            Conclusion finding = find(SUITE, List.of(), failsAfter(polluter));

            assertThat(finding.relation()).isEqualTo(Relation.POLLUTED);
            assertThat(finding.others()).containsExactly(polluter);
            assertThat(finding.alternatives()).isEmpty();
            assertThat(finding.probes()).isEqualTo(tried.size()).isLessThanOrEqualTo(BOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 150, 299})
    void findsTwoPollutersThatAreNeededTogether(int distance) {
        for (int first = 0; first + distance < SUITE.size(); first += 7) {
            tried.clear();
            TestReference one = SUITE.get(first);
            TestReference other = SUITE.get(first + distance);

            Conclusion finding = find(SUITE, List.of(), failsAfter(one, other));

            assertThat(finding.others()).containsExactly(one, other);
            assertThat(finding.probes()).isLessThanOrEqualTo(2 * BOUND);
        }
    }

    @Test
    void saysThatATestIsSkippedAfterTheOthers() {
        Prober prober = before -> before.isEmpty() ? Effect.FAILED_ALIKE : Effect.NOT_RUN;

        Conclusion finding = new Bisection(TEST, SUITE, List.of(), RAN, prober).find(List.of());

        assertThat(finding.relation()).isEqualTo(Relation.UNKNOWN);
        assertThat(finding.text("X")).contains("it fails alone, and is skipped or aborted after the others");
    }

    @Test
    void seesThatAnyTestOfAClassPollutes() {
        Conclusion finding = find(
                SUITE,
                List.of(),
                before -> before.stream().anyMatch(test -> test.className().equals("C12")));

        assertThat(finding.others()).containsExactly(test(12, 0));
        assertThat(finding.alternatives()).containsExactly(test(12, 1));
        assertThat(finding.probes()).isLessThanOrEqualTo(BOUND);
        assertThat(finding.text("X"))
                .isEqualTo("X fails after C12.t0, and also after C12.t1 (so look at what both tests of C12 share,"
                        + " @BeforeAll and static initializers for instance), passes without them (" + tried.size()
                        + " fresh JVMs)");
    }

    @Test
    void findsWhatABrittleTestNeeds() {
        TestReference setter = test(15, 9);
        Conclusion finding = find(SUITE.subList(0, 20), SUITE.subList(20, 300), before -> !before.contains(setter));

        assertThat(finding.relation()).isEqualTo(Relation.BRITTLE);
        assertThat(finding.others()).containsExactly(setter);
        assertThat(finding.probes()).isLessThanOrEqualTo(BOUND);
        assertThat(finding.text("X"))
                .isEqualTo("X fails alone, passes after C15.t9: it needs what that leaves behind (" + tried.size()
                        + " fresh JVMs)");
    }

    /** What is found of one test is tried first on the next. */
    @Test
    void findsAllThatPolluteAlone() {
        TestReference one = test(3, 4);
        TestReference other = test(20, 1);

        Conclusion finding = find(SUITE, List.of(), before -> before.contains(one) || before.contains(other));

        assertThat(finding.text("X"))
                .startsWith("X fails after " + one.title() + ", and also after " + other.title()
                        + ", passes without them (");
    }

    @Test
    void promisesNothingOfOthersThatPolluteTogether() {
        List<TestReference> others = List.of(test(20, 1), test(21, 1));
        TestReference one = test(3, 4);

        Conclusion finding = find(SUITE, List.of(), before -> before.contains(one) || before.containsAll(others));

        assertThat(finding.text("X"))
                .startsWith("X fails after " + one.title() + ", passes alone; other earlier tests also make it fail (");
    }

    @Test
    void findsWhatABrittleTestNeedsOfItsClassThoughAnotherUndoesIt() {
        TestReference needed = test(CLASSES, 1);
        TestReference undoing = test(CLASSES, 2);

        Conclusion finding =
                find(List.of(needed, undoing), SUITE, before -> !before.contains(needed) || before.contains(undoing));

        assertThat(finding.relation()).isEqualTo(Relation.BRITTLE);
        assertThat(finding.others()).containsExactly(needed);
    }

    @Test
    void triesWhatDecidedOverOthersFirst() {
        TestReference polluter = test(7, 3);

        Conclusion finding = new Bisection(TEST, SUITE, List.of(), RAN, prober(failsAfter(polluter)))
                .find(List.of(List.of(test(1, 1)), List.of(polluter)));

        assertThat(finding.others()).containsExactly(polluter);
        assertThat(tried).startsWith(List.of(), List.of(test(1, 1)), List.of(polluter));
        assertThat(finding.probes()).isEqualTo(6);
    }

    /** Together with another it was needed once; here it does alone. */
    @Test
    void takesNoMoreOfWhatIsSuspectedThanNeeded() {
        TestReference polluter = test(7, 3);

        Conclusion finding = new Bisection(TEST, SUITE, List.of(), RAN, prober(failsAfter(polluter)))
                .find(List.of(List.of(test(1, 1), polluter)));

        assertThat(finding.others()).containsExactly(polluter);
    }

    /** A test that comes later in the run cannot be why this one failed. */
    @Test
    void doesNotTrySuspectsThatRanLater() {
        new Bisection(TEST, SUITE.subList(0, 10), SUITE.subList(10, 300), RAN, prober(failsAfter(test(0, 0))))
                .find(List.of(List.of(test(20, 0))));

        assertThat(tried).doesNotContain(List.of(test(20, 0)));
    }

    @Test
    void triesNothingTwiceBeforeItConfirms() {
        find(SUITE, List.of(), failsAfter(test(3, 3), test(21, 1)));

        List<List<TestReference>> once = tried.stream().distinct().toList();
        // What was found, and the test alone.
        assertThat(tried).hasSize(once.size() + 2);
    }

    @Test
    void saysThatATestNeedsNoOther() {
        Conclusion finding = find(SUITE.subList(0, 20), SUITE.subList(20, 300), before -> true);

        assertThat(finding.text("X"))
                .isEqualTo(
                        "X fails alone, and after the other 300 tests that ran in this JVM as well: its failure does not depend on other tests (3 fresh JVMs)");
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
        Conclusion finding = find(SUITE, List.of(), before -> false);

        assertThat(finding.text("X"))
                .isEqualTo("X passes alone, and after the 300 tests that ran before it as well: why it failed cannot be"
                        + " known (2 fresh JVMs)");
    }

    @Test
    void saysThatTheOutcomeChanges() {
        TestReference polluter = test(7, 3);
        // The first time that it runs after the polluter alone, it fails.
        Conclusion finding = find(
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
        Conclusion alone =
                new Bisection(TEST, SUITE, List.of(), RAN, before -> Effect.FAILED_OTHERWISE).find(List.of());
        Conclusion after = new Bisection(
                        TEST,
                        SUITE,
                        List.of(),
                        RAN,
                        before -> before.isEmpty() ? Effect.PASSED : Effect.FAILED_OTHERWISE)
                .find(List.of());
        Conclusion skipped = new Bisection(TEST, SUITE, List.of(), RAN, before -> Effect.NOT_RUN).find(List.of());

        assertThat(alone.text("X"))
                .isEqualTo(
                        "X fails alone, and after the other 300 tests that ran in this JVM as well: its failure does not depend on other tests; alone it fails in another way (2 fresh JVMs)");
        assertThat(after.text("X"))
                .isEqualTo("X cannot be judged; it passes alone, and fails differently after the tests before it (2"
                        + " fresh JVMs)");
        assertThat(skipped.text("X")).isEqualTo("X cannot be judged; alone it is skipped or aborted (1 fresh JVM)");
    }

    @Test
    void returnsTheFewestSoFarWhenTheTimeIsUp() {
        TestReference polluter = test(7, 3);
        Conclusion early = new Bisection(TEST, SUITE, List.of(), RAN, until(1, failsAfter(polluter))).find(List.of());
        tried.clear();
        Conclusion late = new Bisection(TEST, SUITE, List.of(), RAN, until(5, failsAfter(polluter))).find(List.of());

        assertThat(early.text("X")).isEqualTo("X was not examined completely; time (1 fresh JVM)");
        assertThat(early.isReplayable()).isFalse();
        assertThat(late.text("X"))
                .isEqualTo("X fails after " + late.count()
                        + " of the tests before it, passes alone; fewer may be enough; time" + " (5 fresh JVMs)");
        assertThat(late.others()).contains(polluter).hasSizeBetween(10, 150);
    }

    private Conclusion find(
            List<TestReference> before, List<TestReference> later, Predicate<List<TestReference>> fails) {
        return new Bisection(TEST, before, later, RAN, prober(fails)).find(List.of());
    }

    private Prober prober(Predicate<List<TestReference>> fails) {
        return before -> {
            tried.add(List.copyOf(before));
            return fails.test(before) ? Effect.FAILED_ALIKE : Effect.PASSED;
        };
    }

    private Prober until(int runs, Predicate<List<TestReference>> fails) {
        return before -> {
            if (tried.size() == runs) {
                throw new StoppedException("time");
            }
            return prober(fails).probe(before);
        };
    }

    private static Predicate<List<TestReference>> failsAfter(TestReference... polluters) {
        Set<TestReference> needed = Set.of(polluters);
        return before -> before.stream()
                .filter(needed::contains)
                .collect(Collectors.toSet())
                .equals(needed);
    }

    private static TestReference test(int number, int method) {
        String type = "C" + number;
        return new TestReference(
                "[engine:junit-jupiter]/[class:" + type + "]/[method:t" + method + "()]",
                type,
                "t" + method,
                "",
                type + ".t" + method);
    }
}
