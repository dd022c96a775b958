package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.UserError;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.declared.KeptState;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.explore.Jobs.Found;
import dev.seeded.internal.replay.Selection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs whose failures a fresh JVM confirms. While nothing fails, that costs nothing. After a failure its seed runs in a fresh
 * JVM, and one that passed before runs here. Where either shows that state survives here, all further runs are elsewhere,
 * and each that fails has a JVM of its own.
 */
final class ConfirmedRuns {

    /** The seeds that are printed of one kind of failure; more need no confirmation while others pass here. */
    private static final int PRINTED = 10;

    /** Runs here that all fail, and in fresh JVMs that all pass, are chance less than one time in a hundred. */
    private static final int PROBES = 7;

    private static final int FRESH_PROBES = 2;

    private static final String PASSES_ELSEWHERE =
            "with the same seed it passes in a fresh JVM: chance or earlier runs decide, not the seed";

    private static final String NO_RESULT_THERE = "it did not run in a fresh JVM, and so is not confirmed";

    private static final String MISTAKE = "the failure says what to mend, and the seed has no part in it";

    private final ClassExploration explored;
    private final FreshRuns freshRuns;
    private final boolean keepsGoing;
    private Optional<Seed> passed = Optional.empty();
    private boolean stateSurvives;
    private long secondsOfFreshRun;
    private boolean isUnavailable;

    /** @param keepsGoing whether a test that has failed runs again */
    ConfirmedRuns(ClassExploration explored, FreshRuns freshRuns, boolean keepsGoing) {
        this.keepsGoing = keepsGoing;
        this.explored = explored;
        this.freshRuns = freshRuns;
    }

    /** Counts what a fresh JVM would say of a run that has ended. */
    void count(List<TestExploration> tests, long number, Found found) {
        Seed seed = explored.seed(number);
        List<TestExploration> failed = found.failed(tests).toList();
        boolean isTrusted = !stateSurvives && failed.stream().allMatch(ConfirmedRuns::needsNoConfirmation);
        // What did not run, as another test hung, runs here.
        if (found.isHere()
                || ((failed.isEmpty() || isTrusted) && found.results().keySet().containsAll(tests))) {
            count(tests, number, seed, found);
            return;
        }
        Found here = runHere(tests, number);
        failed.stream()
                // State may have survived there, and two JVMs may want the same port, which one of them would have had.
                .filter(test -> !stateSurvives && found.of(test).held().isEmpty())
                .filter(test -> !hasFailed(here.results().get(test)))
                .forEach(test -> {
                    explored.note(test, seed, found.of(test));
                    here.results().put(test, found.of(test));
                });
        count(tests, number, seed, here);
    }

    /** Runs tests once; counts nothing. */
    Found runHere(List<TestExploration> tests, long number) {
        Seed seed = explored.seed(number);
        return new Found(
                stateSurvives
                        ? inFreshJvm(tests, seed).orElseGet(() -> unavailable(tests, seed))
                        : explored.tryOut(tests, seed, Map.of()),
                true);
    }

    private void count(List<TestExploration> tests, long number, Seed seed, Found found) {
        Map<TestExploration, RunResult> results = found.results();
        List<TestExploration> failed = found.failed(tests).toList();
        if (!failed.isEmpty() && !stateSurvives && !isUnavailable) {
            explored.suspect(found.failures(tests), seed);
            // A doubt is kept in the note, which not every test has yet.
            failed.forEach(test -> explored.noteUnlessDone(test, seed, requireNonNull(results.get(test))));
            Set<TestExploration> afterOthers = afterOthers(failed, results, seed, number);
            Map<TestExploration, RunResult> inClass = afterOthers.isEmpty() ? Map.of() : inClass(results, seed);
            afterOthers.forEach(test -> takeAfterOthers(test, seed, results, inClass.get(test)));
        } else if (failed.isEmpty() && found.isHere()) {
            passed = Optional.of(seed);
        }
        tests.forEach(test -> explored.count(test, seed, results.get(test)));
        explored.settle();
    }

    /**
     * Decides what counts as the result of a test that passes alone in a fresh JVM.
     *
     * @param inItsClass what becomes of it there if all tests of its class run; null where that is not known
     */
    private void takeAfterOthers(
            TestExploration test, Seed seed, Map<TestExploration, RunResult> results, @Nullable RunResult inItsClass) {
        RunResult failure = requireNonNull(results.get(test));
        if (inItsClass == null || !inItsClass.hasFailedLike(failure)) {
            // It has failed, whatever a fresh JVM says; but not because of its seed.
            results.remove(test);
            test.addAfterOthers(seed, failure);
            return;
        }
        if (test.tally().failures() == 0) {
            test.judge(TestExploration.NEEDS_OTHERS);
        }
        if (!inItsClass.saysTheSameAs(failure) || !test.selectClass(seed, failure)) {
            // The line brings back the failure of the fresh JVM.
            explored.note(test, seed, inItsClass);
            results.put(test, inItsClass);
        }
    }

    /** Runs tests in a fresh JVM, whose failures come without notes. */
    private Optional<Map<TestExploration, RunResult>> inFreshJvm(List<TestExploration> tests, Seed seed) {
        Optional<Map<TestExploration, RunResult>> results = freshRuns.run(explored.around(tests), seed, Map.of());
        results.ifPresent(found -> found.forEach((test, result) -> {
            if (result.hasFailed()) {
                explored.note(test, seed, result);
            }
        }));
        List<TestExploration> failed = results.stream()
                .flatMap(found -> found.entrySet().stream())
                .filter(found -> found.getValue().hasFailed())
                .map(Map.Entry::getKey)
                .toList();
        if (!failed.isEmpty() && failed.stream().allMatch(ConfirmedRuns::needsNoConfirmation)) {
            // A run costs less than the start of a JVM. The failures that are printed have a JVM of their own, as state
            // may be left though one seed passes.
            passed.ifPresent(before -> freshRuns.keepIfClean(explored.around(tests), before));
        }
        return results;
    }

    /** Returns the tests that failed because of what ran before them. */
    private Set<TestExploration> afterOthers(
            List<TestExploration> failed, Map<TestExploration, RunResult> results, Seed seed, long number) {
        failed.stream()
                .filter(test -> UserError.isShown(
                        requireNonNull(requireNonNull(results.get(test)).throwable())))
                .forEach(test -> test.tally().doubt(MISTAKE));
        // A fresh JVM may have the same order by chance.
        failed.stream()
                .filter(test -> test.selection() == Selection.TEST
                        && requireNonNull(results.get(test)).selection() != Selection.TEST)
                .forEach(TestExploration::doubtOtherState);
        List<TestExploration> seeded =
                failed.stream().filter(test -> !test.tally().isUnseeded()).toList();
        List<TestExploration> selected = explored.around(seeded, results);
        Set<TestExploration> passedThere = Set.of();
        if (!seeded.stream().allMatch(ConfirmedRuns::needsNoConfirmation)) {
            if (seeded.stream().anyMatch(test -> test.tally().failures() == 0) && explored.mayKeepState()) {
                // Another test may have left in that JVM what makes these fail.
                freshRuns.renew();
            }
            Optional<Map<TestExploration, RunResult>> fresh = freshRuns.run(selected, seed, Map.of());
            isUnavailable = fresh.isEmpty();
            passed.ifPresent(before -> freshRuns.keepIfClean(selected, before));
            Map<TestExploration, RunResult> others = fresh.map(together -> apart(seeded, together, results, seed))
                    .orElse(Map.of());
            seeded.forEach(test -> Stream.of(results.get(test), others.get(test))
                    .flatMap(Stream::ofNullable)
                    .map(RunResult::held)
                    .filter(held -> !held.isEmpty())
                    .findFirst()
                    .ifPresent(held -> doubt(
                            test,
                            results,
                            "it needs something that this JVM may still hold, so no fresh JVM can confirm its seeds ("
                                    + held + ")")));
            seeded.stream()
                    .filter(test -> others.containsKey(test) && hasFailed(others.get(test)))
                    .forEach(test -> {
                        RunResult failure = requireNonNull(results.get(test));
                        explored.difference(test, failure, requireNonNull(others.get(test)))
                                .ifPresentOrElse(
                                        why -> test.doubt(failure, why),
                                        () -> explored.confirmInvocation(test, seed, failure, freshRuns));
                    });
            // Another test of the class may have hung there.
            seeded.stream()
                    .filter(test -> !isUnavailable && !others.containsKey(test))
                    .forEach(test -> test.doubt(requireNonNull(results.get(test)), NO_RESULT_THERE));
            passedThere = seeded.stream()
                    .filter(test -> others.containsKey(test)
                            && !hasFailed(others.get(test))
                            && !test.tally().isUnseeded())
                    .collect(Collectors.toUnmodifiableSet());
        }
        List<TestExploration> counted =
                seeded.stream().filter(test -> !test.tally().isUnseeded()).toList();
        List<TestExploration> suspected = passedThere.isEmpty() ? counted : List.copyOf(passedThere);
        boolean isSuspicion =
                !passedThere.isEmpty() || (keepsGoing && !counted.isEmpty() && failsHere(counted, passed));
        if (isUnavailable || !isSuspicion) {
            return Set.of();
        }
        if (!isState(suspected, passed.orElse(seed))) {
            passedThere.forEach(test -> {
                // The one that is reported may have been confirmed by chance.
                test.tally().firstFailure().ifPresent(reported -> test.doubt(reported, Judgement.OTHERS_PASS_THERE));
                doubt(test, results, PASSES_ELSEWHERE);
            });
            return Set.of();
        }
        stateSurvives = true;
        explored.tests().forEach(TestExploration::keepState);
        StandardError.print("Seeded: " + explored.name() + " keeps state from run to run" + where() + ": from run "
                + Counted.number(number + 1) + " on, only failures in a fresh JVM count, which takes about "
                + Counted.number(Math.max(1, secondsOfFreshRun)) + " s for each failure");
        return passedThere;
    }

    /** Returns what became of tests where none of the others that failed ran before, with classes or a JVM of their own. */
    private Map<TestExploration, RunResult> apart(
            List<TestExploration> failed,
            Map<TestExploration, RunResult> together,
            Map<TestExploration, RunResult> results,
            Seed seed) {
        Map<TestExploration, RunResult> apart = new LinkedHashMap<>(together);
        if (failed.size() > 1) {
            failed.stream()
                    .filter(test -> hasFailed(together.get(test)))
                    .map(test -> explored.around(List.of(test), results))
                    .filter(selected -> selected.size() == 1)
                    .forEach(selected -> alone(selected, seed).ifPresent(apart::putAll));
        }
        return apart;
    }

    private Optional<Map<TestExploration, RunResult>> alone(List<TestExploration> test, Seed seed) {
        return explored.hasOwnClasses()
                ? freshRuns.runWithOwnClasses(test, seed, Map.of())
                : freshRuns.runAnew(test, seed, Map.of());
    }

    /** Returns what becomes of all tests of the class in a fresh JVM, if all of them ran. */
    private Map<TestExploration, RunResult> inClass(Map<TestExploration, RunResult> results, Seed seed) {
        if (!results.keySet().containsAll(explored.tests()) || explored.tests().size() == 1) {
            return Map.of();
        }
        return freshRuns.runAnew(explored.tests(), seed, Map.of()).orElse(Map.of());
    }

    private static boolean needsNoConfirmation(TestExploration test) {
        return test.tally().isUnseeded() || test.tally().failures() >= PRINTED;
    }

    private static void doubt(TestExploration test, Map<TestExploration, RunResult> results, String why) {
        test.tally().doubt(why);
        test.doubt(requireNonNull(results.get(test)), why);
    }

    /** Returns whether it is state that decides: with one seed, tests always fail here, and never in a fresh JVM. */
    private boolean isState(List<TestExploration> tests, Seed seed) {
        for (int probe = 0; probe < PROBES; probe++) {
            if (!failsHere(tests, Optional.of(seed))) {
                return false;
            }
        }
        for (int probe = 0; probe < FRESH_PROBES; probe++) {
            long start = System.nanoTime();
            Optional<Map<TestExploration, RunResult>> fresh = freshRuns.runAnew(explored.around(tests), seed, Map.of());
            secondsOfFreshRun = Duration.ofNanos(System.nanoTime() - start).toSeconds();
            if (fresh.isEmpty()
                    || tests.stream().anyMatch(test -> hasFailed(fresh.get().get(test)))) {
                return false;
            }
        }
        return true;
    }

    private boolean failsHere(List<TestExploration> tests, Optional<Seed> seed) {
        return seed.filter(known -> explored.tryOut(tests, known, Map.of()).values().stream()
                        .anyMatch(ConfirmedRuns::hasFailed))
                .isPresent();
    }

    private Map<TestExploration, RunResult> unavailable(List<TestExploration> tests, Seed seed) {
        isUnavailable = true;
        stateSurvives = false;
        return explored.tryOut(tests, seed, Map.of());
    }

    private static boolean hasFailed(@Nullable RunResult result) {
        return result != null && result.hasFailed();
    }

    /** Names static fields of the test class that can change: state may survive elsewhere as well. */
    private String where() {
        List<String> fields =
                explored.type().stream().flatMap(KeptState::variables).toList();
        return fields.isEmpty()
                ? ""
                : " (for example in the static " + Counted.noun(fields.size(), "field") + " "
                        + String.join(", ", fields) + " of " + explored.name() + ")";
    }
}
