package dev.seeded.parity;

import java.util.function.DoubleSupplier;

/**
 * NumPy's binomial distribution. Where few successes are expected, the inverse of the distribution function; else the
 * algorithm BTPE: V. Kachitvichyanukul and B. W. Schmeiser, <em>Binomial Random Variate Generation</em>, CACM 31 (1988)
 * 216–222.
 */
final class Binomial {

    private static final double FEW = 30;

    private final long n;
    private final double r;
    private final double q;
    private final boolean isMirrored;
    private final DoubleSupplier draw;

    /** @param isLegacy whether it is {@code RandomState}'s, which draws where there is nothing to choose, too */
    Binomial(long n, double p, DoubleSupplier uniform, boolean isLegacy) {
        this.n = n;
        isMirrored = p > 0.5;
        r = isMirrored ? 1 - p : p;
        q = 1 - r;
        if (!isLegacy && (n == 0 || p == 0)) {
            draw = () -> 0;
        } else {
            draw = r * n <= FEW ? inversion(uniform, isLegacy) : new Btpe(uniform);
        }
    }

    /** Returns the logarithm of {@code 1 - p}; {@code RandomState} rounds the difference first. */
    static double logOfComplement(double p, boolean isLegacy) {
        return isLegacy ? StrictMath.log(1 - p) : StrictMath.log1p(-p);
    }

    /** Returns the number of successes. */
    long next() {
        long successes = (long) draw.getAsDouble();
        return isMirrored ? n - successes : successes;
    }

    private DoubleSupplier inversion(DoubleSupplier uniform, boolean isLegacy) {
        double none = StrictMath.exp(n * logOfComplement(r, isLegacy));
        double mean = n * r;
        double last = Math.floor(Math.min((double) n, mean + 10 * Math.sqrt(mean * q + 1)));
        return () -> {
            long x = 0;
            double probability = none;
            double u = uniform.getAsDouble();
            while (u > probability) {
                x++;
                if (x > last) {
                    x = 0;
                    probability = none;
                    u = uniform.getAsDouble();
                } else {
                    u -= probability;
                    probability = (n - x + 1) * r * probability / (x * q);
                }
            }
            return x;
        };
    }

    /** A triangle in the middle, parallelograms at its sides, and exponential tails enclose the distribution. */
    private final class Btpe implements DoubleSupplier {

        private final DoubleSupplier uniform;
        private final long mode;
        private final double variance = n * r * q;
        private final double halfWidth = Math.floor(2.195 * Math.sqrt(variance) - 4.6 * q) + 0.5;
        private final double middle;
        private final double left;
        private final double right;
        private final double sideHeight;
        private final double leftRate;
        private final double rightRate;
        private final double triangleAndSides;
        private final double withLeftTail;
        private final double all;

        Btpe(DoubleSupplier uniform) {
            this.uniform = uniform;
            double mean = n * r + r;
            mode = (long) Math.floor(mean);
            middle = mode + 0.5;
            left = middle - halfWidth;
            right = middle + halfWidth;
            sideHeight = 0.134 + 20.5 / (15.3 + mode);
            leftRate = rate((mean - left) / (mean - left * r));
            rightRate = rate((right - mean) / (right * q));
            triangleAndSides = halfWidth * (1 + 2 * sideHeight);
            withLeftTail = triangleAndSides + sideHeight / leftRate;
            all = withLeftTail + sideHeight / rightRate;
        }

        private static double rate(double a) {
            return a * (1 + a / 2);
        }

        @Override
        public double getAsDouble() {
            while (true) {
                double u = uniform.getAsDouble() * all;
                double v = uniform.getAsDouble();
                double y;
                if (u <= halfWidth) {
                    return Math.floor(middle - halfWidth * v + u);
                }
                if (u <= triangleAndSides) {
                    double x = left + (u - halfWidth) / sideHeight;
                    v = v * sideHeight + 1 - Math.abs(mode - x + 0.5) / halfWidth;
                    if (v > 1) {
                        continue;
                    }
                    y = Math.floor(x);
                } else if (u <= withLeftTail) {
                    y = Math.floor(left + StrictMath.log(v) / leftRate);
                    if (y < 0 || v == 0) {
                        continue;
                    }
                    v = v * (u - triangleAndSides) * leftRate;
                } else {
                    y = Math.floor(right - StrictMath.log(v) / rightRate);
                    if (y > n || v == 0) {
                        continue;
                    }
                    v = v * (u - withLeftTail) * rightRate;
                }
                if (isBelow(v, (long) y)) {
                    return y;
                }
            }
        }

        /** Returns whether {@code v} is below the probability of {@code y} over that of the mode. */
        private boolean isBelow(double v, long y) {
            long k = Math.abs(y - mode);
            if (k <= 20 || k >= variance / 2 - 1) {
                return v <= ratio(y);
            }
            double rho = k / variance * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / variance + 0.5);
            double t = -k * k / (2 * variance);
            double a = StrictMath.log(v);
            if (a < t - rho) {
                return true;
            }
            return a <= t + rho && a <= logOfRatio(y);
        }

        private double ratio(long y) {
            double s = r / q;
            double a = s * (n + 1);
            double ratio = 1;
            for (long i = mode + 1; i <= y; i++) {
                ratio *= a / i - s;
            }
            for (long i = y + 1; i <= mode; i++) {
                ratio /= a / i - s;
            }
            return ratio;
        }

        /** By Stirling's formula. */
        private double logOfRatio(long y) {
            double x1 = y + 1;
            double f1 = mode + 1;
            double z = n + 1 - mode;
            double w = n - y + 1;
            return middle * StrictMath.log(f1 / x1)
                    + (n - mode + 0.5) * StrictMath.log(z / w)
                    + (y - mode) * StrictMath.log(w * r / (x1 * q))
                    + stirling(f1)
                    + stirling(z)
                    + stirling(x1)
                    + stirling(w);
        }

        private static double stirling(double x) {
            double square = x * x;
            return (13680 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166320;
        }
    }
}
