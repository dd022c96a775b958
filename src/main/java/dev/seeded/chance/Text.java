package dev.seeded.chance;

import dev.seeded.internal.console.Printable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** Messages, and the numbers in them. */
final class Text {

    private static final BigDecimal LEAST = new BigDecimal("0.001");
    private static final double MOST = 1e300;
    private static final int LENGTH = 20;

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

    /** Returns an outcome on one line; text in quotes, so that one sees where it ends. */
    static String outcome(@Nullable Object outcome) {
        if (outcome instanceof CharSequence text) {
            return Printable.quote(text);
        }
        try {
            return Printable.line(String.valueOf(outcome));
        } catch (RuntimeException resists) {
            return "a " + type(outcome) + " whose toString() throws " + Printable.line(type(resists));
        }
    }

    static String type(@Nullable Object outcome) {
        return outcome == null ? "null" : outcome.getClass().getTypeName();
    }

    static String plain(double value) {
        return Double.isFinite(value) ? plain(BigDecimal.valueOf(value)) : Double.toString(value);
    }

    /** Returns a number with the digits that matter beside a margin. */
    static String rounded(double value, double margin, RoundingMode mode) {
        return plain(BigDecimal.valueOf(value).setScale(1 - (int) Math.floor(Math.log10(margin)), mode));
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        String plain = stripped.toPlainString();
        return plain.length() <= LENGTH ? plain : power(stripped);
    }

    private static String power(BigDecimal number) {
        return number.toString().replace("E+", "e").replace('E', 'e');
    }

    static String trials(double number) {
        return number == 1 ? "1 trial" : String.format(Locale.ROOT, "%,.0f trials", number);
    }

    static String odds(double evidence) {
        if (evidence > MOST) {
            return "more than " + plain(MOST) + " to 1";
        }
        BigDecimal odds = new BigDecimal(evidence).round(new MathContext(2));
        return (evidence < 1_000 ? plain(odds.max(LEAST)) : power(odds.stripTrailingZeros())) + " to 1";
    }

    /** Returns a number of two digits that is not less. */
    static double roundedUp(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(2, RoundingMode.CEILING))
                        .doubleValue()
                : value;
    }
}
