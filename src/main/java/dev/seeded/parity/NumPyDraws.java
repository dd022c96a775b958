package dev.seeded.parity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.LongStream;

/** What NumPy's two generators do alike, on different bits. */
final class NumPyDraws {

    private final BitGenerator bits;
    private final FisherYates fisherYates;

    NumPyDraws(BitGenerator bits, BoundedIntegers masked) {
        this.bits = bits;
        this.fisherYates = new FisherYates(i -> (int) masked.next(i));
    }

    /** Returns the shuffle of both, which draws by masks even where {@code integers} no longer does. */
    FisherYates fisherYates() {
        return fisherYates;
    }

    double[] doubles(int size, DoubleSupplier draw) {
        double[] values = new double[Arguments.size(size)];
        for (int i = 0; i < size; i++) {
            values[i] = draw.getAsDouble();
        }
        return values;
    }

    /** Returns words, the lowest byte first, the last one cut. */
    byte[] bytes(int length) {
        byte[] bytes = new byte[Arguments.size(length)];
        int word = 0;
        for (int i = 0; i < length; i++) {
            word = i % 4 == 0 ? bits.untoldInt() : word >>> 8;
            bytes[i] = (byte) word;
        }
        return bits.told(bytes);
    }

    int[] permutation(int n) {
        int[] permutation = Arguments.range(n);
        fisherYates.shuffle(permutation);
        return permutation;
    }

    int[] indices(int n, int size, BoundedIntegers integers) {
        int[] indices = new int[size];
        for (int i = 0; i < size; i++) {
            indices[i] = (int) integers.next(n - 1);
        }
        return indices;
    }

    int[] indices(int n, int size, boolean replace, double[] p) {
        checkPopulation(n, size, replace);
        Arguments.require(p.length == n, "'a' and 'p' must have same size", n + " and " + p.length);
        return WeightedChoice.indices(bits::nextDouble, size, replace, p);
    }

    static void checkPopulation(int n, int size, boolean replace) {
        Arguments.size(size);
        Arguments.require(n > 0 || (n == 0 && size == 0), "a must be greater than 0 unless no samples are taken", n);
        Arguments.require(
                replace || size <= n,
                "Cannot take a larger sample than population when replace is False",
                size + " of " + n);
    }

    static <T> List<T> elements(List<T> population, int[] indices) {
        List<T> elements = new ArrayList<>(indices.length);
        for (int index : indices) {
            elements.add(population.get(index));
        }
        return elements;
    }

    static void checkScale(double scale) {
        Arguments.require(!(scale < 0) && !isNegativeZero(scale), "scale < 0", scale);
    }

    private static boolean isNegativeZero(double value) {
        return Double.doubleToRawLongBits(value) == Long.MIN_VALUE;
    }

    static double range(double low, double high) {
        double range = high - low;
        Arguments.require(Double.isFinite(range), "high - low range exceeds valid bounds", low + " to " + high);
        return range;
    }

    /** Returns the last value below {@code high}. */
    static BigInteger before(BigInteger high) {
        return high.subtract(BigInteger.ONE);
    }

    static BigInteger[] big(long[] values, NumPyType dtype) {
        return LongStream.of(values).mapToObj(dtype::valueOf).toArray(BigInteger[]::new);
    }
}
