package dev.seeded.internal.draws;

import java.io.Serializable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What values a draw can give, and which of them are simpler. Values are handed about as bits: those of a {@code double} for
 * real numbers, 0 and 1 for truth.
 *
 * @param kind the type of the values
 * @param least the least value, as bits
 * @param most the greatest value, as bits
 * @param simplest the value that a person would write first
 */
public record Domain(Kind kind, long least, long most, long simplest) implements Serializable {

    /** The types of values. */
    public enum Kind {
        WHOLE,
        REAL,
        TRUTH
    }

    /** Decimals of a number that a person would still write. */
    private static final int DECIMALS = 15;

    private static final int DEVIATIONS = 13;

    /** Returns the whole numbers of a range, both ends included: zero, or the end that is nearest to it, is simplest. */
    public static Domain whole(long least, long most) {
        return new Domain(Kind.WHOLE, least, most, Math.max(least, Math.min(most, 0)));
    }

    /** Returns the slots that an element of a list may be put into, of which its own is simplest. */
    public static Domain slot(int count) {
        return new Domain(Kind.WHOLE, 0, count - 1L, count - 1L);
    }

    /** Returns whether these are slots that an element of a list may be put into. */
    public boolean isSlot() {
        return kind == Kind.WHOLE && least == 0 && simplest == most && most > 0;
    }

    /** Returns the real numbers of a range, both ends included. */
    public static Domain real(double least, double most) {
        return new Domain(Kind.REAL, bits(least), bits(most), bits(Math.max(least, Math.min(most, 0))));
    }

    /**
     * Returns the real numbers of a normal distribution, of which the mean is simplest; null if there are none. Of 53 random
     * bits a generator makes no number that is so many deviations away.
     */
    static @Nullable Domain normal(double mean, double deviation) {
        double most = DEVIATIONS * deviation;
        return deviation >= 0 && Double.isFinite(mean - most) && Double.isFinite(mean + most)
                ? new Domain(Kind.REAL, bits(mean - most), bits(mean + most), bits(mean))
                : null;
    }

    /** Returns false and true. */
    public static Domain truth() {
        return new Domain(Kind.TRUTH, 0, 1, 0);
    }

    /** Returns the value that is nearest to another. */
    public long fit(long value) {
        if (kind != Kind.REAL) {
            return Math.max(least, Math.min(most, value));
        }
        double number = Double.longBitsToDouble(value);
        return Double.isNaN(number)
                ? simplest
                : bits(Math.max(Double.longBitsToDouble(least), Math.min(Double.longBitsToDouble(most), number)));
    }

    /**
     * Returns the value that stands for one of another domain: as far from the simplest one among whole numbers, where that
     * is another here, and else the nearest.
     */
    public long fit(Domain other, long value) {
        return kind == Kind.WHOLE && other.kind == Kind.WHOLE ? fit(value - other.simplest + simplest) : fit(value);
    }

    /** Returns whether this is one of the values. */
    public boolean includes(long value) {
        return fit(value) == value;
    }

    /** Compares two values: the simpler one is less. */
    public int compare(long one, long other) {
        if (one == other) {
            return 0;
        }
        return kind == Kind.REAL
                ? compareReal(Double.longBitsToDouble(one), Double.longBitsToDouble(other))
                : compareWhole(one, other);
    }

    /** Compares by the distance to the simplest, which fits into 64 bits without a sign; then what is above it comes first. */
    private int compareWhole(long one, long other) {
        int byDistance = Long.compareUnsigned(distance(one), distance(other));
        return byDistance != 0 ? byDistance : Long.compare(other, one);
    }

    /** Returns the distance of a whole number to the simplest, without a sign. */
    public long distance(long value) {
        return value >= simplest ? value - simplest : simplest - value;
    }

    /** Whole numbers come first, then those with few decimals; then small ones, and positive before negative. */
    private static int compareReal(double one, double other) {
        int byDecimals = Integer.compare(decimals(one), decimals(other));
        if (byDecimals != 0) {
            return byDecimals;
        }
        int bySize = Double.compare(Math.abs(one), Math.abs(other));
        return bySize != 0 ? bySize : Double.compare(other, one);
    }

    /** Returns how many decimals a number has; more than anybody would write is all the same. */
    public static int decimals(double number) {
        double scale = 1;
        for (int decimals = 0; decimals < DECIMALS; decimals++) {
            if (rounded(number, scale) == number) {
                return decimals;
            }
            scale *= 10;
        }
        return DECIMALS;
    }

    /** Returns a number without the decimals beyond a scale, which is a power of ten. */
    private static double rounded(double number, double scale) {
        double scaled = number * scale;
        return Math.abs(scaled) < 1L << 53 ? Math.rint(scaled) / scale : number;
    }

    /** Returns any of the values. */
    public long any(RandomGenerator random) {
        if (kind != Kind.REAL) {
            return most == Long.MAX_VALUE ? fit(random.nextLong()) : random.nextLong(least, most + 1);
        }
        double low = Double.longBitsToDouble(least);
        double high = Double.longBitsToDouble(most);
        return bits(
                Double.isInfinite(high - low)
                        ? Math.max(low, Math.min(high, random.nextGaussian() * 1_000))
                        : random.nextDouble(low, Math.max(Math.nextUp(low), high)));
    }

    /** Returns the bits of a value. */
    long bits(Number value) {
        return kind == Kind.REAL ? bits(value.doubleValue()) : value.longValue();
    }

    /** Returns the value as a number, which is 0 or 1 for a truth. */
    public Number number(long bits) {
        return kind == Kind.REAL ? (Number) Double.longBitsToDouble(bits) : (Number) bits;
    }

    /** Returns the value as its type: a number, or a truth. */
    Object value(long bits) {
        return switch (kind) {
            case WHOLE -> bits;
            case REAL -> Double.longBitsToDouble(bits);
            case TRUTH -> bits != 0;
        };
    }

    /** Returns a value as a person would write it. */
    public String text(long bits) {
        return value(bits).toString();
    }

    private static long bits(double number) {
        // Minus zero is zero.
        return Double.doubleToLongBits(number + 0.0);
    }
}
