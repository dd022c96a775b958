package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResult.Outcome;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Runs whose failures a fresh JVM confirms. While nothing fails, that costs nothing. After a failure its seed runs in a fresh
 * JVM, and one that passed before runs here. Where either shows that state survives here, all further runs are elsewhere,
 * and each that fails has a JVM of its own.
 */
final class ConfirmedRuns {

    /** The seeds that are printed of one kind of failure; more need no confirmation while others pass here. */
    private static final int PRINTED = 10;

    private final ExploredClass explored;
    private final FreshRuns freshRuns;
    private final boolean keepsGoing;
    private Optional<Seed> passed = Optional.empty();
    private boolean stateSurvives;
    private boolean isUnavailable;

    /** @param keepsGoing whether a test that has failed runs again */
    ConfirmedRuns(ExploredClass explored, FreshRuns freshRuns, boolean keepsGoing) {
        this.keepsGoing = keepsGoing;
        this.explored = explored;
        this.freshRuns = freshRuns;
    }

    /** Runs tests once, and counts what a fresh JVM would say of it. */
    void run(List<ExploredTest> tests, long number) {
        Seed seed = explored.seed(number);
        Map<ExploredTest, RunResult> results = stateSurvives
                ? freshRuns.run(whole(tests), seed, Map.of()).orElseGet(() -> unavailable(tests, seed))
                : explored.tryOut(tests, seed, Map.of());
        List<ExploredTest> failed =
                tests.stream().filter(test -> hasFailed(results.get(test))).toList();
        if (!failed.isEmpty() && !stateSurvives && !isUnavailable) {
            results.putAll(confirmed(failed, seed, number, results));
        } else if (failed.isEmpty()) {
            passed = Optional.of(seed);
        }
        tests.forEach(test -> explored.count(test, seed, results.get(test)));
    }

    private Map<ExploredTest, RunResult> confirmed(
            List<ExploredTest> failed, Seed seed, long number, Map<ExploredTest, RunResult> here) {
        Map<ExploredTest, RunResult> confirmed = Map.of();
        boolean isPrinted = failed.stream().anyMatch(test -> test.tally().failures() < PRINTED);
        if (isPrinted) {
            Optional<Map<ExploredTest, RunResult>> fresh = freshRuns.run(whole(failed), seed, Map.of());
            isUnavailable = fresh.isEmpty();
            passed.ifPresent(before -> freshRuns.keepIfClean(whole(failed), before));
            Map<ExploredTest, RunResult> others = fresh.orElse(Map.of());
            // The failure that is reported is the one of this JVM, with its stack and note, where there is one.
            confirmed = failed.stream()
                    .filter(test -> others.containsKey(test) && !hasFailed(others.get(test)))
                    .collect(Collectors.toMap(test -> test, test -> others.getOrDefault(test, here.get(test))));
        }
        if (!isUnavailable && (!confirmed.isEmpty() || (keepsGoing && passedBefore(failed)))) {
            stateSurvives = true;
            StandardError.print("Seeded: " + explored.name() + " keeps state from run to run" + where() + ": from run "
                    + Counted.number(number + 1) + " on only what fails in a fresh JVM is counted");
        }
        return confirmed;
    }

    /** Returns whether a seed fails now that passed before. */
    private boolean passedBefore(List<ExploredTest> failed) {
        return passed.filter(before -> explored.tryOut(failed, before, Map.of()).values().stream()
                        .anyMatch(ConfirmedRuns::hasFailed))
                .isPresent();
    }

    private Map<ExploredTest, RunResult> unavailable(List<ExploredTest> tests, Seed seed) {
        isUnavailable = true;
        stateSurvives = false;
        return explored.tryOut(tests, seed, Map.of());
    }

    private List<ExploredTest> whole(List<ExploredTest> tests) {
        return tests.stream().anyMatch(ExploredTest::needsWholeClass) ? explored.tests() : tests;
    }

    private static boolean hasFailed(@Nullable RunResult result) {
        return result != null && result.outcome() == Outcome.FAILED;
    }

    /** Names static fields of the test class that can change: state may survive elsewhere as well. */
    private String where() {
        String fields = ReflectionSupport.tryToLoadClass(explored.name()).toOptional().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .filter(field -> !Modifier.isFinal(field.getModifiers()))
                .map(Field::getName)
                .collect(Collectors.joining(", "));
        return fields.isEmpty() ? "" : " (static field " + fields + " of " + explored.name() + ", say)";
    }
}
