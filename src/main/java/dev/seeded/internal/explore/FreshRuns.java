package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.draws.DrawRecord;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.TestSelection;
import dev.seeded.internal.explore.SecondRuns.Shown;
import dev.seeded.internal.secondjvm.Answer;
import dev.seeded.internal.secondjvm.Question;
import dev.seeded.internal.secondjvm.SecondJvm;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs tests where nothing that failed before can have left something behind: in a JVM without failures so far. */
final class FreshRuns {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SecondJvm jvm;

    private boolean isUnused = true;

    /** The identity of the class whose tests show that what was left means nothing to them; others may see it. */
    private String cleanFor = "";

    private boolean hasFailed;

    FreshRuns(SecondJvm jvm) {
        this.jvm = jvm;
    }

    /** Has the next run in a JVM of its own. */
    void renew() {
        jvm.renew();
        isUnused = true;
        hasFailed = false;
    }

    /** Keeps the JVM after a failure if tests still pass there with a seed that they passed with. */
    void keepIfClean(List<TestExploration> tests, Seed passed) {
        hasFailed = !ask(tests, passed, Map.of(), false)
                .filter(results -> results.values().stream().noneMatch(RunResult::hasFailed))
                .isPresent();
        cleanFor = hasFailed ? "" : classOf(tests);
    }

    /**
     * Runs tests once. Where one fails after others ran in that JVM, it is the result in another that counts.
     *
     * @param settings hold in this run, beside the seed
     * @return empty if no JVM can be had
     */
    Optional<Map<TestExploration, RunResult>> run(
            List<TestExploration> tests, Seed seed, Map<String, String> settings) {
        if (hasFailed) {
            renew();
        }
        boolean wasClean = isUnused || cleanFor.equals(classOf(tests));
        isUnused = false;
        cleanFor = "";
        Optional<Map<TestExploration, RunResult>> results = ask(tests, seed, settings, false);
        hasFailed = results.stream().flatMap(found -> found.values().stream()).anyMatch(RunResult::hasFailed);
        return hasFailed && !wasClean ? run(tests, seed, settings) : results;
    }

    /** Runs tests once as {@link #run} does, in a JVM where nothing else has run. */
    Optional<Map<TestExploration, RunResult>> runAnew(
            List<TestExploration> tests, Seed seed, Map<String, String> settings) {
        renew();
        return run(tests, seed, settings);
    }

    /**
     * Runs tests once with classes of their own, in a JVM where others have run. State may survive there in classes of
     * libraries.
     *
     * @param settings hold in this run, beside the seed
     * @return empty if no JVM can be had
     */
    Optional<Map<TestExploration, RunResult>> runWithOwnClasses(
            List<TestExploration> tests, Seed seed, Map<String, String> settings) {
        return ask(tests, seed, settings, true);
    }

    /** Runs tests twice in one JVM of their own, and compares what they draw with a record; fewer runs if it ends. */
    List<Shown> runTwice(List<TestExploration> tests, Seed seed, DrawRecord record) {
        renew();
        isUnused = false;
        hasFailed = true;
        Question question = new Question(selected(tests), ClassExploration.settings(seed, Map.of()), false, record);
        return Stream.generate(() -> jvm.ask(question, PATIENCE))
                .limit(2)
                .flatMap(Optional::stream)
                .map(answer -> Shown.of(tests, answer))
                .toList();
    }

    /** Returns the result of a test, or of some of its invocations, with classes or a JVM of its own; empty if it has none. */
    Optional<RunResult> run(TestSelection test, Seed seed, boolean ownClasses) {
        return ownClasses
                ? answer(List.of(test), seed, Map.of(), true).flatMap(answer -> answer.result(test.id()))
                : runInOwnJvm(test, seed, Map.of());
    }

    /** Returns the result of a test, or of some of its invocations, in a JVM of its own; empty if none can be had. */
    Optional<RunResult> runInOwnJvm(TestSelection test, Seed seed, Map<String, String> settings) {
        return runInOwnJvm(List.of(test), seed, settings).flatMap(answer -> answer.result(test.id()));
    }

    /** Returns the results of tests in a JVM of their own; empty if none can be had. */
    Optional<Answer> runInOwnJvm(Collection<TestSelection> tests, Seed seed, Map<String, String> settings) {
        renew();
        isUnused = false;
        hasFailed = true;
        return answer(List.copyOf(tests), seed, settings, false);
    }

    private static String classOf(List<TestExploration> tests) {
        return tests.get(0).classIdentity();
    }

    private Optional<Map<TestExploration, RunResult>> ask(
            List<TestExploration> tests, Seed seed, Map<String, String> settings, boolean ownClasses) {
        return answer(selected(tests), seed, settings, ownClasses)
                .map(answer -> Shown.of(tests, answer).results());
    }

    private static List<TestSelection> selected(List<TestExploration> tests) {
        return tests.stream().map(TestExploration::selected).toList();
    }

    private Optional<Answer> answer(
            List<TestSelection> tests, Seed seed, Map<String, String> settings, boolean ownClasses) {
        return jvm.ask(new Question(tests, ClassExploration.settings(seed, settings), ownClasses, null), PATIENCE);
    }
}
