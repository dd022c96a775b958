package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.config.Exploration.Check;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResult.Outcome;
import dev.seeded.internal.explore.Verdict.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out whether the failure of a test is a matter of seeds, by runs here and in fresh state. */
final class Judgement {

    /** So few runs tell chance from state that was there once only. */
    private static final int FEW = 10;

    /** So many runs with the failed seed are enough while no other seed passes. */
    private static final int ENOUGH = 30;

    /** So many runs in fresh JVMs that all agree leave chance, whose rate may be a half, less than one case in a hundred. */
    private static final int FRESH = 7;

    /** So many other seeds are run in fresh JVMs where all of them failed here. */
    private static final int FRESH_OTHERS = 7;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FRESH_PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> LIFTED = Map.of("seed.pins", "ignore");

    private final ExploredTest test;
    private final ExploredClass explored;
    private final Check wanted;
    private final FreshRuns freshRuns;
    private final FailureShape shape;
    private final Map<Seed, Map<ExploredTest, RunResult>> freshResults;

    /** @param freshResults of all failed tests of the class together, by seed */
    Judgement(
            ExploredTest test,
            ExploredClass explored,
            Check wanted,
            FreshRuns freshRuns,
            Map<Seed, Map<ExploredTest, RunResult>> freshResults) {
        this.freshResults = freshResults;
        this.test = test;
        this.explored = explored;
        this.wanted = wanted;
        this.freshRuns = freshRuns;
        this.shape = requireNonNull(test.tally().firstFailure().orElseThrow().shape());
    }

    /** Runs the test until the verdict is certain, or too much time has gone, and has it reported. */
    void make() {
        Evidence here = gather(this::here, PATIENCE);
        Verdict verdict = here.lastVerdict();
        test.judge(
                wanted.secondJvm() && verdict != Verdict.UNDECIDED ? confirmed(verdict, here) : verdict.text(here, ""));
    }

    /** A run of the test: returns how it failed, if it did. */
    @FunctionalInterface
    private interface Runner {

        Optional<FailureShape> run(Seed seed, Map<String, String> settings);
    }

    private Optional<FailureShape> here(Seed seed, Map<String, String> settings) {
        return failure(explored.tryOut(List.of(test), seed, settings));
    }

    /** @throws UnavailableException if no other JVM can be had */
    private Optional<FailureShape> fresh(Seed seed, Map<String, String> settings) {
        List<ExploredTest> some = test.needsWholeClass() ? explored.tests() : List.of(test);
        return failure(freshRuns.run(some, seed, settings).orElseThrow(UnavailableException::new));
    }

    private Optional<FailureShape> failure(Map<ExploredTest, RunResult> results) {
        return Optional.ofNullable(results.get(test))
                .filter(result -> result.outcome() == Outcome.FAILED)
                .map(result -> requireNonNull(result.shape()));
    }

    private boolean isAlike(Optional<FailureShape> failure) {
        return failure.filter(shape::hasSameOrigin).isPresent();
    }

    private Evidence gather(Runner runner, Duration patience) {
        long start = System.nanoTime();
        Evidence evidence = new Evidence(0, 0, 0, 0);
        while (System.nanoTime() - start < patience.toNanos()) {
            boolean isSettled =
                    evidence.same() >= Math.min(FEW, wanted.same()) && evidence.verdict() != Verdict.UNDECIDED;
            boolean noOtherPassed = evidence.failed() == evidence.others();
            boolean same = evidence.same() < wanted.same()
                    && evidence.same() < (noOtherPassed ? ENOUGH : Integer.MAX_VALUE)
                    && (evidence.same() <= evidence.others() || evidence.others() == wanted.others());
            if (isSettled || (!same && evidence.others() == wanted.others())) {
                break;
            }
            evidence = same
                    ? evidence.withSame(isAlike(runner.run(explored.seed(0), Map.of())))
                    : evidence.withOther(runner.run(explored.seed(evidence.others() + 1), LIFTED)
                            .isPresent());
        }
        return evidence;
    }

    /** Returns the verdict that fresh state gives. */
    private String confirmed(Verdict verdict, Evidence here) {
        try {
            return switch (verdict) {
                case EVERY_SEED, THIS_SEED -> confirmedFailure(verdict, here);
                case NOT_REPRODUCED -> here.alike() > 0 ? verdict.text(here, "") : confirmedPass(here);
                case STATE, UNDECIDED -> verdict.text(here, "");
            };
        } catch (UnavailableException none) {
            return Verdict.UNDECIDED.text(here, ", none in a fresh JVM");
        }
    }

    private String confirmedFailure(Verdict verdict, Evidence here) {
        if (!isAlike(failure(together(explored.seed(0), Map.of())))) {
            int alike = alikeInFreshJvms(test.needsWholeClass() ? explored.tests() : List.of(test));
            if (alike < FRESH) {
                return (alike == 0 ? Verdict.STATE : Verdict.NOT_REPRODUCED)
                        .text(here, ", " + alike + " of " + FRESH + " with it in fresh JVMs");
            }
        }
        if (verdict == Verdict.THIS_SEED || othersFailInFreshJvms()) {
            return verdict.text(here, "");
        }
        Evidence fresh = gather(this::fresh, FRESH_PATIENCE);
        return fresh.lastVerdict().text(fresh, ", all in fresh JVMs, as it differs here");
    }

    /** Judges what failed first, and never again. */
    private String confirmedPass(Evidence here) {
        int alone = alikeInFreshJvms(List.of(test));
        int together = alone > 0 ? 0 : alikeInFreshJvms(explored.tests());
        return (alone == FRESH || together == FRESH ? Verdict.STATE : Verdict.NOT_REPRODUCED)
                .text(
                        here,
                        ", " + Math.max(alone, together) + " of " + FRESH + " with it in fresh JVMs"
                                + (together > 0 ? " after the tests before it" : ""));
    }

    private boolean othersFailInFreshJvms() {
        for (int other = 1; other <= FRESH_OTHERS; other++) {
            if (failure(together(explored.seed(other), LIFTED)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the results of all failed tests in one fresh JVM, which is started once for all of them. */
    private Map<ExploredTest, RunResult> together(Seed seed, Map<String, String> settings) {
        return freshResults.computeIfAbsent(seed, unused -> {
            freshRuns.renew();
            List<ExploredTest> failed =
                    explored.tests().stream().filter(ExploredTest::hasFailed).toList();
            boolean isWhole = failed.stream().anyMatch(ExploredTest::needsWholeClass);
            return freshRuns
                    .run(isWhole ? explored.tests() : failed, seed, settings)
                    .orElseThrow(UnavailableException::new);
        });
    }

    private int alikeInFreshJvms(List<ExploredTest> tests) {
        int alike = 0;
        for (int run = 0; run < FRESH; run++) {
            freshRuns.renew();
            Map<ExploredTest, RunResult> results =
                    freshRuns.run(tests, explored.seed(0), Map.of()).orElseThrow(UnavailableException::new);
            alike += isAlike(failure(results)) ? 1 : 0;
        }
        return alike;
    }

    private static final class UnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
