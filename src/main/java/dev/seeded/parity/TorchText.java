package dev.seeded.parity;

import java.util.Arrays;

/** The text of a tensor of {@code float32} as {@code print} shows it in PyTorch: all numbers in one form and as wide. */
final class TorchText {

    private static final int LINE = 80;
    private static final String PREFIX = "tensor(";

    private final int precision;
    private final boolean whole;
    private final boolean scientific;
    private final int width;

    /** Chooses the form that suits these values, the ones that are shown. */
    private TorchText(double[] values, int precision) {
        this.precision = precision;
        double[] finite =
                Arrays.stream(values).filter(x -> Double.isFinite(x) && x != 0).toArray();
        double max = Arrays.stream(finite).map(Math::abs).max().orElse(1);
        double min = Arrays.stream(finite).map(Math::abs).min().orElse(1);
        whole = Arrays.stream(finite).allMatch(x -> x == Math.ceil(x));
        scientific = max / min > 1000 || max > 1e8 || (!whole && min < 1e-4);
        width = Arrays.stream(finite).mapToInt(x -> number(x).length()).max().orElse(1);
    }

    static String of(boolean isMatrix, int precision, double[]... rows) {
        int columns = Printed.columns(rows);
        if (isMatrix && columns == 0) {
            return PREFIX + "[], size=(" + rows.length + ", 0))";
        }
        boolean summarized = Printed.isSummarized((long) rows.length * columns);
        TorchText form = new TorchText(Printed.shown(summarized, rows), precision);
        int indent = PREFIX.length() + 1;
        String text = isMatrix
                ? Printed.joined(
                        rows.length,
                        summarized,
                        ",\n" + " ".repeat(indent),
                        i -> form.row(rows[i], summarized, indent + 1))
                : form.row(rows[0], summarized, indent);
        return PREFIX + text + ")";
    }

    /** @param indent where the first number stands in its line */
    private String row(double[] values, boolean summarized, int indent) {
        int[] indexes = Printed.shown(values.length, summarized);
        int perLine = Math.max(1, (LINE - indent + 1) / (width + 2));
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < indexes.length; i++) {
            if (i > 0) {
                text.append(i % perLine == 0 ? ",\n" + " ".repeat(indent) : ", ");
            }
            text.append(indexes[i] < 0 ? " ..." : text(values[indexes[i]]));
        }
        return text.append("]").toString();
    }

    private String text(double x) {
        String text = Double.isFinite(x) ? number(x) : Double.isNaN(x) ? "nan" : x < 0 ? "-inf" : "inf";
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private String number(double x) {
        return scientific
                ? Decimals.scientific(x, precision)
                : whole ? Decimals.fixed(x, 0) + "." : Decimals.fixed(x, precision);
    }
}
