package dev.seeded.internal.jvm;

import java.time.Instant;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the hooks need to know of a test.
 *
 * @param seed the test seed
 * @param seeds whether the JVM's random numbers come from it
 * @param detects whether draws of the JVM's random numbers are reported
 * @param unordered what comes in an order from the test seed
 * @param places returns whether the place that asks for an order now is to have it; null where all are
 * @param clock when its clock starts; null for the time that it is
 * @param runSeed the run seed, from which static initializers draw; null where they draw unseeded
 * @param report is given the API of each draw that is to be reported, and whether it is seeded
 * @param recorder returns what records the draws of an API in a task, which is named equally in each run and empty on
 *     the test's own thread; null if none records them
 */
public record JvmScope(
        long seed,
        boolean seeds,
        boolean detects,
        Set<Unordered> unordered,
        @Nullable BooleanSupplier places,
        @Nullable Instant clock,
        @Nullable Long runSeed,
        @Nullable BiConsumer<String, Boolean> report,
        @Nullable BiFunction<String, String, LongUnaryOperator> recorder) {

    /** Returns what draws from a seed, and nothing else. */
    public static JvmScope seeded(long seed) {
        return new JvmScope(seed, true, false, Set.of(), null, null, null, null, null);
    }

    /** Returns what reports draws, and nothing else. */
    public static JvmScope detecting(long seed, BiConsumer<String, Boolean> report) {
        return new JvmScope(seed, false, true, Set.of(), null, null, null, report, null);
    }

    /** Returns what gives an order, and nothing else. */
    public static JvmScope ordering(long seed, Set<Unordered> unordered) {
        return new JvmScope(seed, false, false, unordered, null, null, null, null, null);
    }

    /** Returns what has a time of its own, and nothing else. */
    public static JvmScope at(Instant clock) {
        return new JvmScope(0, false, false, Set.of(), null, clock, null, null, null);
    }

    /** Returns what comes in an order from the test seed, as the hooks' bits. */
    int orders() {
        int orders = 0;
        for (Unordered kind : unordered) {
            orders |= kind.bit();
        }
        return orders;
    }
}
