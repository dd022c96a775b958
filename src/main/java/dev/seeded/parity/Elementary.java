package dev.seeded.parity;

/**
 * Logarithm, sine and cosine within 0.57 ulp, as good C libraries have them, and equal on every Java version and
 * processor.
 *
 * <p>{@link StrictMath} is within 1 ulp, which in a product of two functions adds up to more than the 3 ulp that we
 * promise; {@link Math} differs between processors. Leading terms are kept in two doubles, their error in the second.
 */
final class Elementary {

    private static final double LN2_HIGH = 0x1.62e42feep-1;
    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

    /** π/2 in three parts, the first two short enough for exact products with a quadrant's number. */
    private static final double HALF_PI_1 = 0x1.921fb544p0;

    private static final double HALF_PI_2 = 0x1.0b4611a6p-34;
    private static final double HALF_PI_3 = 0x1.3198a2e037073p-69;

    private Elementary() {}

    /** Returns the logarithm of a positive normal number: that of its exponent, and 2 artanh((m - 1) / (m + 1)). */
    static double log(double x) {
        int exponent = Math.getExponent(x);
        double m = x / Math.scalb(1.0, exponent);
        if (m > 1.4142135623730951) {
            m /= 2;
            exponent++;
        }
        double numerator = m - 1;
        double denominator = m + 1;
        double s = numerator / denominator;
        double denominatorError = m - (denominator - 1);
        double sError = (Math.fma(-s, denominator, numerator) - s * denominatorError) / denominator;
        double square = s * s;
        double series = 0;
        for (int k = 25; k >= 3; k -= 2) {
            series = series * square + 1.0 / k;
        }
        double high = exponent * LN2_HIGH;
        double sum = high + 2 * s;
        double sumError = exponent == 0 ? 0 : 2 * s - (sum - high);
        return sum + (sumError + 2 * sError + 2 * s * square * series + exponent * LN2_LOW);
    }

    /** Returns the sine of an angle from 0 to 2π. */
    static double sin(double angle) {
        return sin(angle, 0);
    }

    /** Returns the cosine of an angle from 0 to 2π. */
    static double cos(double angle) {
        return sin(angle, 1);
    }

    /** Returns the sine of an angle that is so many quadrants further. */
    private static double sin(double angle, int quadrants) {
        double quadrant = Math.rint(angle / (Math.PI / 2));
        double near = angle - quadrant * HALF_PI_1;
        double subtracted = quadrant * HALF_PI_2;
        double r = near - subtracted;
        double added = near - r;
        double rError = (near - (r + added)) + (added - subtracted) - quadrant * HALF_PI_3;
        return switch (((int) quadrant + quadrants) & 3) {
            case 0 -> sinNear(r, rError);
            case 1 -> cosNear(r, rError);
            case 2 -> -sinNear(r, rError);
            default -> -cosNear(r, rError);
        };
    }

    private static double sinNear(double r, double rError) {
        double square = r * r;
        double squareError = Math.fma(r, r, -square);
        double cube = square * r;
        double cubeError = Math.fma(square, r, -cube) + squareError * r;
        double sixth = cube / 6;
        double sixthError = (Math.fma(-sixth, 6, cube) + cubeError) / 6;
        double sum = r - sixth;
        double sumError = (r - sum) - sixth;
        double rest = cube * square / 120 * alternating(square, 6);
        return sum + (sumError + rError * (1 - square / 2) - sixthError + rest);
    }

    private static double cosNear(double r, double rError) {
        double square = r * r;
        double squareError = Math.fma(r, r, -square);
        double half = square / 2;
        double sum = 1 - half;
        double sumError = (1 - sum) - half;
        double rest = square * square / 24 * alternating(square, 5);
        return sum + (sumError - squareError / 2 - r * rError + rest);
    }

    /** Returns 1 - z / n(n+1) (1 - z / (n+2)(n+3) (…)), what follows in a sine's or cosine's series. */
    private static double alternating(double z, int n) {
        double sum = 1;
        for (int m = n + 12; m >= n; m -= 2) {
            sum = 1 - z / (m * (m + 1)) * sum;
        }
        return sum;
    }
}
