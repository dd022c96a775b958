package dev.seeded.internal.explore;

import java.util.function.LongSupplier;

/**
 * How often, or how long, the tests of one class run.
 *
 * @param count the greatest number of runs
 * @param start when the first began, on the clock
 * @param length the nanoseconds after which none begins; {@link Long#MAX_VALUE} where the number is what ends it
 */
record Quota(long count, long start, long length, LongSupplier clock) {

    /** Returns whether another run may begin after so many; the first always may. */
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
