package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.internal.console.ProgressLine;
import dev.seeded.internal.draws.Draw;
import dev.seeded.internal.draws.DrawRecord;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.explore.SecondRuns.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two runs of a class in one fresh JVM, which show whether a test that passed here and then differed does so again. */
final class RepeatedRuns {

    private final ClassExploration explored;
    private final Map<TestExploration, RunResult> firsts;
    private final DrawRecord record;
    private final Optional<FreshRuns> freshRuns;
    private @Nullable List<Shown> runs;

    /**
     * Creates the runs, which begin when they are needed.
     *
     * @param firsts what became of the tests here
     * @param record what they drew here
     * @param freshRuns has the fresh JVM; empty where none is wanted
     */
    RepeatedRuns(
            ClassExploration explored,
            Map<TestExploration, RunResult> firsts,
            DrawRecord record,
            Optional<FreshRuns> freshRuns) {
        this.explored = explored;
        this.firsts = firsts;
        this.record = record;
        this.freshRuns = freshRuns;
    }

    /**
     * Finds out whether a test differs again, and has its line select all tests of the class if it does.
     *
     * @param second the second run here
     * @return why it may not differ again; empty where it has
     */
    String doubt(TestExploration test, Shown second) {
        Optional<String> field = explored.kept();
        if (field.isEmpty()) {
            return Judgement.FAILS_AT_TIMES;
        }
        List<Shown> fresh = runs();
        if (fresh.size() < 2) {
            return Judgement.unconfirmed(field.get());
        }
        RunResult here = requireNonNull(second.results().get(test));
        RunResult there = fresh.get(1).results().get(test);
        if (fresh.get(0).differs(test, requireNonNull(firsts.get(test)))
                || there == null
                || there.outcome() != here.outcome()
                || there.tests() != here.tests()
                || !draws(test, fresh.get(1)).equals(draws(test, second))) {
            return Judgement.FAILS_AT_TIMES;
        }
        Optional<String> difference = here.hasFailed() ? explored.difference(test, here, there) : Optional.empty();
        if (difference.isEmpty() && explored.tests().size() > 1) {
            test.keepState();
        }
        return difference.orElse("");
    }

    private List<Shown> runs() {
        if (runs == null) {
            try (ProgressLine progress = ProgressLine.ofThisJvm(() -> "Seeded: tests of " + explored.name()
                    + " passed, then failed: running the class twice in a fresh JVM")) {
                progress.start();
                runs = freshRuns
                        .map(jvm ->
                                jvm.runTwice(explored.tests(), explored.run().seed(), record))
                        .orElse(List.of());
            }
        }
        return runs;
    }

    private static Optional<List<Optional<String>>> draws(TestExploration test, Shown shown) {
        return shown.difference(test)
                .map(found -> List.of(
                        Optional.of(found.generator() + " " + found.number()),
                        Optional.ofNullable(found.first()).map(Draw::text),
                        Optional.ofNullable(found.second()).map(Draw::text)));
    }
}
