package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.config.Exploration.Check;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.explore.Verdict.Evidence;
import dev.seeded.internal.explore.Verdict.Said;
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

    /** Why a line may not bring a failure back that other runs have caused. */
    static final String PASSES_THERE = "with the same seed it passes in a fresh JVM";

    /** Why a line may not bring a failure back that no seed decides. */
    static final String FAILS_AT_TIMES = "with the same seed it does not always fail";

    /** Why a line may not bring a failure back whose like other seeds do not. */
    static final String OTHERS_PASS_THERE = "it also failed with seeds that pass in a fresh JVM";

    /** Why a line does not show what its note says, though the test fails. */
    static final String FAILS_DIFFERENTLY_THERE = "with the same seed it fails in a different way in a fresh JVM";

    /** Why a line does not show the message of a failure, which tells what tests before it left. */
    static final String SAYS_OTHERWISE_THERE = "with the same seed it fails with another message in a fresh JVM";

    private final TestExploration test;
    private final ClassExploration explored;
    private final Check wanted;
    private final FreshRuns freshRuns;
    private final RunResult failure;

    Judgement(TestExploration test, ClassExploration explored, Check wanted, FreshRuns freshRuns) {
        this.test = test;
        this.explored = explored;
        this.wanted = wanted;
        this.freshRuns = freshRuns;
        this.failure = test.tally().firstFailure().orElseThrow();
    }

    /** Runs the test until the verdict is certain, or too much time has gone, and returns it. */
    String verdict() {
        Evidence here = gather(this::here, PATIENCE);
        Verdict verdict = here.lastVerdict();
        Said said = wanted.secondJvm() && verdict != Verdict.UNDECIDED
                ? confirmed(verdict, here)
                : said(verdict, here, 0, lack(here));
        Optional<String> doubt = doubt(said.verdict());
        doubt.ifPresent(why -> test.doubt(failure, why));
        if (doubt.isEmpty() && wanted.secondJvm()) {
            explored.confirmInvocation(test, explored.seed(0), failure, freshRuns);
        }
        return said.text();
    }

    /** Returns why its line may not bring the failure back; empty if that has been tried, or nothing speaks against it. */
    private Optional<String> doubt(Verdict verdict) {
        List<TestExploration> selected = explored.around(List.of(test), Map.of(test, failure));
        return switch (verdict) {
            case NOT_REPRODUCED -> Optional.of(FAILS_AT_TIMES);
            case EVERY_SEED, MOST_SEEDS, THIS_SEED, STATE, UNDECIDED -> {
                if (!wanted.secondJvm()) {
                    yield unconfirmed();
                }
                boolean isTried = verdict != Verdict.STATE && verdict != Verdict.UNDECIDED;
                if (isTried && selected.equals(needed())) {
                    yield Optional.empty();
                }
                yield freshRuns
                        .runAnew(selected, explored.seed(0), Map.of())
                        .map(results -> failure(results)
                                .map(there -> explored.difference(test, failure, there))
                                .orElse(Optional.of(PASSES_THERE)))
                        .orElseGet(this::unconfirmed);
            }
        };
    }

    private Optional<String> unconfirmed() {
        return explored.keptAround()
                .or(() -> test.isDoubted(failure) ? Optional.empty() : explored.keptInUsed())
                .map(Judgement::unconfirmed);
    }

    /** Returns why a line may not bring a failure back that what others left in a field may decide. */
    static String unconfirmed(String field) {
        return field + " may keep state from other tests, and no other JVM has confirmed it";
    }

    /** A run of the test: returns how it failed, if it did. */
    @FunctionalInterface
    private interface Runner {

        Optional<RunResult> run(Seed seed, Map<String, String> settings);
    }

    private Optional<RunResult> here(Seed seed, Map<String, String> settings) {
        return failure(explored.tryOut(List.of(test), seed, settings));
    }

    private Optional<RunResult> inFreshJvm(Seed seed, Map<String, String> settings) {
        return failure(demand(freshRuns.run(needed(), seed, settings)));
    }

    /** Runs where nothing else has run: another failed test may be why this one fails. */
    private Optional<RunResult> inOwnJvm(Seed seed, Map<String, String> settings) {
        return failure(demand(freshRuns.runAnew(needed(), seed, settings)));
    }

    private Optional<RunResult> withOwnClasses(Seed seed, Map<String, String> settings) {
        return failure(demand(freshRuns.runWithOwnClasses(needed(), seed, settings)));
    }

    /** Returns the test, and those that it needs around it. */
    private List<TestExploration> needed() {
        return explored.around(List.of(test));
    }

    private Optional<RunResult> failure(Map<TestExploration, RunResult> results) {
        return Optional.ofNullable(results.get(test)).filter(RunResult::hasFailed);
    }

    private boolean isAlike(Optional<RunResult> other) {
        return other.filter(failure::hasFailedLike).isPresent();
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
    private Said confirmed(Verdict verdict, Evidence here) {
        try {
            return switch (verdict) {
                case EVERY_SEED, MOST_SEEDS, THIS_SEED -> confirmedFailure(verdict, here);
                case NOT_REPRODUCED -> here.alike() > 0 ? verdict.of(here, "") : confirmedPass(here);
                case STATE, UNDECIDED -> verdict.of(here, "");
            };
        } catch (UnavailableException none) {
            return Verdict.UNDECIDED.of(here, ", none in a fresh JVM");
        }
    }

    private Said confirmedFailure(Verdict verdict, Evidence here) {
        if (!isAlike(inOwnJvm(explored.seed(0), Map.of()))) {
            Optional<Said> denied = deniedByFreshJvms(here);
            if (denied.isPresent()) {
                return denied.get();
            }
        }
        return verdict == Verdict.THIS_SEED ? verdict.of(here, "") : confirmedEverySeed(here);
    }

    /** Returns the verdict if the test, alone in fresh JVMs, does not fail in each. */
    private Optional<Said> deniedByFreshJvms(Evidence here) {
        int alike = alikeInFreshJvms(needed());
        return alike == FRESH
                ? Optional.empty()
                : Optional.of((alike == 0 ? Verdict.STATE : Verdict.NOT_REPRODUCED)
                        .of(here, ", " + alike + " of " + FRESH + " with it in fresh JVMs"));
    }

    /** State that a failure left may be why all others failed here. */
    private Said confirmedEverySeed(Evidence here) {
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
            String more = ", " + others.failed() + " of " + others.others() + " with others and fresh static state";
            return others.lastVerdict().of(here, more + lack(others));
        }
        Evidence fresh = gather(reloads ? this::withOwnClasses : this::inFreshJvm, FRESH_PATIENCE);
        return fresh.lastVerdict().of(fresh, ", all in fresh JVMs, as the result differs here");
    }

    /** Returns why there is no verdict; empty if there is one, or if there were all the runs that were wanted. */
    private String lack(Evidence evidence) {
        return evidence.lastVerdict() == Verdict.UNDECIDED && evidence.others() < wanted.others()
                ? ", and there was no time for more"
                : "";
    }

    private static Duration patience(Evidence others) {
        return others.others() < Evidence.SUFFICIENT ? FRESH_PATIENCE : MORE_PATIENCE;
    }

    /** Judges what failed first, and never again. */
    private Said confirmedPass(Evidence here) {
        int alone = alikeInFreshJvms(List.of(test));
        int afterOthers = alone > 0 ? 0 : alikeInFreshJvms(explored.tests());
        return said(
                alone == FRESH || afterOthers == FRESH ? Verdict.STATE : Verdict.NOT_REPRODUCED,
                here,
                alone + afterOthers,
                ", " + Math.max(alone, afterOthers) + " of " + FRESH + " with it in fresh JVMs"
                        + (afterOthers > 0 ? " after the tests before it" : ""));
    }

    /**
     * Returns what is said of a verdict. What failed once and never again may have met what others left.
     *
     * @param alike how often it failed alike in fresh JVMs
     */
    private Said said(Verdict verdict, Evidence here, int alike, String more) {
        Optional<String> kept = verdict == Verdict.NOT_REPRODUCED && here.alike() + alike == 0
                ? explored.keptAround().or(() -> wanted.secondJvm() ? Optional.empty() : explored.kept())
                : Optional.empty();
        return kept.map(field -> Verdict.UNDECIDED.of(here, more + "; " + field + " may keep state from other tests"))
                .orElseGet(() -> verdict.of(here, more));
    }

    private int alikeInFreshJvms(List<TestExploration> tests) {
        int alike = 0;
        for (int run = 0; run < FRESH; run++) {
            Map<TestExploration, RunResult> results = demand(freshRuns.runAnew(tests, explored.seed(0), Map.of()));
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
