package dev.seeded.internal.jvm;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the hooks need to know of a test.
 *
 * @param seed the test seed
 * @param seeds whether the JVM's random numbers come from it
 * @param detects whether draws of the JVM's random numbers are reported
 * @param collections whether the test seed orders the immutable collections
 * @param runSeed the run seed, from which static initializers draw; null where they draw unseeded
 * @param report is given the API of each draw that is to be reported
 * @param recorder returns what records the draws of an API in a task, which is named equally in each run and empty on
 *     the test's own thread; null if none records them
 */
public record JvmTest(
        long seed,
        boolean seeds,
        boolean detects,
        boolean collections,
        @Nullable Long runSeed,
        @Nullable Consumer<String> report,
        @Nullable BiFunction<String, String, LongUnaryOperator> recorder) {

    /** Returns what draws from a seed, and nothing else. */
    public static JvmTest seeded(long seed) {
        return new JvmTest(seed, true, false, false, null, null, null);
    }

    /** Returns this with the run seed. */
    public JvmTest inRun(long seedOfRun) {
        return new JvmTest(seed, seeds, detects, collections, seedOfRun, report, recorder);
    }

    /** Returns this with another answer to whether the seed orders the immutable collections. */
    public JvmTest withCollections(boolean ordered) {
        return new JvmTest(seed, seeds, detects, ordered, runSeed, report, recorder);
    }

    /** Returns the values as types of the JDK, in the order in which the hooks take them. */
    @Nullable
    Object[] values() {
        return new @Nullable Object[] {seed, seeds, detects, collections, runSeed, report, recorder};
    }
}
