package dev.seeded.parity;

import dev.seeded.parity.BoundedIntegers.Rejection;
import java.util.ArrayList;
import java.util.List;

/** What NumPy's two generators do alike, on different bits. */
abstract class AbstractNumPyGenerator<B extends BitGenerator> extends ShufflingGenerator<B> {

    /** Draws the indices of a shuffle in both, even where {@code integers} draws otherwise. */
    final BoundedIntegers masked;

    AbstractNumPyGenerator(B source, String call) {
        super(source, call);
        masked = new BoundedIntegers(source, Rejection.MASKED);
    }

    /** Returns numbers in [0, 1), as NumPy's {@code random(size)} does. */
    public double[] random(int size) {
        return doubles(size, this::nextDouble);
    }

    /**
     * Returns a number between {@code low} and {@code high}, as NumPy's {@code uniform(low, high)} does.
     *
     * @throws IllegalArgumentException if NumPy refuses the limits: if {@code high - low} is not finite, and, in {@link
     *     NumPyGenerator} only, if it is negative
     */
    public double uniform(double low, double high) {
        double range = range(low, high);
        return low + range * nextDouble();
    }

    /**
     * Returns numbers between {@code low} and {@code high}, as NumPy's {@code uniform(low, high, size)} does.
     *
     * @throws IllegalArgumentException if NumPy refuses the limits, as for {@link #uniform(double, double)}
     */
    public double[] uniform(double low, double high, int size) {
        double range = range(low, high);
        return doubles(size, () -> low + range * nextDouble());
    }

    double range(double low, double high) {
        double range = high - low;
        Arguments.require(
                Double.isFinite(range), () -> "high - low range exceeds valid bounds: " + low + " to " + high);
        return range;
    }

    /**
     * Returns a number of the normal distribution, as NumPy's {@code normal(loc, scale)} does. The class says how
     * exact it is.
     *
     * @throws IllegalArgumentException if {@code scale} is negative
     */
    public double normal(double loc, double scale) {
        checkScale(scale);
        return loc + scale * standardNormal();
    }

    /**
     * Returns numbers of the normal distribution, as NumPy's {@code normal(loc, scale, size)} does. The class says how
     * exact it is.
     *
     * @throws IllegalArgumentException if {@code scale} is negative
     */
    public double[] normal(double loc, double scale, int size) {
        checkScale(scale);
        return doubles(size, () -> loc + scale * standardNormal());
    }

    private static void checkScale(double scale) {
        boolean isNegative = scale < 0 || Double.doubleToRawLongBits(scale) == Long.MIN_VALUE;
        Arguments.require(!isNegative, () -> "scale < 0: " + scale);
    }

    /** Returns a number of the standard normal distribution. */
    abstract double standardNormal();

    /**
     * Returns a number of the standard exponential distribution, as NumPy's {@code standard_exponential()} does with
     * its default method. The class says how exact it is.
     */
    public abstract double standardExponential();

    /**
     * Returns numbers of the standard exponential distribution, as NumPy's {@code standard_exponential(size)} does with
     * its default method. The class says how exact it is.
     */
    public double[] standardExponential(int size) {
        return doubles(size, this::standardExponential);
    }

    /**
     * Returns random bytes, as NumPy's {@code bytes(length)} does.
     *
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public byte[] bytes(int length) {
        byte[] bytes = new byte[Arguments.size(length)];
        int word = 0;
        for (int i = 0; i < length; i++) {
            word = i % 4 == 0 ? source.bits32() : word >>> 8;
            bytes[i] = (byte) word;
        }
        return source.recorded(bytes);
    }

    @Override
    int upTo(int last) {
        return (int) masked.next(last);
    }

    /**
     * Returns the numbers from 0 to {@code n - 1} in a random order, as NumPy's {@code permutation(n)} does.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public int[] permutation(int n) {
        int[] permutation = Arguments.range(n);
        shuffle(permutation);
        return permutation;
    }

    /** Returns a shuffled copy, as NumPy's {@code permutation(x)} does. */
    public <T> List<T> permutation(List<T> x) {
        List<T> copy = new ArrayList<>(x);
        shuffle(copy);
        return copy;
    }

    /**
     * Returns a number from 0 to {@code n - 1}, as NumPy's {@code choice(n)} does.
     *
     * @throws IllegalArgumentException if {@code n} is not positive
     */
    public int choice(int n) {
        return choice(n, 1, true)[0];
    }

    /**
     * Returns numbers from 0 to {@code n - 1}, as NumPy's {@code choice(n, size, replace)} does.
     *
     * @param replace whether one number can be chosen more than once
     * @throws IllegalArgumentException if there are not enough numbers
     */
    public abstract int[] choice(int n, int size, boolean replace);

    /**
     * Returns numbers from 0 to {@code n - 1}, as NumPy's {@code choice(n, size, replace, p)} does.
     *
     * @param replace whether one number can be chosen more than once
     * @param p the probability of each number
     * @throws IllegalArgumentException if there are not enough numbers that are possible, or {@code p} are not {@code
     *     n} probabilities with the sum 1
     */
    public int[] choice(int n, int size, boolean replace, double[] p) {
        checkPopulation(n, size, replace);
        Arguments.require(p.length == n, () -> "'a' and 'p' must have same size: " + n + " and " + p.length);
        return WeightedChoice.indices(this::nextDouble, size, replace, p);
    }

    /**
     * Returns an element, as NumPy's {@code choice(a)} does.
     *
     * @throws IllegalArgumentException if {@code a} is empty
     */
    public <T> T choice(List<T> a) {
        return a.get(choice(a.size()));
    }

    /**
     * Returns elements, as NumPy's {@code choice(a, size, replace)} does.
     *
     * @param replace whether one element can be chosen more than once
     * @throws IllegalArgumentException if there are not enough elements
     */
    public <T> List<T> choice(List<T> a, int size, boolean replace) {
        return elements(a, choice(a.size(), size, replace));
    }

    /**
     * Returns elements, as NumPy's {@code choice(a, size, replace, p)} does.
     *
     * @param replace whether one element can be chosen more than once
     * @param p the probability of each element
     * @throws IllegalArgumentException if there are not enough elements that are possible, or {@code p} are not as many
     *     probabilities with the sum 1
     */
    public <T> List<T> choice(List<T> a, int size, boolean replace, double[] p) {
        return elements(a, choice(a.size(), size, replace, p));
    }

    static void checkPopulation(int n, int size, boolean replace) {
        Arguments.size(size);
        Arguments.require(
                n > 0 || (n == 0 && size == 0), () -> "a must be greater than 0 unless no samples are taken: " + n);
        Arguments.require(
                replace || size <= n,
                () -> "Cannot take a larger sample than population when replace is False: " + size + " of " + n);
    }

    /** Draws indices from 0 to {@code n - 1}, repeats allowed. */
    static int[] indices(int n, int size, BoundedIntegers integers) {
        int[] indices = new int[size];
        for (int i = 0; i < size; i++) {
            indices[i] = (int) integers.next(n - 1);
        }
        return indices;
    }

    private static <T> List<T> elements(List<T> population, int[] indices) {
        List<T> elements = new ArrayList<>(indices.length);
        for (int index : indices) {
            elements.add(population.get(index));
        }
        return elements;
    }
}
