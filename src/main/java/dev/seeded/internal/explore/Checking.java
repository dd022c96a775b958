package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.config.Exploration.Check;
import dev.seeded.internal.draws.DrawComparison;
import dev.seeded.internal.draws.DrawRecord;
import dev.seeded.internal.draws.DrawRecord.Difference;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.SelectedTest;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.internal.secondjvm.Question;
import dev.seeded.internal.secondjvm.SecondJvm;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs each test again with its seed, here and in a second JVM, and compares; judges those that fail. */
final class Checking implements Mode {

    private static final Property CHECK = new Property("seed.check", "true");

    private final Check wanted;
    private final SecondJvm secondJvm;
    private final FreshRuns freshRuns;

    Checking(Check wanted, SecondJvm secondJvm, FreshRuns freshRuns) {
        this.wanted = wanted;
        this.secondJvm = secondJvm;
        this.freshRuns = freshRuns;
    }

    @Override
    public void explore(ExploredClass explored) {
        Seed seed = explored.run().seed();
        long start = System.nanoTime();
        DrawRecord record = new DrawRecord();
        Map<ExploredTest, RunResult> firsts = DrawSession.record(record, () -> explored.run(explored.tests(), seed));
        List<ExploredTest> failed =
                explored.tests().stream().filter(ExploredTest::hasFailed).toList();
        if (!passed(explored).isEmpty()) {
            DrawComparison comparison = new DrawComparison(record);
            Map<ExploredTest, RunResult> seconds =
                    DrawSession.record(comparison, () -> explored.tryOut(explored.tests(), seed, Map.of()));
            compare(explored, Rerun.IN_THIS_JVM, firsts, seconds, comparison.differences());
        }
        if (wanted.secondJvm() && !passed(explored).isEmpty()) {
            Duration patience =
                    Duration.ofNanos(System.nanoTime() - start).multipliedBy(10).plusMinutes(1);
            List<SelectedTest> tests =
                    explored.tests().stream().map(ExploredTest::selected).toList();
            secondJvm
                    .ask(new Question(tests, Map.of("seed", seed.toString()), false, record), patience)
                    .ifPresent(answer -> {
                        Map<ExploredTest, RunResult> seconds = new LinkedHashMap<>();
                        explored.tests()
                                .forEach(test ->
                                        answer.result(test.id()).ifPresent(result -> seconds.put(test, result)));
                        compare(explored, Rerun.IN_SECOND_JVM, firsts, seconds, answer.differences());
                    });
        }
        FailedTogether together = new FailedTogether(explored, freshRuns);
        failed.forEach(test -> new Judgement(test, explored, wanted, freshRuns, together).make());
        explored.tests().forEach(test -> test.finish(Optional.empty()));
    }

    private static List<ExploredTest> passed(ExploredClass explored) {
        return explored.tests().stream().filter(ExploredTest::hasPassed).toList();
    }

    private static void compare(
            ExploredClass explored,
            Rerun rerun,
            Map<ExploredTest, RunResult> firsts,
            Map<ExploredTest, RunResult> seconds,
            List<Difference> differences) {
        Seed seed = explored.run().seed();
        for (ExploredTest test : passed(explored)) {
            RunResult second = seconds.get(test);
            if (second != null) {
                Optional<Difference> first = differences.stream()
                        .filter(difference -> test.owns(difference.generator()))
                        .findFirst();
                rerun.failure(test.title(), seed, requireNonNull(firsts.get(test)), second, first)
                        .ifPresent(failure -> {
                            test.note(explored.run(), List.of(CHECK)).attachTo(failure);
                            test.add(seed, RunResult.failed(failure));
                            explored.memory().failed(test.identity(), seed);
                        });
            }
        }
    }
}
