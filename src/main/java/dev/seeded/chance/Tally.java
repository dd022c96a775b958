package dev.seeded.chance;

/**
 * How often which values came, from 0 to 1, and what that is worth as evidence.
 *
 * <p>Values are counted in bins. One between two bins counts for both, the more for the closer, so that the mean is kept: as
 * the logarithm of what a bet makes is concave, no evidence is greater than that of the values themselves.
 */
final class Tally {

    private static final double SMALL_SAMPLE = 1;

    private final int bins;
    private final double[] counts;
    private double sum;
    private double squares;
    private int trials;

    Tally(int bins) {
        this.bins = bins;
        counts = new double[bins + 1];
    }

    void add(double value, int times) {
        double place = value * bins;
        int bin = (int) place;
        double above = place - bin;
        counts[bin] += times * (1 - above);
        if (above > 0) {
            counts[bin + 1] += times * above;
        }
        sum += times * value;
        squares += times * value * value;
        trials += times;
    }

    int trials() {
        return trials;
    }

    double mean() {
        return sum / trials;
    }

    /** Returns the variance, which is not underestimated where few trials have not shown rare values. */
    double variance() {
        return Math.min(0.25, Math.max(0, squares / trials - mean() * mean()) + SMALL_SAMPLE / trials);
    }

    /** Returns whether the greatest value came more often than the least. */
    boolean leans() {
        return counts[bins] > counts[0];
    }

    /** Returns how many bets share a half of the money: as many for each boundary, so that the share of each is the same. */
    static int bets(double margin) {
        return Math.getExponent(1 / margin) + 2;
    }

    /**
     * Returns the evidence against "the mean is at most {@code boundary}", or with a direction of −1, at least.
     *
     * <p>A gambler who owns 1 bets against that at each trial. A bet of the fraction f multiplies what he owns by 1 + f (x −
     * boundary) / boundary: never negative, and on average 1 at most if the mean is at most the boundary. So what he owns, the
     * evidence, reaches 1/α with a chance of at most α, at whatever time one looks.
     *
     * <p>Which fraction is best depends on the distribution. If values are 0 or 1 and their mean is beyond the boundary by the
     * margin, then it is margin / (1 − boundary), with which the evidence is Wald's likelihood ratio. Half of the money bets
     * that. If the variance is smaller or the mean further off, a greater one is best, if it is closer, a smaller one. The
     * other half of the money is spread over 1/2, 2, 4, 8, … times that fraction, up to 1: one of these has at least 8/9 of the
     * best growth, but for greater or smaller best ones.
     *
     * <p>What each bet owns falls as the boundary moves in its direction, so that the boundaries which are not refuted are an
     * interval.
     */
    double against(int direction, double boundary, double margin) {
        double room = direction > 0 ? boundary : 1 - boundary;
        double wald = Math.min(1, margin / (1 - room));
        int others = bets(margin);
        double evidence = 0;
        for (int bet = 0; bet <= others; bet++) {
            double share = bet == 1 ? 0.5 : 0.5 / others;
            double fraction = Math.min(1, Math.scalb(wald, bet - 1));
            evidence += share * Math.exp(logarithm(direction, boundary, room, fraction));
        }
        return evidence;
    }

    /** Returns whether there is so much evidence, which must be more than 1. */
    boolean reaches(double evidence, int direction, double boundary, double margin) {
        double distance = direction * (mean() - boundary);
        // Of two values, it is at most exp(n d² / (b (1 − b))), which is quickly told.
        double most = bins > 1 ? evidence : Math.exp(trials * distance * distance / (boundary * (1 - boundary)));
        return distance > 0 && most >= evidence && against(direction, boundary, margin) >= evidence;
    }

    /** Returns the logarithm of what bets of a fraction have made of 1. */
    private double logarithm(int direction, double boundary, double room, double fraction) {
        double logarithm = 0;
        for (int bin = 0; bin <= bins; bin++) {
            double gain = direction * ((double) bin / bins - boundary);
            if (counts[bin] > 0 && gain != 0) {
                // By a value that the boundary excludes, an infinite factor.
                logarithm += counts[bin] * Math.log(1 + fraction * (gain / room));
            }
        }
        // Who has lost everything cannot win.
        return Double.isNaN(logarithm) ? Double.NEGATIVE_INFINITY : logarithm;
    }
}
