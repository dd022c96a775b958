package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.execution.RunResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The failed tests of a class in fresh state. They run together, and once with each seed, as each start costs time. */
final class FailedTogether {

    private final ClassExploration explored;
    private final FreshRuns freshRuns;
    private final Map<Seed, Map<TestExploration, RunResult>> inOwnJvm = new HashMap<>();
    private final Map<Seed, Map<TestExploration, RunResult>> withOwnClasses = new HashMap<>();

    FailedTogether(ClassExploration explored, FreshRuns freshRuns) {
        this.explored = explored;
        this.freshRuns = freshRuns;
    }

    /**
     * Returns the results in a JVM of their own.
     *
     * @throws UnavailableException if no other JVM can be had
     */
    Map<TestExploration, RunResult> inOwnJvm(Seed seed, Map<String, String> settings) {
        return inOwnJvm.computeIfAbsent(seed, unused -> {
            freshRuns.renew();
            return demand(freshRuns.run(tests(), seed, settings));
        });
    }

    /**
     * Returns the results with classes of their own.
     *
     * @throws UnavailableException if no other JVM can be had
     */
    Map<TestExploration, RunResult> withOwnClasses(Seed seed, Map<String, String> settings) {
        return withOwnClasses.computeIfAbsent(
                seed, unused -> demand(freshRuns.runWithOwnClasses(tests(), seed, settings)));
    }

    /** Returns whether more than one test has failed. */
    boolean areSeveral() {
        return failed().size() > 1;
    }

    private List<TestExploration> failed() {
        return explored.tests().stream().filter(TestExploration::hasFailed).toList();
    }

    private List<TestExploration> tests() {
        return explored.around(failed());
    }

    /** Returns what is there. */
    static <T> T demand(Optional<T> results) {
        return results.orElseThrow(UnavailableException::new);
    }

    /** No other JVM can be had. */
    static final class UnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
