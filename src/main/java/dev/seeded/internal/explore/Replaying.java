package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.export.ReportLine.How;
import dev.seeded.internal.memory.KeptSeed;
import dev.seeded.internal.replay.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs each test with the seeds that it failed with, or else with the run's. */
final class Replaying implements Mode {

    /** A run that brings failures back. */
    private record Replay(Seed seed, How how) {}

    private static final String UNCONFIRMED =
            "other runs came before it in this JVM, and no fresh JVM has confirmed it";

    private final Function<String, List<KeptSeed>> failed;
    private final Companions companions;
    private final Optional<FailureShrinking> shrinking;
    private final AssumedOrders orders;
    private final FreshRuns freshRuns;

    /** The outermost classes of which tests have run, and so may have left something. */
    private final Set<String> begun = new HashSet<>();

    /** The runs of all tests, which show each class the results of its own. */
    private final Map<Replay, Map<String, RunResult>> wholeRuns = new HashMap<>();

    /** Those of them before which others have run, and so may have left something. */
    private final Set<Replay> laterWholeRuns = new HashSet<>();

    /** @param failed returns the seeds that a test failed with, by its identity */
    Replaying(
            Function<String, List<KeptSeed>> failed,
            Companions companions,
            Optional<FailureShrinking> shrinking,
            AssumedOrders orders,
            FreshRuns freshRuns) {
        this.failed = failed;
        this.companions = companions;
        this.shrinking = shrinking;
        this.orders = orders;
        this.freshRuns = freshRuns;
    }

    @Override
    public void explore(ClassExploration explored) {
        Map<TestExploration, List<Replay>> known = explored.tests().stream()
                .collect(Collectors.toMap(test -> test, this::replays, (one, other) -> one, LinkedHashMap::new));
        Map<Replay, List<TestExploration>> runs = new LinkedHashMap<>();
        known.forEach((test, replays) -> (replays.isEmpty()
                        ? List.of(new Replay(explored.run().seed(), new How(test.selection(), Map.of())))
                        : replays)
                .forEach(replay -> runs.computeIfAbsent(replay, unused -> new ArrayList<>())
                        .add(test)));
        runs.forEach((replay, tests) -> run(explored, replay, tests));
        known.forEach((test, replays) -> {
            if (!replays.isEmpty()) {
                StandardError.print(Summary.ofReplay(
                        test.title(),
                        replays.size(),
                        test.tally(),
                        replays.stream().anyMatch(replay -> replay.how.selection() == Selection.RUN)));
            }
            if (test.hasFailed()) {
                orders.judge(explored, test);
                shrinking.ifPresent(found -> found.shrink(explored, test));
            }
            test.finish();
        });
    }

    /** Returns the runs that bring failures of a test back. */
    private List<Replay> replays(TestExploration test) {
        return failed.apply(test.identity()).stream()
                .filter(kept -> !kept.needsCheck())
                .map(kept -> kept.with(test.selection()))
                .map(kept -> new Replay(kept.runSeed(), kept.how()))
                .distinct()
                .toList();
    }

    private void run(ClassExploration explored, Replay replay, List<TestExploration> tests) {
        if (replay.how.selection() == Selection.RUN) {
            boolean isFirst = begun.isEmpty() && wholeRuns.isEmpty();
            Map<String, RunResult> results = wholeRuns.computeIfAbsent(replay, unused -> {
                if (!isFirst) {
                    laterWholeRuns.add(replay);
                }
                return explored.runAll(companions, replay.seed, replay.how);
            });
            explored.take(tests, replay.seed, replay.how, results);
            if (laterWholeRuns.contains(replay)) {
                tests.forEach(test -> Optional.ofNullable(results.get(test.id()))
                        .filter(RunResult::hasFailed)
                        .ifPresent(failure -> test.doubt(failure, UNCONFIRMED)));
            }
        } else {
            runAlone(explored, replay, tests);
        }
    }

    /** Runs tests in this JVM, where other runs may have left what decides: then a fresh JVM says what becomes of them. */
    private void runAlone(ClassExploration explored, Replay replay, List<TestExploration> tests) {
        Map<TestExploration, RunResult> results = explored.tryOut(tests, replay.seed, replay.how, companions);
        boolean isFirst = begun.add(tests.get(0).outermostClass()) && wholeRuns.isEmpty();
        boolean hasFailed = results.values().stream().anyMatch(RunResult::hasFailed);
        if (!isFirst && (hasFailed ? explored.mayKeepState() : explored.keepsState())) {
            freshRuns
                    .runInOwnJvm(
                            ClassExploration.selected(tests, replay.how, companions),
                            replay.seed,
                            replay.how.settings())
                    .ifPresent(answer -> results.replaceAll((test, here) -> answer.result(test.id())
                            .map(fresh -> confirmed(explored, replay, test, here, fresh))
                            .orElse(here)));
        }
        tests.forEach(test -> explored.count(test, replay.seed, replay.how, results.get(test)));
        List<TestExploration> left = ClassExploration.left(tests, results);
        if (!left.isEmpty()) {
            runAlone(explored, replay, left);
        }
    }

    /** Returns the result that counts. A failure is one, whatever a fresh JVM says. */
    private static RunResult confirmed(
            ClassExploration explored, Replay replay, TestExploration test, RunResult here, RunResult fresh) {
        if (fresh.hasFailed() && !fresh.hasFailedLike(here)) {
            explored.note(test, replay.seed, replay.how, fresh);
            return fresh;
        }
        if (here.hasFailed() && !fresh.hasFailed()) {
            test.doubt(here, Judgement.PASSES_THERE);
        } else if (here.hasFailed() && !fresh.saysTheSameAs(here)) {
            test.doubt(here, Judgement.SAYS_OTHERWISE_THERE);
        }
        return here;
    }
}
