package dev.seeded.parity;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Arrays as {@code print} shows them in NumPy and PyTorch, so that an output can be compared with the original's.
 *
 * <pre>{@code
 * Printed.numpy(new NumPyRandomState(90210).rand(3), 2);  // [0.19 0.93 0.4 ]
 * Printed.torch(new TorchGenerator(23).rand(3), 1);       // tensor([0.4, 0.3, 0.4])
 * }</pre>
 *
 * <p>The precision is the one given to {@code set_printoptions}; all other options are the original's defaults. Scientific
 * form, padding, signs, line breaks (at 75 columns in NumPy, at 80 in PyTorch) and the dots for values left out, where
 * there are more than 1,000, follow the original's rules. Compared with NumPy 1.24 and PyTorch 1.13.
 *
 * @since 0.1
 */
public final class Printed {

    private static final int MOST_SHOWN = 1000;
    private static final int EDGE = 3;

    private Printed() {}

    /**
     * Returns what {@code np.set_printoptions(precision=precision); print(values)} shows.
     *
     * @param values an array of {@code float64}
     * @param precision the most digits after the decimal point; NumPy's default is 8
     * @throws IllegalArgumentException if {@code precision} is negative
     */
    public static String numpy(double[] values, int precision) {
        return NumPyText.of(false, checked(precision), values);
    }

    /**
     * Returns what {@code np.set_printoptions(precision=precision); print(values)} shows.
     *
     * @param values an array of {@code float64} in two dimensions
     * @param precision the most digits after the decimal point; NumPy's default is 8
     * @throws IllegalArgumentException if {@code precision} is negative, or rows differ in length
     */
    public static String numpy(double[][] values, int precision) {
        return NumPyText.of(true, checked(precision), values);
    }

    /**
     * Returns what {@code torch.set_printoptions(precision=precision); print(values)} shows.
     *
     * @param values a tensor of {@code float32}
     * @param precision the digits after the decimal point; PyTorch's default is 4
     * @throws IllegalArgumentException if {@code precision} is negative
     */
    public static String torch(float[] values, int precision) {
        return TorchText.of(false, checked(precision), doubles(values));
    }

    /**
     * Returns what {@code torch.set_printoptions(precision=precision); print(values)} shows.
     *
     * @param values a tensor of {@code float32} in two dimensions
     * @param precision the digits after the decimal point; PyTorch's default is 4
     * @throws IllegalArgumentException if {@code precision} is negative, or rows differ in length
     */
    public static String torch(float[][] values, int precision) {
        return TorchText.of(
                true,
                checked(precision),
                Arrays.stream(values).map(Printed::doubles).toArray(double[][]::new));
    }

    private static int checked(int precision) {
        Arguments.require(precision >= 0, () -> "precision must be non-negative, got: " + precision);
        return precision;
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    /** Returns the length that all rows have, 0 where there is none. */
    static int columns(double[]... rows) {
        for (int i = 1; i < rows.length; i++) {
            int row = i;
            Arguments.require(
                    rows[i].length == rows[0].length,
                    () -> "rows must have one length, but row 0 has " + rows[0].length + " values and row " + row
                            + " has " + rows[row].length);
        }
        return rows.length == 0 ? 0 : rows[0].length;
    }

    static boolean isSummarized(long size) {
        return size > MOST_SHOWN;
    }

    /** Returns the indexes that are shown of so many, with -1 for those left out. */
    static int[] shown(int length, boolean summarized) {
        return summarized && length > 2 * EDGE
                ? IntStream.of(0, 1, 2, -1, length - 3, length - 2, length - 1).toArray()
                : Arguments.range(length);
    }

    /** Returns the values that are shown, of all rows that are. */
    static double[] shown(boolean summarized, double[]... rows) {
        return Arrays.stream(shown(rows.length, summarized))
                .filter(i -> i >= 0)
                .boxed()
                .flatMapToDouble(i -> Arrays.stream(shown(rows[i].length, summarized))
                        .filter(j -> j >= 0)
                        .mapToDouble(j -> rows[i][j]))
                .toArray();
    }

    /** Joins rows of a matrix, with dots for those left out. */
    static String joined(int rows, boolean summarized, String separator, IntFunction<String> row) {
        return Arrays.stream(shown(rows, summarized))
                .mapToObj(i -> i < 0 ? "..." : row.apply(i))
                .collect(Collectors.joining(separator, "[", "]"));
    }
}
