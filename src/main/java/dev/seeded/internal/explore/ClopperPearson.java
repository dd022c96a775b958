package dev.seeded.internal.explore;

/**
 * The exact 95 % interval of a failure rate, after C. J. Clopper and E. S. Pearson, <em>The use of confidence or fiducial
 * limits illustrated in the case of the binomial</em>, Biometrika 26 (1934), 404–413. Its limits are quantiles of beta
 * distributions.
 *
 * @param lower the lower limit
 * @param upper the upper limit; where nothing failed, the one-sided one, about 3/n
 */
public record ClopperPearson(double lower, double upper) {

    private static final double ERROR = 0.05;
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-15;

    /** Returns the interval for so many failures in so many runs. */
    public static ClopperPearson of(long failures, long runs) {
        if (failures == 0) {
            return new ClopperPearson(0, -Math.expm1(Math.log(ERROR) / runs));
        }
        if (failures == runs) {
            return new ClopperPearson(Math.exp(Math.log(ERROR) / runs), 1);
        }
        return new ClopperPearson(
                betaQuantile(ERROR / 2, (double) failures, runs - failures + 1.0),
                betaQuantile(1 - ERROR / 2, failures + 1.0, (double) runs - failures));
    }

    private static double betaQuantile(double probability, double a, double b) {
        double low = 0;
        double high = 1;
        for (double middle = 0.5; low < middle && middle < high; middle = (low + high) / 2) {
            if (regularizedBeta(middle, a, b) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * The regularized incomplete beta function I<sub>x</sub>(a, b) by its continued fraction, NIST Digital Library of
     * Mathematical Functions, 8.17.22, evaluated by Lentz's method as modified by Thompson and Barnett.
     */
    static double regularizedBeta(double x, double a, double b) {
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - regularizedBeta(1 - x, b, a);
        }
        double front = Math.exp(
                a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b) - Math.log(a));
        double numerator = 1;
        double denominator = 0;
        double fraction = 1;
        double factor = 0;
        for (int step = 0; Math.abs(factor - 1) > PRECISION && step < 100_000; step++) {
            int m = step / 2;
            double term = step == 0
                    ? 1
                    : step % 2 == 0
                            ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                            : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            denominator = 1 / awayFromZero(1 + term * denominator);
            numerator = awayFromZero(1 + term / numerator);
            factor = numerator * denominator;
            fraction *= factor;
        }
        return front * (fraction - 1);
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** ln Γ by Stirling's series, Abramowitz and Stegun, 6.1.41, after steps up by 6.1.15 to where it is exact. */
    private static double logGamma(double x) {
        double product = 1;
        double z = x;
        for (; z < 15; z++) {
            product *= z;
        }
        double w = 1 / (z * z);
        double series = (1 / 12.0 - w * (1 / 360.0 - w * (1 / 1260.0 - w * (1 / 1680.0 - w / 1188)))) / z;
        return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
    }
}
