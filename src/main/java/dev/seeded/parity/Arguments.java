package dev.seeded.parity;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Checks and conversions of arguments that the generators share. */
final class Arguments {

    private Arguments() {}

    /** Returns {@code size}, which is not negative. */
    static int size(int size) {
        if (size < 0) {
            throw new IllegalArgumentException("negative dimensions are not allowed: " + size);
        }
        return size;
    }

    /** Refuses a condition of the original that does not hold, with its words and the value. */
    static void require(boolean holds, String reason, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(reason + ": " + value);
        }
    }

    /** Returns the numbers from 0 to {@code n - 1}. */
    static int[] range(int n) {
        int[] range = new int[size(n)];
        Arrays.setAll(range, i -> i);
        return range;
    }

    static BigInteger[] big(long... values) {
        return LongStream.of(values).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }
}
