package dev.seeded.internal.explore;

import dev.seeded.internal.config.Runs;
import java.util.function.LongSupplier;

/** The time that is left for exploring in this JVM, of which each class that is still to come has an equal part. */
final class Budget {

    private static final long START_OF_THIS_JVM = System.nanoTime();

    private final Runs runs;
    private final LongSupplier clock;
    private final long start;
    private long classes;

    Budget(Runs runs, long classes, long start, LongSupplier clock) {
        this.runs = runs;
        this.classes = classes;
        this.start = start;
        this.clock = clock;
    }

    /** Returns the budget for so many classes, which begins to run out when the first one is asked for in this JVM. */
    static Budget of(Runs runs, long classes) {
        return new Budget(runs, classes, START_OF_THIS_JVM, System::nanoTime);
    }

    /** Returns the next class's part; what one leaves goes to those after it. */
    Quota next() {
        long now = clock.getAsLong();
        long length = runs.time()
                .map(time -> Math.max(0, time.toNanos() - (now - start)) / Math.max(1, classes))
                .orElse(Long.MAX_VALUE);
        classes--;
        return new Quota(runs.count(), now, length, clock);
    }
}
