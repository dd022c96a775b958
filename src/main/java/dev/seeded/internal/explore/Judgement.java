package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.config.Exploration.Check;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.execution.RunResult;
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

    /** So many other seeds are run in fresh JVMs where all of them failed here, and the others with classes of their own. */
    private static final int FRESH_OTHERS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FRESH_PATIENCE = Duration.ofSeconds(60);
    private static final Duration MORE_PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> LIFTED = Map.of(Setting.PINS.property(), "ignore");

    private final TestExploration test;
    private final ClassExploration explored;
    private final Check wanted;
    private final FreshRuns freshRuns;
    private final FailureShape shape;

    Judgement(TestExploration test, ClassExploration explored, Check wanted, FreshRuns freshRuns) {
        this.test = test;
        this.explored = explored;
        this.wanted = wanted;
        this.freshRuns = freshRuns;
        this.shape = requireNonNull(test.tally().firstFailure().orElseThrow().shape());
    }

    /** Runs the test until the verdict is certain, or too much time has gone, and returns it. */
    String verdict() {
        Evidence here = gather(this::here, PATIENCE);
        Verdict verdict = here.lastVerdict();
        return wanted.secondJvm() && verdict != Verdict.UNDECIDED ? confirmed(verdict, here) : verdict.text(here, "");
    }

    /** A run of the test: returns how it failed, if it did. */
    @FunctionalInterface
    private interface Runner {

        Optional<FailureShape> run(Seed seed, Map<String, String> settings);
    }

    private Optional<FailureShape> here(Seed seed, Map<String, String> settings) {
        return failure(explored.tryOut(List.of(test), seed, settings));
    }

    private Optional<FailureShape> inFreshJvm(Seed seed, Map<String, String> settings) {
        return failure(demand(freshRuns.run(needed(), seed, settings)));
    }

    /** Runs where nothing else has run: another failed test may be why this one fails. */
    private Optional<FailureShape> inOwnJvm(Seed seed, Map<String, String> settings) {
        freshRuns.renew();
        return inFreshJvm(seed, settings);
    }

    private Optional<FailureShape> withOwnClasses(Seed seed, Map<String, String> settings) {
        return failure(demand(freshRuns.runWithOwnClasses(needed(), seed, settings)));
    }

    /** Returns the test, and those that it needs around it. */
    private List<TestExploration> needed() {
        return explored.around(List.of(test));
    }

    private Optional<FailureShape> failure(Map<TestExploration, RunResult> results) {
        return Optional.ofNullable(results.get(test))
                .filter(RunResult::hasFailed)
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
                case EVERY_SEED, MOST_SEEDS, THIS_SEED -> confirmedFailure(verdict, here);
                case NOT_REPRODUCED -> here.alike() > 0 ? verdict.text(here, "") : confirmedPass(here);
                case STATE, UNDECIDED -> verdict.text(here, "");
            };
        } catch (UnavailableException none) {
            return Verdict.UNDECIDED.text(here, ", none in a fresh JVM");
        }
    }

    private String confirmedFailure(Verdict verdict, Evidence here) {
        if (!isAlike(inOwnJvm(explored.seed(0), Map.of()))) {
            Optional<String> denied = deniedByFreshJvms(here);
            if (denied.isPresent()) {
                return denied.get();
            }
        }
        return verdict == Verdict.THIS_SEED ? verdict.text(here, "") : confirmedEverySeed(here);
    }

    /** Returns the verdict if the test, alone in fresh JVMs, does not fail in each. */
    private Optional<String> deniedByFreshJvms(Evidence here) {
        int alike = alikeInFreshJvms(needed());
        return alike == FRESH
                ? Optional.empty()
                : Optional.of((alike == 0 ? Verdict.STATE : Verdict.NOT_REPRODUCED)
                        .text(here, ", " + alike + " of " + FRESH + " with it in fresh JVMs"));
    }

    /** State that a failure left may be why all others failed here. */
    private String confirmedEverySeed(Evidence here) {
        freshRuns.renew();
        boolean reloads = explored.hasOwnClasses() && isAlike(withOwnClasses(explored.seed(0), Map.of()));
        long start = System.nanoTime();
        Evidence others = new Evidence(0, 0, 0, 0);
        while (others.failed() == others.others()
                && others.verdict() == Verdict.UNDECIDED
                && others.others() < wanted.others()
                && System.nanoTime() - start < patience(others).toNanos()) {
            Seed other = explored.seed(others.others() + 1);
            // Where it passes with classes of its own, it has to pass in a JVM of its own as well.
            others = others.withOther((reloads
                            && others.others() >= FRESH_OTHERS
                            && withOwnClasses(other, LIFTED).isPresent())
                    || inOwnJvm(other, LIFTED).isPresent());
        }
        if (others.failed() == others.others()) {
            String more = ", " + others.failed() + " of " + others.others() + " with others in fresh state";
            return others.lastVerdict().text(here, more);
        }
        Evidence fresh = gather(reloads ? this::withOwnClasses : this::inFreshJvm, FRESH_PATIENCE);
        return fresh.lastVerdict().text(fresh, ", all in fresh state, as it differs here");
    }

    private static Duration patience(Evidence others) {
        return others.others() < Evidence.SUFFICIENT ? FRESH_PATIENCE : MORE_PATIENCE;
    }

    /** Judges what failed first, and never again. */
    private String confirmedPass(Evidence here) {
        int alone = alikeInFreshJvms(List.of(test));
        int afterOthers = alone > 0 ? 0 : alikeInFreshJvms(explored.tests());
        return (alone == FRESH || afterOthers == FRESH ? Verdict.STATE : Verdict.NOT_REPRODUCED)
                .text(
                        here,
                        ", " + Math.max(alone, afterOthers) + " of " + FRESH + " with it in fresh JVMs"
                                + (afterOthers > 0 ? " after the tests before it" : ""));
    }

    private int alikeInFreshJvms(List<TestExploration> tests) {
        int alike = 0;
        for (int run = 0; run < FRESH; run++) {
            freshRuns.renew();
            Map<TestExploration, RunResult> results = demand(freshRuns.run(tests, explored.seed(0), Map.of()));
            alike += isAlike(failure(results)) ? 1 : 0;
        }
        return alike;
    }

    private static <T> T demand(Optional<T> results) {
        return results.orElseThrow(UnavailableException::new);
    }

    /** No other JVM can be had. */
    private static final class UnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
