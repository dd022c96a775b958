package dev.seeded.parity;

import java.math.BigInteger;
import java.util.Locale;

/**
 * NumPy's integer types: the {@code dtype} of {@code randint} and {@code integers}.
 *
 * <p>The type bounds the values, and changes what is drawn: types of 8 and 16 bits, and {@link #BOOL}, take several
 * values from one 32-bit word.
 *
 * @since 0.1
 */
public enum NumPyType {
    /** {@code np.bool_}, as 0 and 1. */
    BOOL(1, false),
    /** {@code np.int8}. */
    INT8(8, true),
    /** {@code np.uint8}. */
    UINT8(8, false),
    /** {@code np.int16}. */
    INT16(16, true),
    /** {@code np.uint16}. */
    UINT16(16, false),
    /** {@code np.int32}. */
    INT32(32, true),
    /** {@code np.uint32}. */
    UINT32(32, false),
    /** {@code np.int64}, which is the default. */
    INT64(64, true),
    /** {@code np.uint64}. */
    UINT64(64, false);

    private final int bits;
    private final BigInteger min;
    private final BigInteger max;

    NumPyType(int bits, boolean signed) {
        BigInteger count = BigInteger.ONE.shiftLeft(bits);
        this.bits = bits;
        this.min = signed ? count.shiftRight(1).negate() : BigInteger.ZERO;
        this.max = min.add(count).subtract(BigInteger.ONE);
    }

    int bits() {
        return bits;
    }

    /** Returns the value that these bits are in this type. */
    BigInteger valueOf(long value) {
        BigInteger signed = BigInteger.valueOf(value);
        return this == UINT64 ? signed.and(max) : signed;
    }

    /** Refuses a range that leaves this type, or is empty; {@code last} is part of it. */
    void check(BigInteger low, BigInteger last) {
        Arguments.require(low.compareTo(min) >= 0, () -> "low is out of bounds for " + this + ": " + low);
        Arguments.require(
                last.compareTo(max) <= 0, () -> "high is out of bounds for " + this + ": largest value " + last);
        Arguments.require(low.compareTo(last) <= 0, () -> "low >= high: " + low + " >= " + last.add(BigInteger.ONE));
    }

    /** Returns NumPy's name of this type, {@code int64}, say. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
