package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.internal.config.GivenSurroundings;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.draws.DrawRecord;
import dev.seeded.internal.draws.DrawRecord.Difference;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.Unordered;
import dev.seeded.internal.secondjvm.Answer;
import dev.seeded.internal.secondjvm.Question;
import dev.seeded.internal.secondjvm.SecondJvm;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runs of a class in a second JVM. Where one differs from the run here, the tests that differ run there again, with
 * this or that as it is here, until it is known what decides.
 */
final class SecondRuns {

    /** So many runs that all differ, and as many that do not, are chance less than one time in a hundred. */
    private static final int ENOUGH = 4;

    private final ClassExploration explored;
    private final Map<TestExploration, RunResult> firsts;
    private final DrawRecord record;
    private final SecondJvm jvm;
    private final Duration patience;
    private final Elsewhere elsewhere;

    /** Whether directories are listed in another order there, which takes the agent. */
    private final boolean ordersFiles;

    /**
     * Creates the runs.
     *
     * @param firsts what became of the tests here
     * @param record what they drew here
     * @param patience how long one run may take
     */
    SecondRuns(
            ClassExploration explored,
            Map<TestExploration, RunResult> firsts,
            DrawRecord record,
            SecondJvm jvm,
            Duration patience) {
        this.explored = explored;
        this.firsts = firsts;
        this.record = record;
        this.jvm = jvm;
        this.patience = patience;
        this.elsewhere = Elsewhere.of(explored.run());
        this.ordersFiles = JvmSeeding.isAgentPresent()
                && explored.run().global().unordered().isEmpty();
    }

    /** What a run has shown: of each test the result, and the first draw of each generator that differs. */
    record Shown(Map<TestExploration, RunResult> results, List<Difference> differences) {

        Optional<Difference> difference(TestExploration test) {
            return differences.stream()
                    .filter(difference -> test.owns(difference.generator()))
                    .findFirst();
        }

        /** Returns whether a test did not do what it did in its first run, which passed. */
        boolean differs(TestExploration test, RunResult first) {
            RunResult found = results.get(test);
            return found != null && Rerun.differ(first, found, difference(test));
        }

        /** Returns what an answer shows of these tests. */
        static Shown of(List<TestExploration> tests, Answer answer) {
            Map<TestExploration, RunResult> results = new LinkedHashMap<>();
            tests.forEach(test -> answer.result(test.id()).ifPresent(result -> results.put(test, result)));
            return new Shown(results, answer.differences());
        }
    }

    /** Runs all tests in the second JVM; empty if none can be had. */
    Optional<Shown> run() {
        return run(explored.tests(), elsewhere);
    }

    /** Finds out why tests that passed here differ in the second JVM; only those are among the keys that do. */
    Map<TestExploration, Cause> causes(Shown shown, List<TestExploration> passed) {
        List<TestExploration> differing =
                passed.stream().filter(test -> differs(test, shown)).toList();
        Map<TestExploration, Cause> causes = new HashMap<>();
        if (differing.isEmpty() || elsewhere.equals(Elsewhere.AS_HERE)) {
            differing.forEach(test -> causes.put(test, ofJvm()));
            return causes;
        }
        Map<TestExploration, Integer> again = count(differing, elsewhere, false);
        Map<TestExploration, Integer> asHere = countAnew(differing, Elsewhere.AS_HERE);
        List<TestExploration> surrounded = differing.stream()
                .filter(test -> isEach(again, test) && asHere.getOrDefault(test, ENOUGH) == 0)
                .toList();
        Map<TestExploration, Integer> inZone =
                surrounded.isEmpty() || elsewhere.there().zone().isEmpty()
                        ? asHere
                        : countAnew(surrounded, elsewhere.inZone());
        for (TestExploration test : differing) {
            boolean isJvm = isEach(again, test) && isEach(asHere, test);
            causes.put(test, isJvm ? ofJvm() : surrounded.contains(test) ? cause(test, inZone) : Cause.UNSEEDED);
        }
        // What these runs have left behind is not for the next class.
        jvm.renew();
        return causes;
    }

    private Cause ofJvm() {
        return ordersFiles ? Cause.JVM_OR_FILES : Cause.JVM;
    }

    /** Decides which of locale and zone it is where all is alike with those of here. */
    private Cause cause(TestExploration test, Map<TestExploration, Integer> inZone) {
        if (isEach(inZone, test)) {
            return elsewhere.zone();
        }
        boolean isNone = inZone.getOrDefault(test, ENOUGH) == 0;
        return isNone && elsewhere.there().locale().isPresent() ? elsewhere.locale() : Cause.UNSEEDED;
    }

    /** Returns whether each run of a test differs. */
    private static boolean isEach(Map<TestExploration, Integer> counts, TestExploration test) {
        return counts.getOrDefault(test, 0) == ENOUGH;
    }

    /**
     * Counts the runs of each test that differ, each in a JVM of its own: state of classes comes from the run that loads them,
     * and an order by identities is the same in all runs of a JVM.
     */
    private Map<TestExploration, Integer> countAnew(List<TestExploration> tests, Elsewhere place) {
        return count(tests, place, true);
    }

    /** Counts the runs of each test that differ; it is in none where no JVM can be had. */
    private Map<TestExploration, Integer> count(List<TestExploration> tests, Elsewhere place, boolean anew) {
        List<TestExploration> needed = explored.around(tests);
        Map<TestExploration, Integer> counts = new HashMap<>();
        for (int number = 0; number < ENOUGH; number++) {
            if (anew) {
                jvm.renew();
            }
            Optional<Shown> shown = run(needed, place);
            if (shown.isEmpty()) {
                return Map.of();
            }
            tests.forEach(test -> counts.merge(test, differs(test, shown.get()) ? 1 : 0, Integer::sum));
        }
        return counts;
    }

    private boolean differs(TestExploration test, Shown shown) {
        return shown.differs(test, requireNonNull(firsts.get(test)));
    }

    private Optional<Shown> run(List<TestExploration> tests, Elsewhere place) {
        Map<String, String> settings =
                ClassExploration.settings(explored.run().seed(), GivenSurroundings.settings(place.there()));
        if (ordersFiles) {
            settings.put(Setting.UNORDERED.property(), Unordered.text(EnumSet.of(Unordered.FILES)));
        }
        Question question =
                new Question(tests.stream().map(TestExploration::selected).toList(), settings, false, record);
        return jvm.ask(question, patience).map(answer -> Shown.of(tests, answer));
    }
}
