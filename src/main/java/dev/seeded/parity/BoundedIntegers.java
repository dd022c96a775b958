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

    private final BitGenerator source;
    private final Rejection rejection;
    private final Pieces words = new Pieces(32);

    BoundedIntegers(BitGenerator source, Rejection rejection) {
        this.source = source;
        this.rejection = rejection;
    }

    /** Draws a value from 0 to {@code range}; takes no bits for 0. */
    long next(long range) {
        return source.recorded(bounded(range, words), 0, range);
    }

    /** Draws the slot of a shuffle for the element at {@code own}, at that or before. */
    int slot(int own) {
        return source.recordedSlot(bounded(own, words), own);
    }

    /** Draws a value from {@code low} to {@code high - 1}. */
    long between(long low, long high) {
        Arguments.require(low < high, () -> "low >= high: " + low + " >= " + high);
        return source.recorded(low + bounded(high - 1 - low, words), low, high - 1);
    }

    /** Draws {@code size} values from {@code low} to {@code high - 1}, which must fit the type. */
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
        boolean takesWholeWords = ((range + 1) >>> 1) != 0 && (range >>> 32 != 0 || type.bits() >= 32);
        if (takesWholeWords && rejection == Rejection.LEMIRE && !source.isRecorded()) {
            fill(values, offset, range);
            return values;
        }
        Pieces pieces = new Pieces(Math.min(type.bits(), 32));
        for (int i = 0; i < size; i++) {
            values[i] = source.recorded(offset + bounded(range, pieces), offset, offset + range);
        }
        return values;
    }

    /** Fills the array by Lemire's method with whole words: what is refused is passed over. */
    private void fill(long[] values, long offset, long range) {
        if (range >>> 32 != 0) {
            source.fillBelow(values, offset, range + 1);
            return;
        }
        int[] words = new int[Math.min(values.length, BitGenerator.BLOCK)];
        long count = range + 1;
        long max = 0xffffffffL;
        long threshold = (max - range) % count;
        for (int i = 0; i < values.length; ) {
            int drawn = Math.min(values.length - i, words.length);
            source.fill(words, drawn);
            for (int k = 0; k < drawn; k++) {
                long product = Integer.toUnsignedLong(words[k]) * count;
                if ((product & max) >= threshold) {
                    values[i++] = offset + (product >>> 32);
                }
            }
        }
    }

    private long bounded(long range, Pieces pieces) {
        if (range == 0) {
            return 0;
        }
        boolean isWide = range >>> 32 != 0;
        long max = isWide ? -1 : pieces.max;
        if (range == max) {
            return draw(isWide, pieces);
        }
        if (rejection == Rejection.MASKED) {
            long mask = mask(range);
            long value;
            do {
                value = draw(isWide, pieces) & mask;
            } while (Long.compareUnsigned(value, range) > 0);
            return value;
        }
        int shift = isWide ? 0 : Long.SIZE - pieces.width; // to the upper end of 64 bits
        long count = range + 1;
        long draw = draw(isWide, pieces) << shift;
        if (Long.compareUnsigned(draw * count, count << shift) < 0) {
            long threshold = Long.remainderUnsigned(max - range, count) << shift;
            while (Long.compareUnsigned(draw * count, threshold) < 0) {
                draw = draw(isWide, pieces) << shift;
            }
        }
        return Wide.multiplyHigh(draw, count);
    }

    private long draw(boolean isWide, Pieces pieces) {
        return isWide ? source.bits64() : pieces.next();
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
            this.max = -1L >>> (64 - width);
        }

        long next() {
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
