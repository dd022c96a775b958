package dev.seeded.chance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.opentest4j.AssertionFailedError;

/** Messages, and the numbers in them. */
final class Text {

    private static final BigDecimal LEAST = new BigDecimal("0.001");

    private Text() {}

    /** Returns an {@code AssertionFailedError} where there is one on the class path, as with JUnit. */
    static AssertionError failure(String message) {
        try {
            return OpenTest4J.failure(message);
        } catch (NoClassDefFoundError absent) {
            return new AssertionError(message);
        }
    }

    /** Loaded where it is called, with what it names. */
    private static final class OpenTest4J {

        static AssertionError failure(String message) {
            return new AssertionFailedError(message);
        }
    }

    static String plain(double value) {
        return Double.isFinite(value) ? plain(BigDecimal.valueOf(value)) : Double.toString(value);
    }

    /** Returns a number with the digits that matter beside a margin. */
    static String rounded(double value, double margin, RoundingMode mode) {
        int digits = Math.max(0, 1 - (int) Math.floor(Math.log10(margin)));
        return plain(BigDecimal.valueOf(value).setScale(digits, mode));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String trials(double number) {
        return number == 1 ? "1 trial" : String.format(Locale.ROOT, "%,.0f trials", number);
    }

    static String odds(double evidence) {
        BigDecimal odds = new BigDecimal(Math.min(evidence, Double.MAX_VALUE)).round(new MathContext(2));
        return (evidence < 1_000
                        ? plain(odds.max(LEAST))
                        : odds.stripTrailingZeros().toString().replace("E+", "e")) + " to 1";
    }

    /** Returns a number of two digits that is not less. */
    static double roundedUp(double value) {
        return new BigDecimal(value)
                .round(new MathContext(2, RoundingMode.CEILING))
                .doubleValue();
    }
}
