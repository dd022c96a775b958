package dev.seeded.parity;

import java.math.BigInteger;
import java.util.stream.LongStream;

/**
 * NumPy's integers in a range, in both its ways of refusing draws that would favour some values.
 *
 * <p>{@code MASKED} keeps the bits below the next power of two and draws again what is still too large. {@code LEMIRE}
 * scales the draw by a multiplication: D. Lemire, <em>Fast Random Integer Generation in an Interval</em>, ACM TOMACS 29
 * (2019) 3:1–12. A range is given by its largest offset, without a sign, so that the full one has a number too.
 */
final class BoundedIntegers {

    enum Rejection {
        MASKED,
        LEMIRE
    }

    private static final long MAX_WORD = 0xffffffffL;

    private final BitGenerator source;
    private final Rejection rejection;
    private final Pieces words = new Pieces(32);
    private final Pieces doubleWords = new Pieces(64);

    BoundedIntegers(BitGenerator source, Rejection rejection) {
        this.source = source;
        this.rejection = rejection;
    }

    /** Draws a value from 0 to {@code range}; takes no bits for 0. */
    long next(long range) {
        return source.recorded(unrecorded(range, words));
    }

    /**
     * Draws a value from {@code low} to {@code high - 1}.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}
     */
    long between(long low, long high) {
        Arguments.require(low < high, () -> "low >= high: " + low + " >= " + high);
        return source.recorded(low + unrecorded(high - 1 - low, words));
    }

    /**
     * Draws {@code size} values of the type from {@code low} to {@code high - 1}.
     *
     * @throws IllegalArgumentException if the range is empty or leaves the type, or {@code size} is negative
     */
    long[] fill(long low, long high, int size, NumPyType type) {
        return bits(BigInteger.valueOf(low), BigInteger.valueOf(high), size, type);
    }

    /** Does the same for limits of any size. */
    BigInteger[] fill(BigInteger low, BigInteger high, int size, NumPyType type) {
        return LongStream.of(bits(low, high, size, type))
                .mapToObj(type::valueOf)
                .toArray(BigInteger[]::new);
    }

    private long[] bits(BigInteger low, BigInteger high, int size, NumPyType type) {
        long[] values = new long[Arguments.size(size)];
        if (size == 0) {
            return values; // NumPy looks at no bound then
        }
        BigInteger last = high.subtract(BigInteger.ONE);
        type.check(low, last);
        long range = last.subtract(low).longValue();
        long offset = low.longValue();
        Pieces pieces = new Pieces(Math.min(type.bits(), 32));
        for (int i = 0; i < size; i++) {
            values[i] = source.recorded(offset + unrecorded(range, pieces));
        }
        return values;
    }

    private long unrecorded(long range, Pieces narrow) {
        Pieces pieces = Long.compareUnsigned(range, MAX_WORD) > 0 ? doubleWords : narrow;
        if (range == 0) {
            return 0;
        }
        if (range == pieces.max) {
            return pieces.next();
        }
        return rejection == Rejection.MASKED ? masked(range, pieces) : scaled(range, pieces);
    }

    private static long masked(long range, Pieces pieces) {
        long mask = -1L >>> Long.numberOfLeadingZeros(range);
        long value = pieces.next() & mask;
        while (Long.compareUnsigned(value, range) > 0) {
            value = pieces.next() & mask;
        }
        return value;
    }

    private static long scaled(long range, Pieces pieces) {
        long count = range + 1;
        long draw = pieces.next();
        if (Long.compareUnsigned(draw * count & pieces.max, count) < 0) {
            long threshold = Long.remainderUnsigned(pieces.max - range, count);
            while (Long.compareUnsigned(draw * count & pieces.max, threshold) < 0) {
                draw = pieces.next();
            }
        }
        return pieces.width == 64 ? Wide.multiplyHigh(draw, count) : draw * count >>> pieces.width;
    }

    /** The pieces of 32-bit words, lowest first, or double words; what is left of the last word is lost with this object. */
    private final class Pieces {

        final int width;
        final long max;
        private int word;
        private int left;

        Pieces(int width) {
            this.width = width;
            this.max = -1L >>> (64 - width);
        }

        long next() {
            if (width == 64) {
                return source.bits64();
            }
            if (left == 0) {
                word = source.bits32();
                left = 32 / width;
            } else {
                word >>>= width;
            }
            left--;
            return word & max;
        }
    }
}
