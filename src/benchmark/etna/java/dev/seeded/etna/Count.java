package dev.seeded.etna;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.BooleanSupplier;

/** Counts the runs of one search until a property fails, or the limit is reached. */
final class Count {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Runs between two looks at the clock, which would take longer than many a run. */
    private static final int UNWATCHED_RUNS = 64;

    private final Limit limit;
    private final long start = THREADS.getCurrentThreadCpuTime();

    private long runs;
    private boolean isFound;
    private boolean isOutOfTime;

    Count(Limit limit) {
        this.limit = limit;
    }

    /** Returns whether another run is wanted: not after one that found the fault, nor at the limit. */
    boolean isGoingOn() {
        return !isFound && !isOutOfTime && runs < limit.runs();
    }

    /** Counts a run, if another is wanted, and returns whether there is to be one more; a property that throws has failed. */
    boolean holds(BooleanSupplier property) {
        if (!isGoingOn()) {
            return false;
        }
        runs++;
        isOutOfTime = runs % UNWATCHED_RUNS == 0 && THREADS.getCurrentThreadCpuTime() - start > limit.nanos();
        try {
            isFound = !property.getAsBoolean();
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            isFound = true;
        }
        return isGoingOn();
    }

    Outcome outcome() {
        return new Outcome(runs, isFound);
    }
}
