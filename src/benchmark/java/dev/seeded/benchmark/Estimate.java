package dev.seeded.benchmark;

import java.util.Arrays;
import java.util.Locale;

/**
 * A median, with its 95 % confidence interval by order statistics, which holds for any distribution.
 *
 * @param low the interval's lower end
 * @param high its upper end
 */
record Estimate(double median, double low, double high) {

    private static final double Z = 1.96;

    static Estimate of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int count = sorted.length;
        // The rank of the median is binomial with p = 1/2; its normal approximation suffices for ten values and more.
        int reach = (int) Math.ceil(Z * Math.sqrt(count) / 2);
        int low = Math.max(0, count / 2 - reach);
        int high = Math.min(count - 1, (count - 1) / 2 + reach);
        return new Estimate((sorted[(count - 1) / 2] + sorted[count / 2]) / 2, sorted[low], sorted[high]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", median, low, high);
    }
}
