package dev.seeded.parity;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.IntPredicate;

/** NumPy's {@code choice} with probabilities, and what Python's {@code choices} with weights shares with it. */
final class WeightedChoice {

    /** The square root of 2<sup>-52</sup>, by which probabilities may miss the sum 1. */
    private static final double TOLERANCE = 0x1p-26;

    private WeightedChoice() {}

    /** Returns {@code size} indices drawn with the probabilities {@code p}. */
    static int[] indices(DoubleSupplier random, int size, boolean replace, double[] p) {
        check(p);
        int[] indices = new int[size];
        if (size == 0) {
            return indices;
        }
        if (!replace) {
            fillDistinct(indices, random, p.clone());
            return indices;
        }
        double[] cdf = cdf(p);
        Arrays.setAll(indices, i -> upperBound(cdf, cdf.length, random.getAsDouble()));
        return indices;
    }

    /** Draws as many as are missing, drops repeats, and goes on with what was found made impossible. */
    private static void fillDistinct(int[] indices, DoubleSupplier random, double[] p) {
        long possible = Arrays.stream(p).filter(probability -> probability > 0).count();
        int size = indices.length;
        Arguments.require(size <= possible, () -> "Fewer non-zero entries in p than size: " + size);
        int count = 0;
        while (count < size) {
            double[] cdf = cdf(p);
            for (int missing = size - count; missing > 0; missing--) {
                int index = upperBound(cdf, cdf.length, random.getAsDouble());
                if (p[index] > 0) {
                    p[index] = 0;
                    indices[count++] = index;
                }
            }
        }
    }

    private static double[] cdf(double[] p) {
        double[] cdf = cumulative(p);
        double total = cdf[cdf.length - 1];
        return ParityGenerator.mapped(cdf, sum -> sum / total);
    }

    /** Returns the sums of the first weights, each sum with one weight more. */
    static double[] cumulative(double[] weights) {
        double[] sums = weights.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    /** Returns the first index whose value is above {@code x}; {@code end} where none before it is. */
    static int upperBound(double[] ascending, int end, double x) {
        return first(end, i -> x < ascending[i]);
    }

    /** Returns the first index for which a condition holds that holds for all after it; {@code end} where there is none. */
    static int first(int end, IntPredicate condition) {
        int low = 0;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static void check(double[] p) {
        double sum = 0;
        double lost = 0;
        for (double probability : p) {
            Arguments.require(!Double.isNaN(probability), () -> "probabilities contain NaN: " + Arrays.toString(p));
            Arguments.require(probability >= 0, () -> "probabilities are not non-negative: " + probability);
            // Kahan's sum, as NumPy has it.
            double term = probability - lost;
            double next = sum + term;
            lost = next - sum - term;
            sum = next;
        }
        double total = sum;
        Arguments.require(Math.abs(total - 1) <= TOLERANCE, () -> "probabilities do not sum to 1: " + total);
    }
}
