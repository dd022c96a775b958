package dev.seeded.parity;

/**
 * PyTorch's normal numbers in blocks of sixteen, by Box and Muller's method: the first half of a block gives the radii, the
 * second the angles.
 *
 * <p>For {@code float32}, PyTorch computes logarithm, sine and cosine with the polynomials of S. L. Moshier's Cephes library
 * (1984–1992), eight at a time, with the multiply-adds of processors with AVX2 and FMA, which are those here. All
 * operations are rounded as IEEE 754 says, so that the values are the same in every bit, wherever they are computed.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // digits as they are published
final class TorchNormals {

    /** The number of values from which on normals are made in blocks of this many. */
    static final int BLOCK = 16;

    private static final int HALF = BLOCK / 2;

    private static final float[] LOG = {
        7.0376836292E-2f,
        -1.1514610310E-1f,
        1.1676998740E-1f,
        -1.2420140846E-1f,
        1.4249322787E-1f,
        -1.6668057665E-1f,
        2.0000714765E-1f,
        -2.4999993993E-1f,
        3.3333331174E-1f
    };
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;

    private static final float[] SIN = {-1.9515295891E-4f, 8.3321608736E-3f, -1.6666654611E-1f};
    private static final float[] COS = {2.443315711809948E-5f, -1.388731625493765E-3f, 4.166664568298827E-2f};

    /** π/4 in three parts. */
    private static final float[] QUARTER_PI = {0.78515625f, 2.4187564849853515625e-4f, 3.77489497744594108e-8f};

    private TorchNormals() {}

    /** Turns a block of uniform numbers into normal ones. */
    static void make(double[] values, int start, double mean, double std) {
        for (int i = start; i < start + HALF; i++) {
            double radius = Math.sqrt(-2 * Elementary.log(1 - values[i]));
            double angle = 2 * Math.PI * values[i + HALF];
            values[i] = Math.fma(radius * Elementary.cos(angle), std, mean);
            values[i + HALF] = Math.fma(radius * Elementary.sin(angle), std, mean);
        }
    }

    /** Turns a block of uniform numbers into normal ones. */
    static void make(float[] values, int start, float mean, float std) {
        for (int i = start; i < start + HALF; i++) {
            float radius = (float) Math.sqrt(-2 * log(1 - values[i]));
            float angle = (float) (2 * Math.PI) * values[i + HALF];
            int octant = ((int) (angle * (float) (4 / Math.PI)) + 1) & ~1;
            float r = angle;
            for (float part : QUARTER_PI) {
                r = Math.fma(octant, -part, r);
            }
            float square = r * r;
            float nearSin = Math.fma(polynomial(SIN, square) * square, r, r);
            float nearCos = Math.fma(polynomial(COS, square) * square, square, -square / 2) + 1;
            boolean swapped = (octant & 2) != 0;
            float sin = swapped ? nearCos : nearSin;
            float cos = swapped ? nearSin : nearCos;
            values[i] = Math.fma(radius * (((octant + 2) & 4) != 0 ? -cos : cos), std, mean);
            values[i + HALF] = Math.fma(radius * ((octant & 4) != 0 ? -sin : sin), std, mean);
        }
    }

    private static float log(float x) {
        int bits = Float.floatToRawIntBits(x);
        int exponent = Math.getExponent(x) + 1;
        float m = Float.intBitsToFloat((bits & 0x007fffff) | 0x3f000000);
        if (m < (float) Math.sqrt(0.5)) {
            exponent--;
            m = m - 1 + m;
        } else {
            m = m - 1;
        }
        float square = m * m;
        float series = Math.fma(polynomial(LOG, m) * m, square, exponent * LN2_LOW);
        return Math.fma(exponent, LN2_HIGH, m + Math.fma(-square, 0.5f, series));
    }

    private static float polynomial(float[] coefficients, float x) {
        float sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = Math.fma(sum, x, coefficients[i]);
        }
        return sum;
    }
}
