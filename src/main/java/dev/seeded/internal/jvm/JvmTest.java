package dev.seeded.internal.jvm;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the hooks need to know of a test.
 *
 * @param seed the test seed
 * @param seeds whether the JVM's random numbers come from it
 * @param detects whether draws of the JVM's random numbers are reported
 * @param collections whether the test seed orders the immutable collections
 * @param initializers the seed for the static initializer of {@code owner}
 * @param owner the test class
 * @param report is given the API of each draw that is to be reported
 * @param recorder returns what records the draws of an API in a task, which is named equally in each run and empty on
 *     the test's own thread; null if none records them
 */
public record JvmTest(
        long seed,
        boolean seeds,
        boolean detects,
        boolean collections,
        long initializers,
        Class<?> owner,
        @Nullable Consumer<String> report,
        @Nullable BiFunction<String, String, LongConsumer> recorder) {

    /** Returns what draws from a seed, and nothing else. */
    public static JvmTest seeded(long seed) {
        return new JvmTest(seed, true, false, false, 0, JvmTest.class, null, null);
    }

    /** Returns this with another answer to whether the seed orders the immutable collections. */
    public JvmTest withCollections(boolean ordered) {
        return new JvmTest(seed, seeds, detects, ordered, initializers, owner, report, recorder);
    }

    /** Returns the values as types of the JDK, in the order in which the hooks take them. */
    @Nullable
    Object[] values() {
        return new @Nullable Object[] {seed, seeds, detects, collections, initializers, owner, report, recorder};
    }
}
