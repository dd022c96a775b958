package dev.seeded.parity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The text of an array as {@code print} shows it in NumPy: all numbers in one form, each in as few digits as it needs but
 * not more than the precision, with the decimal points one above the other.
 */
final class NumPyText {

    private static final int LINE = 75;

    private final int precision;
    private final boolean scientific;
    private int left;
    private int right;
    private int exponentDigits;

    /** Chooses the form that suits these values, the ones that are shown. */
    private NumPyText(double[] values, int precision) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double[] magnitudes =
                Arrays.stream(finite).map(Math::abs).filter(x -> x != 0).toArray();
        double max = Arrays.stream(magnitudes).max().orElse(1);
        double min = Arrays.stream(magnitudes).min().orElse(1);
        scientific = max >= 1e8 || min < 1e-4 || max / min > 1000;
        int digits = 0;
        for (double x : finite) {
            BigDecimal shown = scientific ? toDigits(x, precision + 1) : toScale(x, precision);
            int exponent = Decimals.exponent(shown);
            digits = Math.max(digits, scientific ? shown.precision() - 1 : shown.scale());
            left = Math.max(left, Decimals.sign(x).length() + (scientific ? 1 : Math.max(exponent, 0) + 1));
            exponentDigits = Math.max(
                    exponentDigits, Integer.toString(Math.abs(exponent)).length());
        }
        this.precision = digits;
        exponentDigits = Math.max(exponentDigits, 2);
        right = finite.length == 0 ? 0 : scientific ? exponentDigits + 2 + digits : digits;
        for (double x : values) {
            if (!Double.isFinite(x)) {
                left = Math.max(left, name(x).length() - right - 1);
            }
        }
    }

    static String of(boolean isMatrix, int precision, double[]... rows) {
        int columns = Printed.columns(rows);
        if (columns == 0) {
            return "[]";
        }
        boolean summarized = Printed.isSummarized((long) rows.length * columns);
        NumPyText form = new NumPyText(Printed.shown(summarized, rows), precision);
        return isMatrix
                ? Printed.joined(rows.length, summarized, "\n ", i -> row(rows[i], summarized, form, "  "))
                : row(rows[0], summarized, form, " ");
    }

    private static String row(double[] values, boolean summarized, NumPyText form, String indent) {
        int width = LINE - indent.length();
        IntFunction<String> word = i -> i < 0 ? "..." : form.text(values[i]);
        StringBuilder text = new StringBuilder();
        String line = indent;
        for (int i : Printed.shown(values.length, summarized)) {
            String next = word.apply(i);
            if (line.length() + next.length() > width && line.length() > indent.length()) {
                text.append(line.stripTrailing()).append('\n');
                line = indent;
            }
            line += next + " ";
        }
        text.append(line, 0, line.length() - 1);
        return "[" + text.substring(indent.length()) + "]";
    }

    private String text(double x) {
        String text;
        if (!Double.isFinite(x)) {
            return " ".repeat(Math.max(0, left + right + 1 - name(x).length())) + name(x);
        }
        if (scientific) {
            BigDecimal shortest = Decimals.shortest(x);
            BigDecimal magnitude = shortest.precision() == precision + 1
                    ? shortest
                    : Decimals.rounded(Decimals.magnitude(x), precision + 1);
            text = Decimals.scientific(x, magnitude, precision, exponentDigits);
            if (precision == 0) {
                text = text.replace("e", ".e");
            }
        } else {
            BigDecimal magnitude = toScale(x, precision);
            text = Decimals.sign(x)
                    + magnitude.toPlainString()
                    + (magnitude.scale() == 0 ? "." : "")
                    + " ".repeat(precision - magnitude.scale());
        }
        return " ".repeat(Math.max(0, left + right + 1 - text.length())) + text;
    }

    private static String name(double x) {
        return Double.isNaN(x) ? "nan" : x < 0 ? "-inf" : "inf";
    }

    private static BigDecimal toScale(double x, int scale) {
        BigDecimal shortest = Decimals.shortest(x);
        BigDecimal shown = shortest.scale() <= scale
                ? shortest
                : Decimals.magnitude(x).setScale(scale, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return shown.scale() < 0 ? shown.setScale(0) : shown;
    }

    private static BigDecimal toDigits(double x, int digits) {
        BigDecimal shortest = Decimals.shortest(x);
        return shortest.precision() <= digits
                ? shortest
                : Decimals.rounded(Decimals.magnitude(x), digits).stripTrailingZeros();
    }
}
