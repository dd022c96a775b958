package dev.seeded.parity;

import java.util.function.DoubleSupplier;

/**
 * NumPy's Poisson distribution: below 10 by multiplying uniform numbers (D. E. Knuth, <em>The Art of Computer
 * Programming</em> 2, 3.4.1), from there on the algorithm PTRS: W. Hörmann, <em>The Transformed Rejection Method for
 * Generating Poisson Random Variables</em>, Insurance: Mathematics and Economics 12 (1993) 39–45.
 */
final class Poisson {

    /** Bernoulli's numbers B<sub>2k</sub> over 2k (2k - 1), the terms of Stirling's series. */
    private static final double[] STIRLING = {
        1.0 / 12,
        -1.0 / 360,
        1.0 / 1260,
        -1.0 / 1680,
        1.0 / 1188,
        -691.0 / 360360,
        1.0 / 156,
        -3617.0 / 122400,
        43867.0 / 244188,
        -174611.0 / 125400
    };

    private final double lam;
    private final DoubleSupplier uniform;

    Poisson(double lam, DoubleSupplier uniform) {
        this.lam = lam;
        this.uniform = uniform;
    }

    long next() {
        if (lam >= 10) {
            return transformedRejection();
        }
        return lam == 0 ? 0 : multiplication();
    }

    private long multiplication() {
        double limit = StrictMath.exp(-lam);
        double product = uniform.getAsDouble();
        long x = 0;
        while (product > limit) {
            x++;
            product *= uniform.getAsDouble();
        }
        return x;
    }

    private long transformedRejection() {
        double b = 0.931 + 2.53 * Math.sqrt(lam);
        double a = -0.059 + 0.02483 * b;
        double alphaInverse = 1.1239 + 1.1328 / (b - 3.4);
        double surely = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = uniform.getAsDouble() - 0.5;
            double v = uniform.getAsDouble();
            double us = 0.5 - Math.abs(u);
            long k = (long) Math.floor((2 * a / us + b) * u + lam + 0.43);
            if (us >= 0.07 && v <= surely) {
                return k;
            }
            if (k < 0 || (us < 0.013 && v > us)) {
                continue;
            }
            double height = StrictMath.log(v) + StrictMath.log(alphaInverse) - StrictMath.log(a / (us * us) + b);
            if (height <= -lam + k * StrictMath.log(lam) - logGamma(k + 1.0)) {
                return k;
            }
        }
    }

    private static double logGamma(double x) {
        if (x <= 2) {
            return 0;
        }
        int steps = x < 7 ? (int) (7 - x) : 0;
        double far = x + steps;
        double square = 1 / far * (1 / far);
        double series = 0;
        for (int i = STIRLING.length - 1; i >= 0; i--) {
            series = series * square + STIRLING[i];
        }
        double result = series / far + 0.5 * StrictMath.log(2 * Math.PI) + (far - 0.5) * StrictMath.log(far) - far;
        for (int i = 1; i <= steps; i++) {
            result -= StrictMath.log(far - i);
        }
        return result;
    }
}
