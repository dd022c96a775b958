package dev.seeded.parity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Finite numbers in decimal, rounded from the exact value, ties to even, as C's {@code printf} rounds. */
final class Decimals {

    private static final int DIGITS_OF_ANY_DOUBLE = 17;

    private Decimals() {}

    /** Returns a number as Python's {@code f"{x:.{digits}f}"} writes it. */
    static String fixed(double x, int digits) {
        return sign(x) + magnitude(x).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Returns a number as Python's {@code f"{x:.{digits}e}"} writes it. */
    static String scientific(double x, int digits) {
        return scientific(x, rounded(magnitude(x), digits + 1), digits, 2);
    }

    /** Returns in scientific form a number with the sign of {@code x}, whose {@code magnitude} has been rounded. */
    static String scientific(double x, BigDecimal magnitude, int digits, int exponentDigits) {
        int exponent = exponent(magnitude);
        BigDecimal mantissa = magnitude.scaleByPowerOfTen(-exponent).setScale(digits);
        String power = Integer.toString(Math.abs(exponent));
        return sign(x)
                + mantissa.toPlainString()
                + (exponent < 0 ? "e-" : "e+")
                + "0".repeat(Math.max(0, exponentDigits - power.length()))
                + power;
    }

    /** Returns the exponent of a number's first digit, 0 for zero. */
    static int exponent(BigDecimal magnitude) {
        return magnitude.signum() == 0 ? 0 : magnitude.precision() - magnitude.scale() - 1;
    }

    /** Returns the sign that C writes, which is there for a negative zero too. */
    static String sign(double x) {
        return Math.copySign(1, x) < 0 ? "-" : "";
    }

    /** Returns exactly the absolute value. */
    static BigDecimal magnitude(double x) {
        return new BigDecimal(Math.abs(x));
    }

    static BigDecimal rounded(BigDecimal magnitude, int digits) {
        return magnitude.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    /**
     * Returns the absolute value in the fewest digits that are read as the same double; of several such numbers the
     * nearest. {@link Double#toString(double)} has done so only since Java 19.
     */
    static BigDecimal shortest(double x) {
        BigDecimal exact = magnitude(x);
        for (int digits = 1; digits < DIGITS_OF_ANY_DOUBLE; digits++) {
            // Above a power of two the doubles are further apart than below it: there, only one further up may be read
            // as the same.
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP}) {
                BigDecimal candidate = exact.round(new MathContext(digits, mode));
                if (candidate.doubleValue() == Math.abs(x)) {
                    return candidate.stripTrailingZeros();
                }
            }
        }
        return rounded(exact, DIGITS_OF_ANY_DOUBLE).stripTrailingZeros();
    }
}
