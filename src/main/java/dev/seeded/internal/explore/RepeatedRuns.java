package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

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
     * Has all tests of its class run with a test that what they leave makes differ.
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
        if (fresh.get(0).differs(test, requireNonNull(firsts.get(test))) || !areAlike(test, second, fresh.get(1))) {
            return Judgement.FAILS_AT_TIMES;
        }
        if (explored.tests().size() > 1) {
            test.keepState();
        }
        return "";
    }

    private List<Shown> runs() {
        if (runs == null) {
            runs = freshRuns
                    .map(jvm -> jvm.runTwice(explored.tests(), explored.run().seed(), record))
                    .orElse(List.of());
        }
        return runs;
    }

    private boolean areAlike(TestExploration test, Shown one, Shown other) {
        RunResult first = one.results().get(test);
        RunResult second = other.results().get(test);
        return first != null
                && second != null
                && first.outcome() == second.outcome()
                && first.tests() == second.tests()
                && (!first.hasFailed()
                        || explored.difference(test, first, second).isEmpty())
                && draws(test, one).equals(draws(test, other));
    }

    private static Optional<List<Optional<String>>> draws(TestExploration test, Shown shown) {
        return shown.difference(test)
                .map(found -> List.of(
                        Optional.of(found.generator() + " " + found.number()),
                        Optional.ofNullable(found.first()).map(Draw::text),
                        Optional.ofNullable(found.second()).map(Draw::text)));
    }
}
