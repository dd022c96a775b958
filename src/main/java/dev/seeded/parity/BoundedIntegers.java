package dev.seeded.parity;

import java.math.BigInteger;

/**
 * NumPy's integers in a range, in both its ways of refusing draws that would favour some values.
 *
 * <p>{@code MASKED} keeps the bits below the next power of two and redraws what is still too large. {@code LEMIRE}
 * scales the draw by a multiplication: D. Lemire, <em>Fast Random Integer Generation in an Interval</em>, ACM TOMACS 29
 * (2019) 3:1–12. Ranges are inclusive, so that a full one can be told, and unsigned.
 */
final class BoundedIntegers {

    enum Rejection {
        MASKED,
        LEMIRE
    }

    private static final long MAX_WORD = 0xffffffffL;

    private final BitGenerator bits;
    private final Rejection rejection;
    private final Pieces words = new Pieces(32);

    BoundedIntegers(BitGenerator bits, Rejection rejection) {
        this.bits = bits;
        this.rejection = rejection;
    }

    /** Returns a value from 0 to {@code range}; draws nothing for 0. */
    long next(long range) {
        return bits.told(untold(range));
    }

    private long untold(long range) {
        return Long.compareUnsigned(range, MAX_WORD) > 0 ? nextWide(range) : nextNarrow(range, words);
    }

    /**
     * Returns a value from {@code low} to {@code high - 1}.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}
     */
    long between(long low, long high) {
        Arguments.require(low < high, "low >= high", low + " >= " + high);
        return bits.told(low + untold(high - 1 - low));
    }

    /**
     * Returns {@code size} values of the type from {@code low} to {@code last}, as bits of that type.
     *
     * @throws IllegalArgumentException if the range is empty or leaves the type, or {@code size} is negative
     */
    long[] fill(BigInteger low, BigInteger last, int size, NumPyType type) {
        long[] values = new long[Arguments.size(size)];
        if (size == 0) {
            return values; // NumPy looks at no bound then
        }
        type.check(low, last);
        long range = last.subtract(low).longValue();
        long offset = low.longValue();
        Pieces pieces = new Pieces(Math.min(type.bits(), 32));
        boolean wide = Long.compareUnsigned(range, MAX_WORD) > 0;
        for (int i = 0; i < size; i++) {
            values[i] = bits.told(offset + (wide ? nextWide(range) : nextNarrow(range, pieces)));
        }
        return values;
    }

    private long nextNarrow(long range, Pieces pieces) {
        if (range == 0) {
            return 0;
        }
        if (range == pieces.max) {
            return pieces.next();
        }
        if (rejection == Rejection.MASKED) {
            long mask = mask(range);
            long value = pieces.next() & mask;
            while (value > range) {
                value = pieces.next() & mask;
            }
            return value;
        }
        long count = range + 1;
        long product = pieces.next() * count;
        if ((product & pieces.max) < count) {
            long threshold = (pieces.max - range) % count;
            while ((product & pieces.max) < threshold) {
                product = pieces.next() * count;
            }
        }
        return product >>> pieces.width;
    }

    private long nextWide(long range) {
        if (range == -1) {
            return bits.untoldLong();
        }
        if (rejection == Rejection.MASKED) {
            long mask = mask(range);
            long value = bits.untoldLong() & mask;
            while (Long.compareUnsigned(value, range) > 0) {
                value = bits.untoldLong() & mask;
            }
            return value;
        }
        long count = range + 1;
        long draw = bits.untoldLong();
        if (Long.compareUnsigned(draw * count, count) < 0) {
            long threshold = Long.remainderUnsigned(-1 - range, count);
            while (Long.compareUnsigned(draw * count, threshold) < 0) {
                draw = bits.untoldLong();
            }
        }
        return Wide.multiplyHigh(draw, count);
    }

    /** Returns the smallest 2<sup>k</sup> - 1 that is not below {@code range}, which is not 0. */
    private static long mask(long range) {
        return -1L >>> Long.numberOfLeadingZeros(range);
    }

    /** The pieces of 32-bit words, lowest first; what is left of the last word is lost with this object. */
    private final class Pieces {

        final int width;
        final long max;
        private int word;
        private int left;

        Pieces(int width) {
            this.width = width;
            this.max = MAX_WORD >>> (32 - width);
        }

        long next() {
            if (left == 0) {
                word = bits.untoldInt();
                left = 32 / width;
            } else {
                word >>>= width;
            }
            left--;
            return word & max;
        }
    }
}
