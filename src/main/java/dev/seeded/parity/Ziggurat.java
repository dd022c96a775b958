package dev.seeded.parity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * NumPy's normal and exponential numbers: 256 strips of equal area under the density.
 *
 * <p>G. Marsaglia and W. W. Tsang, <em>The Ziggurat Method for Generating Random Variables</em>, Journal of Statistical
 * Software 5 (2000), issue 8, in J. A. Doornik's form, <em>An Improved Ziggurat Method to Generate Normal Random
 * Samples</em>, 2005.
 *
 * <p>The strips follow from the start of the tail alone, and so are computed here. To equal NumPy's in each bit they are
 * computed as those were: the exponential ones exactly and then rounded, the normal ones step by step in doubles with
 * correctly rounded functions, so that its errors are made again. The tails take {@link StrictMath#log1p}, which is the
 * C library's function on Linux too.
 */
final class Ziggurat {

    private static final int STRIPS = 256;
    private static final long INDEX = STRIPS - 1;

    /** What a mantissa of doubles counts in the 23 bits of floats. */
    private static final double FLOAT = 0x1p29;

    private Ziggurat() {}

    static double[] normals(BitGenerator bits, int size) {
        double[] values = new double[Arguments.size(size)];
        if (!(bits instanceof Bits64 words) || bits.isRecorded()) {
            Arrays.setAll(values, i -> normal(bits));
            return values;
        }
        for (int i = 0; i < size; ) {
            int count = words.readAhead(size - i);
            long[] ahead = words.ahead();
            for (int k = 0; k < count; ) {
                long draw = ahead[k++];
                int strip = (int) (draw & INDEX);
                long place = draw >>> 9 & 0x000fffffffffffffL;
                if (place < Normal.INSIDE[strip]) {
                    long sign = draw << 55 & Long.MIN_VALUE;
                    values[i++] =
                            Double.longBitsToDouble(Double.doubleToRawLongBits(place * Normal.WIDTH[strip]) ^ sign);
                } else {
                    words.skipTo(k);
                    values[i++] = normal(bits, draw, false);
                    k = words.place();
                }
            }
            words.skipTo(count);
        }
        return values;
    }

    static double normal(BitGenerator bits) {
        return normal(bits, bits.nextLong(), false);
    }

    static float normalFloat(BitGenerator bits) {
        return (float) normal(bits, floatDraw(bits.nextInt()), true);
    }

    /** Floats are made as doubles of which each step is rounded. */
    private static double normal(BitGenerator bits, long firstDraw, boolean isFloat) {
        for (long draw = firstDraw; ; draw = isFloat ? floatDraw(bits.nextInt()) : bits.nextLong()) {
            int strip = (int) (draw & INDEX);
            boolean negative = (draw >>> 8 & 1) != 0;
            long place = draw >>> 9 & 0x000fffffffffffffL;
            double width = Normal.WIDTH[strip];
            double x = rounded(place * (isFloat ? (float) (width * FLOAT) : width), isFloat);
            if (place < inside(Normal.INSIDE[strip], isFloat)
                    || (strip > 0 && isBelow(Normal.DENSITY, strip, bits, -0.5 * x * x, isFloat))) {
                return negative ? -x : x;
            }
            if (strip == 0) {
                double tail = normalTail(bits, isFloat);
                return (place >>> 8 & 1) != 0 ? -tail : tail;
            }
        }
    }

    private static double normalTail(BitGenerator bits, boolean isFloat) {
        while (true) {
            double x = rounded(rounded(-1 / Normal.START, isFloat) * log1p(bits, isFloat), isFloat);
            double y = -log1p(bits, isFloat);
            if (y + y > rounded(x * x, isFloat)) {
                return rounded(rounded(Normal.START, isFloat) + x, isFloat);
            }
        }
    }

    private static long floatDraw(int bits) {
        return Integer.toUnsignedLong(bits);
    }

    static double[] exponentials(BitGenerator bits, int size) {
        double[] values = new double[Arguments.size(size)];
        if (!(bits instanceof Bits64 words) || bits.isRecorded()) {
            Arrays.setAll(values, i -> exponential(bits));
            return values;
        }
        for (int i = 0; i < size; ) {
            i = exponentials(words, values, i);
        }
        return values;
    }

    /** Fills a block of an array, and returns where it ends. The rare call costs less if the compiler leaves it a call. */
    private static int exponentials(Bits64 words, double[] values, int from) {
        int i = from;
        int count = words.readAhead(values.length - i);
        long[] ahead = words.ahead();
        for (int k = 0; k < count; k = words.place()) {
            int shift = i - k;
            while (k < count && ahead[k] >>> 11 < Exponential.INSIDE[(int) (ahead[k] >>> 3 & INDEX)]) {
                values[shift + k] = real(ahead[k] >>> 11) * Exponential.WIDTH[(int) (ahead[k] >>> 3 & INDEX)];
                k++;
            }
            i = shift + k;
            words.skipTo(k);
            if (k < count) {
                values[i++] = exponential(words, words.bits64() >>> 3, false);
            }
        }
        return i;
    }

    /** Casts 53 bits. On Java before 22, the conversion of the processor waits for what its register held before. */
    private static double real(long bits) {
        double upper = Double.longBitsToDouble((bits >>> 32) | 0x4530000000000000L) - 0x1.00000001p84;
        return upper + Double.longBitsToDouble((bits & 0xffffffffL) | 0x4330000000000000L);
    }

    static double exponential(BitGenerator bits) {
        return exponential(bits, bits.nextLong() >>> 3, false);
    }

    static float exponentialFloat(BitGenerator bits) {
        return (float) exponential(bits, floatDraw(bits.nextInt() >>> 1), true);
    }

    private static double exponential(BitGenerator bits, long firstDraw, boolean isFloat) {
        for (long draw = firstDraw; ; draw = isFloat ? floatDraw(bits.nextInt() >>> 1) : bits.nextLong() >>> 3) {
            int strip = (int) (draw & INDEX);
            long place = draw >>> 8;
            double width = Exponential.WIDTH[strip];
            double x = rounded(place * (isFloat ? (float) (width * 2 * FLOAT) : width), isFloat);
            long inside = Exponential.INSIDE[strip];
            if (place < (isFloat ? inside(inside >>> 1, true) : inside)) {
                return x;
            }
            if (strip == 0) {
                return rounded(rounded(Exponential.START, isFloat) - log1p(bits, isFloat), isFloat);
            }
            if (isBelow(Exponential.DENSITY, strip, bits, -x, isFloat)) {
                return x;
            }
        }
    }

    private static double rounded(double x, boolean isFloat) {
        return isFloat ? (float) x : x;
    }

    /** Returns a limit of 52 bits, or that as one of 23. */
    private static long inside(long inside, boolean isFloat) {
        return isFloat ? Math.round(inside / FLOAT) : inside;
    }

    private static double uniform(BitGenerator bits, boolean isFloat) {
        return isFloat ? (bits.nextInt() >>> 8) * 0x1p-24 : bits.nextDouble();
    }

    private static double log1p(BitGenerator bits, boolean isFloat) {
        return rounded(StrictMath.log1p(-uniform(bits, isFloat)), isFloat);
    }

    /** Returns whether a height drawn within the strip lies below the density, whose logarithm is given. */
    private static boolean isBelow(double[] density, int strip, BitGenerator bits, double logDensity, boolean isFloat) {
        double lower = rounded(density[strip], isFloat);
        double range = rounded(rounded(density[strip - 1], isFloat) - lower, isFloat);
        double height = rounded(range * uniform(bits, isFloat), isFloat) + lower;
        return isBelow(rounded(height, isFloat), logDensity);
    }

    /** Asks the slower function, the same on every Java version, only where the faster one's last bits could decide. */
    private static boolean isBelow(double height, double logDensity) {
        double density = Math.exp(logDensity);
        return Math.abs(height - density) > density * 0x1p-50 ? height < density : height < StrictMath.exp(logDensity);
    }

    private static final class Normal {

        static final double START = 3.654152885361009;

        private static final double AREA = 0.004928673233974652;
        private static final double MANTISSA = 0x1p52;

        /** The strip whose density NumPy's tables have one unit too large, an error of the library they came from. */
        private static final int ODD_ONE = 38;

        static final double[] WIDTH = new double[STRIPS];
        static final double[] DENSITY = new double[STRIPS];
        static final long[] INSIDE = new long[STRIPS];

        static {
            double[] edge = new double[STRIPS];
            edge[STRIPS - 1] = START;
            for (int i = STRIPS - 1; i > 0; i--) {
                DENSITY[i] = FixedPoint.exp(-0.5 * edge[i] * edge[i]);
                if (i == ODD_ONE) {
                    DENSITY[i] = Math.nextUp(DENSITY[i]);
                }
                WIDTH[i] = edge[i] / MANTISSA;
                edge[i - 1] = Math.sqrt(-2 * FixedPoint.log(AREA / edge[i] + DENSITY[i]));
            }
            for (int i = 2; i < STRIPS; i++) {
                INSIDE[i] = (long) Math.rint(edge[i - 1] / edge[i] * MANTISSA);
            }
            DENSITY[0] = 1;
            WIDTH[0] = AREA / DENSITY[STRIPS - 1] / MANTISSA;
            INSIDE[0] = (long) Math.rint(START * DENSITY[STRIPS - 1] / AREA * MANTISSA);
        }
    }

    private static final class Exponential {

        static final double START;
        static final double[] WIDTH = new double[STRIPS];
        static final double[] DENSITY = new double[STRIPS];
        static final long[] INSIDE = new long[STRIPS];

        private static final double MANTISSA = 0x1p53;

        static {
            BigInteger start = FixedPoint.of(new BigDecimal("7.6971174701310497140446280481"));
            BigInteger startDensity = FixedPoint.exp(start.negate());
            BigInteger base = start.add(FixedPoint.ONE); // the area of a strip over the density at the start
            BigInteger area = FixedPoint.product(startDensity, base);
            START = FixedPoint.toDouble(start);

            BigInteger edge = start;
            BigInteger density = startDensity;
            for (int i = STRIPS - 1; i > 0; i--) {
                DENSITY[i] = FixedPoint.toDouble(density);
                WIDTH[i] = FixedPoint.toDouble(edge) / MANTISSA;
                density = density.add(FixedPoint.quotient(area, edge));
                BigInteger inner = FixedPoint.log(density).negate();
                INSIDE[i] = inside(inner, edge);
                edge = inner;
            }
            INSIDE[1] = 0; // nothing in the top strip is surely below the density
            DENSITY[0] = 1;
            WIDTH[0] = FixedPoint.toDouble(base) / MANTISSA;
            INSIDE[0] = inside(start, base);
        }

        /** Returns this part of the mantissa, of which NumPy's tables leave out the last bit. */
        private static long inside(BigInteger inner, BigInteger outer) {
            return inner.shiftLeft(52).divide(outer).longValue() << 1;
        }
    }

    /** Numbers with 128 bits after the point, and functions of them that lose no more than the last ten. */
    private static final class FixedPoint {

        private static final int BITS = 128;
        private static final int HALVINGS = 8;

        static final BigInteger ONE = BigInteger.ONE.shiftLeft(BITS);

        static BigInteger of(BigDecimal number) {
            return number.multiply(new BigDecimal(ONE)).toBigInteger();
        }

        /** Returns the nearest double. */
        static double toDouble(BigInteger number) {
            return Math.scalb(number.doubleValue(), -BITS);
        }

        static BigInteger product(BigInteger a, BigInteger b) {
            return a.multiply(b).shiftRight(BITS);
        }

        static BigInteger quotient(BigInteger a, BigInteger b) {
            return a.shiftLeft(BITS).divide(b);
        }

        /** Returns the correctly rounded exponential function. */
        static double exp(double x) {
            return toDouble(exp(of(new BigDecimal(x))));
        }

        /** Returns the correctly rounded logarithm. */
        static double log(double x) {
            return toDouble(log(of(new BigDecimal(x))));
        }

        static BigInteger exp(BigInteger x) {
            BigInteger part = x.shiftRight(HALVINGS);
            BigInteger term = ONE;
            BigInteger sum = ONE;
            for (int n = 1; term.bitLength() > 0; n++) {
                term = product(term, part).divide(BigInteger.valueOf(n));
                sum = sum.add(term);
            }
            for (int i = 0; i < HALVINGS; i++) {
                sum = product(sum, sum);
            }
            return sum;
        }

        /** Returns the logarithm: the double's, and what is missing, by the first terms of log(1 + d). */
        static BigInteger log(BigInteger x) {
            BigInteger estimate = of(new BigDecimal(StrictMath.log(toDouble(x))));
            BigInteger d = product(x, exp(estimate.negate())).subtract(ONE);
            return estimate.add(d).subtract(product(d, d).shiftRight(1));
        }
    }
}
