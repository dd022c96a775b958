package dev.seeded.internal.secondjvm;

import dev.seeded.internal.jvm.JvmSeeding;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * In which order this JVM iterates over {@code Set.of} and {@code Map.of}, which each JVM chooses for itself at its start:
 * where in the table it begins and in which direction it goes.
 */
final class MapOrder {

    /** Two entries have a table of four buckets, each of which is that of one of these numbers. */
    private static final List<Integer> BUCKETS = List.of(0, 1, 2, 3);

    /** The start of a table is this part of it, in units of 2 to the power of minus 32. */
    private static final int QUARTER_OF_A_TABLE = 30;

    private MapOrder() {}

    /** Returns the buckets of the smallest map as this JVM goes through them, a digit each. */
    static String ofThisJvm() {
        return BUCKETS.stream()
                .sorted((one, other) -> one.equals(other)
                                || Map.of(one, "", other, "")
                                        .keySet()
                                        .iterator()
                                        .next()
                                        .equals(one)
                        ? -1
                        : 1)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    /**
     * Has the agent turn the order of this JVM: it goes through tables of every size in the direction opposite to another
     * JVM's, and through the smallest in the opposite order, so that sets and maps of two elements or more differ.
     *
     * @param other the other JVM's order
     * @throws IllegalArgumentException if that cannot be; the message says why
     */
    static void oppose(String other) {
        int first = Character.digit(other.charAt(0), 10);
        int last = Character.digit(other.charAt(3), 10);
        boolean ascends = other.charAt(1) - '0' == next(first, 1);
        // An iterator begins next to its start, and ends there.
        long start = next(last, ascends ? 1 : -1);
        JvmSeeding.iterateImmutable(start << QUARTER_OF_A_TABLE, !ascends);
        String turned = ofThisJvm();
        if (!turned.contentEquals(new StringBuilder(other).reverse())) {
            throw new IllegalArgumentException("the order of Set.of cannot be reversed on Java " + Runtime.version()
                    + ": the buckets of Map.of come as " + turned + ", which is not the opposite of " + other);
        }
    }

    private static int next(int bucket, int step) {
        return Math.floorMod(bucket + step, BUCKETS.size());
    }
}
