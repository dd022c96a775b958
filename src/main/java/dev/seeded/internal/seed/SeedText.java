package dev.seeded.internal.seed;

import dev.seeded.internal.UserError;
import dev.seeded.internal.console.Printable;
import java.util.regex.Pattern;

/** The way a seed is written: a decimal {@code long} or 1 to 16 hexadecimal digits, either as a Java literal too. */
public final class SeedText {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,16}");

    private SeedText() {}

    /**
     * Parses a seed.
     *
     * @param text the seed, blanks around it allowed
     * @param source where the text comes from, for the error; empty where the caller knows
     * @throws UserError if {@code text} is not a seed; the message says how one is written
     */
    public static long parse(CharSequence text, String source) {
        String trimmed = text.toString().trim();
        String digits = trimmed.endsWith("L") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
        if (HEXADECIMAL.matcher(digits).matches()) {
            return Long.parseUnsignedLong(digits.substring(2), 16);
        }
        if (DECIMAL.matcher(digits).matches()) {
            try {
                return Long.parseLong(digits);
            } catch (NumberFormatException outOfRange) {
                throw new UserError(
                        problem(text, source) + ": it does not fit into a long; write a number such as 42 or 0x2A",
                        outOfRange);
            }
        }
        throw new UserError(problem(text, source) + "; write " + (source.isEmpty() ? "" : "'commit', 'last' or ")
                + "a number (decimal, or 0x and up to 16 hex digits), for example 42 or 0x2A");
    }

    private static String problem(CharSequence text, String source) {
        return Printable.quote(text) + (source.isEmpty() ? "" : " (" + source + ")") + " is not a seed";
    }
}
