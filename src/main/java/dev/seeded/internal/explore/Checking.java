package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.config.Exploration.Check;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.console.ProgressLine;
import dev.seeded.internal.draws.Draw;
import dev.seeded.internal.draws.DrawComparison;
import dev.seeded.internal.draws.DrawRecord;
import dev.seeded.internal.draws.DrawRecord.Difference;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.explore.AssumedOrders.Assumption;
import dev.seeded.internal.explore.SecondRuns.Shown;
import dev.seeded.internal.export.ReportLine.How;
import dev.seeded.internal.note.Reproduction;
import dev.seeded.internal.note.SeedNote;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.internal.secondjvm.SecondJvm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs each test again with its seed, here and in a second JVM, and compares; judges those that fail. */
record Checking(Check wanted, SecondJvm secondJvm, FreshRuns freshRuns, AssumedOrders orders) implements Mode {

    private static final Property CHECK = new Property(Setting.CHECK.property(), "true");

    @Override
    public void explore(ClassExploration explored) {
        Seed seed = explored.run().seed();
        long start = System.nanoTime();
        DrawRecord record = new DrawRecord();
        Map<TestExploration, RunResult> firsts = DrawSession.record(
                record,
                () -> explored.run(
                        explored.tests(),
                        seed,
                        wanted.secondJvm() ? Map.of() : Map.of(Jupiter.EXPLORED, Jupiter.REPLAYED)));
        List<TestExploration> failed =
                explored.tests().stream().filter(TestExploration::hasFailed).toList();
        if (!passed(explored).isEmpty()) {
            DrawComparison comparison = new DrawComparison(record);
            Map<TestExploration, RunResult> seconds =
                    DrawSession.record(comparison, () -> explored.tryOut(explored.tests(), seed, Map.of()));
            Shown shown = new Shown(seconds, comparison.differences());
            RepeatedRuns again = new RepeatedRuns(
                    explored, firsts, record, wanted.secondJvm() ? Optional.of(freshRuns) : Optional.empty());
            compare(
                    explored,
                    Rerun.IN_THIS_JVM,
                    firsts,
                    shown,
                    unused -> Cause.UNSEEDED,
                    test -> again.doubt(test, shown));
        }
        if (wanted.secondJvm() && !passed(explored).isEmpty()) {
            Duration patience =
                    Duration.ofNanos(System.nanoTime() - start).multipliedBy(10).plusMinutes(1);
            SecondRuns runs = new SecondRuns(explored, firsts, record, secondJvm, patience);
            runs.run().ifPresent(shown -> {
                Map<TestExploration, Cause> causes = runs.causes(shown, passed(explored));
                compare(
                        explored,
                        Rerun.IN_SECOND_JVM,
                        firsts,
                        shown,
                        test -> requireNonNull(causes.get(test)),
                        unused -> Judgement.FAILS_AT_TIMES);
            });
        }
        for (TestExploration test : failed) {
            try (ProgressLine progress = judging(test, failed)) {
                progress.start();
                judge(explored, test);
            }
        }
        passed(explored).forEach(test -> explored.forget(test, seed, CHECK));
        explored.tests().forEach(test -> test.finish());
    }

    private static ProgressLine judging(TestExploration test, List<TestExploration> failed) {
        String which = failed.size() == 1 ? "" : " (" + (failed.indexOf(test) + 1) + " of " + failed.size() + ")";
        return ProgressLine.ofThisJvm(() -> "Seeded: " + test.title() + " failed" + which
                + ": running it again to find out whether the seed is the cause");
    }

    private void judge(ClassExploration explored, TestExploration test) {
        Optional<Assumption> order = orders.assumption(explored, test);
        test.judge(order.filter(Assumption::isAssumed)
                .map(Assumption::text)
                .orElseGet(() -> new Judgement(test, explored, wanted, freshRuns).verdict()
                        + order.map(found -> "; " + found.text()).orElse("")));
    }

    private static List<TestExploration> passed(ClassExploration explored) {
        return explored.tests().stream().filter(TestExploration::hasPassed).toList();
    }

    private static void compare(
            ClassExploration explored,
            Rerun rerun,
            Map<TestExploration, RunResult> firsts,
            Shown shown,
            Function<TestExploration, Cause> cause,
            Function<TestExploration, String> doubt) {
        Seed seed = explored.run().seed();
        for (TestExploration test : passed(explored)) {
            RunResult first = requireNonNull(firsts.get(test));
            RunResult second = shown.results().get(test);
            Optional<Difference> difference = shown.difference(test);
            if (second != null && Rerun.differ(first, second, difference)) {
                Cause reason = difference
                        .filter(Checking::isOfThreads)
                        .map(unused -> Cause.THREADS)
                        .orElseGet(() -> cause.apply(test));
                Throwable failure = rerun.failure(test.title(), seed, first, second, difference, reason);
                String why = reason.equals(Cause.UNSEEDED) ? doubt.apply(test) : doubt(explored, reason);
                // Where the seed chooses the surroundings, tests that nothing else seeds are checked as well.
                How how = How.ofAll(test.selection(), explored.run()).with(CHECK);
                SeedNote note = test.note(explored.run(), how, first);
                if (!why.isEmpty()) {
                    note.correct(note.report().doubted(why));
                }
                note.attachTo(failure);
                // The second run alone would not fail as this does.
                Optional.ofNullable(second.throwable())
                        .flatMap(SeedNote::of)
                        .ifPresent(own -> own.correct(note.report()));
                test.add(seed, RunResult.failed(failure).with(Map.of(), first.hasEdgeCases()));
                explored.keep(test, seed, CHECK);
            }
        }
    }

    /** Returns why a test may not differ again, though something that is known decides; empty where it does. */
    private static String doubt(ClassExploration explored, Cause known) {
        return known.equals(Cause.THREADS)
                ? Reproduction.THREADS_SHARE
                // It may have passed because of them.
                : explored.keptByOthers().map(Judgement::unconfirmed).orElse("");
    }

    /** The same number was drawn, in another thread. */
    private static boolean isOfThreads(Difference difference) {
        Draw first = difference.first();
        Draw second = difference.second();
        return first != null
                && second != null
                && first.text().equals(second.text())
                && first.site() != null
                && second.site() != null
                && first.site().thread() != second.site().thread();
    }
}
