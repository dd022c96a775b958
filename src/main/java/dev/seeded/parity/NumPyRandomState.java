package dev.seeded.parity;

import dev.seeded.parity.BoundedIntegers.Rejection;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * NumPy's {@code np.random.RandomState}: the same seed and the same calls give the same values.
 *
 * <pre>{@code
 * NumPyRandomState np = new NumPyRandomState(23);               // np.random.seed(23)
 * NumPyRandomState localised = new NumPyRandomState(90210);     // np.random.RandomState(90210)
 * double[] values = localised.rand(3);
 * }</pre>
 *
 * <p>NumPy's global functions, {@code np.random.seed(23)} and {@code np.random.rand()}, are those of one {@code
 * RandomState} that all code shares; make one object for it. An array that NumPy gives a shape is one-dimensional here,
 * in the order of its memory.
 *
 * <p>The generator is MT19937 (M. Matsumoto and T. Nishimura, ACM TOMACS 8, 1998); NumPy has frozen its values. Compared
 * with NumPy 1.19 to 2.4, which agree. All methods are exact but {@link #randn}, {@link #normal} and {@link
 * #standardExponential}, which are within 2 ulp. The default integer type is {@code int64}, as it is in NumPy
 * everywhere but on Windows before 2.0.
 *
 * <p>Out of scope: seeding from the system, and distributions not named here. Not safe for concurrent use. Not a {@link
 * java.util.Random}.
 *
 * @since 0.1
 */
public final class NumPyRandomState {

    private static final long MAX_SEED = 0xffffffffL;

    private final MersenneTwister twister = new MersenneTwister();
    private final BoundedIntegers masked = new BoundedIntegers(twister, Rejection.MASKED);
    private final NumPyDraws draws = new NumPyDraws(twister, masked);
    private String literal = "";
    private double spareGauss = Double.NaN;

    /**
     * Makes NumPy's {@code np.random.RandomState(seed)}.
     *
     * @param seed from 0 to 2<sup>32</sup> - 1
     * @throws IllegalArgumentException if {@code seed} is outside
     */
    public NumPyRandomState(long seed) {
        reseed(seed);
    }

    /**
     * Makes NumPy's {@code np.random.RandomState([…])}. A sequence of one seed differs from that seed.
     *
     * @param seed one or more numbers from 0 to 2<sup>32</sup> - 1
     * @throws IllegalArgumentException if there is none, or one is outside
     */
    public NumPyRandomState(long[] seed) {
        reseed(seed);
    }

    /**
     * Makes NumPy's {@code np.random.RandomState([…])}. A sequence of one seed differs from that seed.
     *
     * @param seed one or more numbers that are not negative
     * @throws IllegalArgumentException if there is none, or one is negative
     */
    public NumPyRandomState(int[] seed) {
        reseed(Arrays.stream(seed).asLongStream().toArray());
    }

    /**
     * Starts anew, as NumPy's {@code np.random.seed(seed)} does; the spare value of {@link #randn} is dropped.
     *
     * @param seed from 0 to 2<sup>32</sup> - 1
     * @throws IllegalArgumentException if {@code seed} is outside
     */
    public void seed(long seed) {
        reseed(seed);
    }

    /**
     * Starts anew, as NumPy's {@code np.random.seed([…])} does.
     *
     * @param seed one or more numbers from 0 to 2<sup>32</sup> - 1
     * @throws IllegalArgumentException if there is none, or one is outside
     */
    public void seed(long[] seed) {
        reseed(seed);
    }

    /**
     * Starts anew, as NumPy's {@code np.random.seed([…])} does.
     *
     * @param seed one or more numbers that are not negative
     * @throws IllegalArgumentException if there is none, or one is negative
     */
    public void seed(int[] seed) {
        reseed(Arrays.stream(seed).asLongStream().toArray());
    }

    private void reseed(long seed) {
        twister.seed(word(seed));
        literal = Long.toString(seed);
        spareGauss = Double.NaN;
    }

    private void reseed(long[] seed) {
        Arguments.require(seed.length > 0, "Seed must be non-empty", "[]");
        twister.seed(LongStream.of(seed).mapToInt(NumPyRandomState::word).toArray());
        literal = Arrays.toString(seed);
        spareGauss = Double.NaN;
    }

    private static int word(long seed) {
        Arguments.require(0 <= seed && seed <= MAX_SEED, "Seed must be between 0 and 2**32 - 1", seed);
        return (int) seed;
    }

    BitGenerator source() {
        return twister;
    }

    /** Returns a number in [0, 1), as NumPy's {@code np.random.rand()} does. Exact. */
    public double rand() {
        return twister.nextDouble();
    }

    /**
     * Returns numbers in [0, 1), as NumPy's {@code np.random.rand(size)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public double[] rand(int size) {
        return draws.doubles(size, this::rand);
    }

    /** Returns a number in [0, 1), as NumPy's {@code np.random.random()} does: another name of {@link #rand()}. Exact. */
    public double random() {
        return rand();
    }

    /**
     * Returns numbers in [0, 1), as NumPy's {@code np.random.random(size)} does: another name of {@link #rand(int)}.
     * Exact.
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public double[] random(int size) {
        return rand(size);
    }

    /**
     * Returns a number of the standard normal distribution, as NumPy's {@code np.random.randn()} does. Within 2 ulp. Every
     * second one is what the one before it kept, until the generator is seeded anew.
     *
     * <p>The polar method: G. Marsaglia and T. A. Bray, <em>A Convenient Method for Generating Normal Variables</em>, SIAM
     * Review 6 (1964) 260–264.
     */
    public double randn() {
        double spare = spareGauss;
        if (!Double.isNaN(spare)) {
            spareGauss = Double.NaN;
            return spare;
        }
        double x1;
        double x2;
        double square;
        do {
            x1 = 2 * rand() - 1;
            x2 = 2 * rand() - 1;
            square = x1 * x1 + x2 * x2;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * Elementary.log(square) / square);
        spareGauss = factor * x1;
        return factor * x2;
    }

    /**
     * Returns numbers of the standard normal distribution, as NumPy's {@code np.random.randn(size)} and {@code
     * np.random.standard_normal(size)} do. Within 2 ulp.
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public double[] randn(int size) {
        return draws.doubles(size, this::randn);
    }

    /**
     * Returns a number of the normal distribution, as NumPy's {@code np.random.normal(loc, scale)} does. Within 2 ulp of
     * the terms that are added.
     *
     * @throws IllegalArgumentException if {@code scale} is negative
     */
    public double normal(double loc, double scale) {
        NumPyDraws.checkScale(scale);
        return loc + scale * randn();
    }

    /**
     * Returns numbers of the normal distribution, as NumPy's {@code np.random.normal(loc, scale, size)} does. Within 2
     * ulp of the terms that are added.
     *
     * @throws IllegalArgumentException if {@code scale} or {@code size} is negative
     */
    public double[] normal(double loc, double scale, int size) {
        NumPyDraws.checkScale(scale);
        return draws.doubles(size, () -> loc + scale * randn());
    }

    /**
     * Returns a number of the standard exponential distribution, as NumPy's {@code np.random.standard_exponential()}
     * does. Within 2 ulp.
     */
    public double standardExponential() {
        return -Elementary.log(1 - rand());
    }

    /**
     * Returns numbers of the standard exponential distribution, as NumPy's {@code np.random.standard_exponential(size)}
     * does. Within 2 ulp.
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public double[] standardExponential(int size) {
        return draws.doubles(size, this::standardExponential);
    }

    /**
     * Returns a number between {@code low} and {@code high}, as NumPy's {@code np.random.uniform(low, high)} does. Exact.
     *
     * @throws IllegalArgumentException if the distance of the limits is not finite
     */
    public double uniform(double low, double high) {
        double range = NumPyDraws.range(low, high);
        return low + range * rand();
    }

    /**
     * Returns numbers between {@code low} and {@code high}, as NumPy's {@code np.random.uniform(low, high, size)} does.
     * Exact.
     *
     * @throws IllegalArgumentException if the distance of the limits is not finite, or {@code size} is negative
     */
    public double[] uniform(double low, double high, int size) {
        double range = NumPyDraws.range(low, high);
        return draws.doubles(size, () -> low + range * rand());
    }

    /**
     * Returns an integer from 0 to {@code high - 1}, as NumPy's {@code np.random.randint(high)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code high} is not positive
     */
    public long randint(long high) {
        return randint(0, high);
    }

    /**
     * Returns an integer from {@code low} to {@code high - 1}, as NumPy's {@code np.random.randint(low, high)} does.
     * Exact.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}
     */
    public long randint(long low, long high) {
        return masked.between(low, high);
    }

    /**
     * Returns integers from {@code low} to {@code high - 1}, as NumPy's {@code np.random.randint(low, high, size)} does.
     * Exact.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}, or {@code size} is negative
     */
    public long[] randint(long low, long high, int size) {
        return randint(low, high, size, NumPyType.INT64);
    }

    /**
     * Returns integers from {@code low} to {@code high - 1}, as NumPy's {@code np.random.randint(low, high, size,
     * dtype)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}, one of them is out of bounds for the
     *     type, or {@code size} is negative
     */
    public long[] randint(long low, long high, int size, NumPyType dtype) {
        return masked.fill(BigInteger.valueOf(low), NumPyDraws.before(BigInteger.valueOf(high)), size, dtype);
    }

    /**
     * Returns integers from {@code low} to {@code high - 1}, as NumPy's {@code np.random.randint(low, high, size,
     * dtype)} does: for limits that no {@code long} holds, such as 2<sup>63</sup>. Exact.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}, one of them is out of bounds for the
     *     type, or {@code size} is negative
     */
    public BigInteger[] randint(BigInteger low, BigInteger high, int size, NumPyType dtype) {
        return NumPyDraws.big(masked.fill(low, NumPyDraws.before(high), size, dtype), dtype);
    }

    /**
     * Returns random bytes, as NumPy's {@code np.random.bytes(length)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public byte[] bytes(int length) {
        return draws.bytes(length);
    }

    /** Shuffles in place, as NumPy's {@code np.random.shuffle(x)} does with lists and arrays. Exact. */
    public void shuffle(List<?> x) {
        draws.fisherYates().shuffle(x);
    }

    /** Shuffles in place, as NumPy's {@code np.random.shuffle(x)} does. Exact. */
    public void shuffle(int[] x) {
        draws.fisherYates().shuffle(x);
    }

    /** Shuffles in place, as NumPy's {@code np.random.shuffle(x)} does. Exact. */
    public void shuffle(long[] x) {
        draws.fisherYates().shuffle(x);
    }

    /** Shuffles in place, as NumPy's {@code np.random.shuffle(x)} does. Exact. */
    public void shuffle(double[] x) {
        draws.fisherYates().shuffle(x);
    }

    /**
     * Returns the numbers from 0 to {@code n - 1} in a random order, as NumPy's {@code np.random.permutation(n)} does.
     * Exact.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public int[] permutation(int n) {
        return draws.permutation(n);
    }

    /** Returns a shuffled copy, as NumPy's {@code np.random.permutation(x)} does. Exact. */
    public <T> List<T> permutation(List<T> x) {
        List<T> copy = new ArrayList<>(x);
        shuffle(copy);
        return copy;
    }

    /**
     * Returns a number from 0 to {@code n - 1}, as NumPy's {@code np.random.choice(n)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code n} is not positive
     */
    public int choice(int n) {
        return choice(n, 1, true)[0];
    }

    /**
     * Returns numbers from 0 to {@code n - 1}, as NumPy's {@code np.random.choice(n, size, replace)} does. Exact.
     *
     * @param replace whether one number can be chosen more than once
     * @throws IllegalArgumentException if there are not enough numbers, or {@code size} is negative
     */
    public int[] choice(int n, int size, boolean replace) {
        NumPyDraws.checkPopulation(n, size, replace);
        return replace ? draws.indices(n, size, masked) : Arrays.copyOf(permutation(n), size);
    }

    /**
     * Returns numbers from 0 to {@code n - 1}, as NumPy's {@code np.random.choice(n, size, replace, p)} does. Exact.
     *
     * @param replace whether one number can be chosen more than once
     * @param p the probability of each number
     * @throws IllegalArgumentException if there are not enough numbers that are possible, {@code size} is negative, or
     *     {@code p} are not {@code n} probabilities with the sum 1
     */
    public int[] choice(int n, int size, boolean replace, double[] p) {
        return draws.indices(n, size, replace, p);
    }

    /**
     * Returns an element, as NumPy's {@code np.random.choice(a)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code a} is empty
     */
    public <T> T choice(List<T> a) {
        return a.get(choice(a.size()));
    }

    /**
     * Returns elements, as NumPy's {@code np.random.choice(a, size, replace)} does. Exact.
     *
     * @param replace whether one element can be chosen more than once
     * @throws IllegalArgumentException if there are not enough elements, or {@code size} is negative
     */
    public <T> List<T> choice(List<T> a, int size, boolean replace) {
        return NumPyDraws.elements(a, choice(a.size(), size, replace));
    }

    /**
     * Returns elements, as NumPy's {@code np.random.choice(a, size, replace, p)} does. Exact.
     *
     * @param replace whether one element can be chosen more than once
     * @param p the probability of each element
     * @throws IllegalArgumentException if there are not enough elements that are possible, {@code size} is negative, or
     *     {@code p} are not as many probabilities with the sum 1
     */
    public <T> List<T> choice(List<T> a, int size, boolean replace, double[] p) {
        return NumPyDraws.elements(a, choice(a.size(), size, replace, p));
    }

    /** Returns the call that makes this generator in Python, {@code np.random.RandomState(42)}, say. */
    @Override
    public String toString() {
        return "np.random.RandomState(" + literal + ")";
    }
}
