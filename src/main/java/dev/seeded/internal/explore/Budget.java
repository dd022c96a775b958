package dev.seeded.internal.explore;

import dev.seeded.internal.config.Runs;
import java.util.function.LongSupplier;

/** The time that is left for exploring in this JVM, in equal shares for the classes that are still to come. */
final class Budget {

    private static final long START_OF_THIS_JVM = System.nanoTime();

    private final Runs runs;
    private final LongSupplier clock;
    private final long start;
    private long sharers;

    Budget(Runs runs, long sharers, long start, LongSupplier clock) {
        this.runs = runs;
        this.sharers = sharers;
        this.start = start;
        this.clock = clock;
    }

    /** Returns the budget for so many classes, which begins to run out when the first one is asked for in this JVM. */
    static Budget of(Runs runs, long sharers) {
        return new Budget(runs, sharers, START_OF_THIS_JVM, System::nanoTime);
    }

    /** Returns the next class's share; what one leaves goes to those after it. */
    Share share() {
        long now = clock.getAsLong();
        long length = runs.time()
                .map(time -> Math.max(0, time.toNanos() - (now - start)) / Math.max(1, sharers))
                .orElse(Long.MAX_VALUE);
        sharers--;
        return new Share(runs.count(), now, length, clock);
    }

    /** How often, or how long, the tests of one class run. */
    record Share(long count, long start, long length, LongSupplier clock) {

        /** Tells whether another run may begin after so many; the first always may. */
        boolean allows(long done) {
            return done == 0 || (done < count && elapsed() < length);
        }

        /** Returns whether the number of runs is what ends it. */
        boolean isCounted() {
            return length == Long.MAX_VALUE;
        }

        long elapsed() {
            return clock.getAsLong() - start;
        }

        /** Returns the nanoseconds that are left after so many runs, as far as one can tell. */
        long left(long done) {
            return isCounted() ? (long) ((double) elapsed() / done * (count - done)) : Math.max(0, length - elapsed());
        }
    }
}
