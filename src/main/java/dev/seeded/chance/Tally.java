package dev.seeded.chance;

/**
 * How often which values came, and what that is worth as evidence.
 *
 * <p>Values are counted in bins. A bin stands for its lower end where a gambler bets on a greater mean, for its upper end
 * where on a smaller one: no evidence is greater than that of the values themselves.
 */
final class Tally {

    private final double low;
    private final double high;
    private final int bins;
    private final boolean exact;
    private final int[] counts;
    private double sum;
    private int trials;

    /** Begins with no trials; {@code exact} if all values are ends of bins. */
    Tally(double low, double high, int bins, boolean exact) {
        this.low = low;
        this.high = high;
        this.bins = bins;
        this.exact = exact;
        counts = new int[bins + 1];
    }

    void add(double value, int times) {
        counts[(int) ((value - low) / (high - low) * bins)] += times;
        sum += value * times;
        trials += times;
    }

    int trials() {
        return trials;
    }

    double mean() {
        return sum / trials;
    }

    /**
     * Returns the evidence against "the mean is at most {@code boundary}", or with a direction of −1, at least.
     *
     * <p>A gambler who owns 1 bets against that at each trial. A bet of the fraction f multiplies what he owns by 1 + f (x −
     * boundary) / (boundary − low): never negative, and on average 1 at most if the mean is at most the boundary. So what he
     * owns, the evidence, reaches 1/α with a chance of at most α, at whatever time one looks.
     *
     * <p>Which fraction is best depends on the distribution. If values are {@code low} or {@code high} and their mean is
     * beyond the boundary by the margin, then it is margin / (high − boundary), with which the evidence is Wald's likelihood
     * ratio. Half of the money bets that. If the variance is smaller or the mean further off, a greater one is best, if it is
     * closer, a smaller one. The other half of the money is spread over 1/2, 2, 4, 8, … times that fraction, up to 1: one of
     * these has at least 8/9 of the best growth, but for greater or smaller best ones.
     *
     * <p>What each bet owns falls as the boundary moves in its direction, so that the boundaries which are not refuted are an
     * interval.
     *
     * @param times how often each trial is repeated: 1 for those that there were
     */
    double against(int direction, double boundary, double margin, double times) {
        double room = direction > 0 ? boundary - low : high - boundary;
        double wald = Math.min(1, margin / (high - low - room));
        // As many for each boundary, so that a bet's share of the money is the same.
        int others = Math.getExponent((high - low) / margin) + 2;
        double evidence = 0;
        for (int bet = 0; bet <= others; bet++) {
            double share = bet == 1 ? 0.5 : 0.5 / others;
            double fraction = Math.min(1, Math.scalb(wald, bet - 1));
            evidence += share * Math.exp(times * logarithm(direction, boundary, room, fraction));
        }
        return evidence;
    }

    /** Returns the logarithm of what bets of a fraction have made of 1. */
    private double logarithm(int direction, double boundary, double room, double fraction) {
        double logarithm = 0;
        for (int bin = 0; bin <= bins; bin++) {
            if (counts[bin] > 0) {
                int end = exact || direction > 0 ? bin : Math.min(bins, bin + 1);
                double gain = direction * ((end == bins ? high : low + (high - low) / bins * end) - boundary);
                // By a value that the boundary excludes, an infinite factor.
                logarithm += gain == 0 ? 0 : counts[bin] * Math.log(1 + fraction * (gain / room));
            }
        }
        return logarithm;
    }
}
