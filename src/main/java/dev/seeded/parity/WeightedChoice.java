package dev.seeded.parity;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** NumPy's {@code choice} with probabilities, which its two generators share. */
final class WeightedChoice {

    /** The square root of 2<sup>-52</sup>, by which probabilities may miss the sum 1. */
    private static final double TOLERANCE = 0x1p-26;

    private WeightedChoice() {}

    /** Returns {@code size} indices drawn with the probabilities {@code p}. */
    static int[] indices(DoubleSupplier random, int size, boolean replace, double[] p) {
        check(p);
        if (size == 0) {
            return new int[0];
        }
        return replace ? repeated(random, size, p) : distinct(random, size, p.clone());
    }

    private static int[] repeated(DoubleSupplier random, int size, double[] p) {
        double[] cdf = cdf(p);
        int[] indices = new int[size];
        for (int i = 0; i < size; i++) {
            indices[i] = upperBound(cdf, cdf.length, random.getAsDouble());
        }
        return indices;
    }

    /** Draws as many as are missing, drops repeats, and goes on with what was found made impossible. */
    private static int[] distinct(DoubleSupplier random, int size, double[] p) {
        long possible = Arrays.stream(p).filter(probability -> probability > 0).count();
        Arguments.require(size <= possible, "Fewer non-zero entries in p than size", size);
        int[] found = new int[size];
        int count = 0;
        while (count < size) {
            double[] cdf = cdf(p);
            for (int missing = size - count; missing > 0; missing--) {
                int index = upperBound(cdf, cdf.length, random.getAsDouble());
                if (p[index] > 0) {
                    p[index] = 0;
                    found[count++] = index;
                }
            }
        }
        return found;
    }

    private static double[] cdf(double[] p) {
        double[] cdf = p.clone();
        for (int i = 1; i < cdf.length; i++) {
            cdf[i] += cdf[i - 1];
        }
        double total = cdf[cdf.length - 1];
        for (int i = 0; i < cdf.length; i++) {
            cdf[i] /= total;
        }
        return cdf;
    }

    /** Returns the first index whose value is above {@code x}; {@code end} where none before it is. */
    static int upperBound(double[] ascending, int end, double x) {
        int low = 0;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x < ascending[middle]) {
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
            Arguments.require(!Double.isNaN(probability), "probabilities contain NaN", Arrays.toString(p));
            Arguments.require(probability >= 0, "probabilities are not non-negative", probability);
            // Kahan's sum, as NumPy has it.
            double term = probability - lost;
            double next = sum + term;
            lost = next - sum - term;
            sum = next;
        }
        Arguments.require(Math.abs(sum - 1) <= TOLERANCE, "probabilities do not sum to 1", sum);
    }
}
