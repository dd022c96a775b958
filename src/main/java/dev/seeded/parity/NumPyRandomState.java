package dev.seeded.parity;

import java.math.BigInteger;
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
 * <p>NumPy's global functions, such as {@code np.random.seed(23)} and {@code np.random.rand()}, use one {@code
 * RandomState} that all code shares. Create one object for it. Arrays with several dimensions in NumPy are one-dimensional
 * here, in the order of their memory.
 *
 * <p>The generator is MT19937 (M. Matsumoto and T. Nishimura, ACM TOMACS 8, 1998). NumPy has frozen its values. They were
 * compared with NumPy 1.19 to 2.4, which agree; distributions from {@code exponential} on with 1.23, 1.24 and 2.2. The
 * default integer type is {@code int64}, as in NumPy, except on Windows before 2.0. Methods that take a {@code size} refuse
 * a negative one with an {@link IllegalArgumentException}.
 *
 * <p>All methods are exact, with these exceptions:
 *
 * <ul>
 *   <li>{@link #randn}, {@link #standardNormal}, {@link #normal}, {@link #laplace} and exponential numbers are within 3 ulp
 *       of the terms that are added.
 *   <li>{@link #lognormal}, {@link #gamma}, {@link #chisquare}, {@link #beta} and {@link #dirichlet} are within a relative
 *       10<sup>-13</sup>.
 *   <li>{@link #poisson}, {@link #binomial}, {@link #geometric} and {@link #multinomial} are exact in practice.
 * </ul>
 *
 * <p>Out of scope: seeding from the system, and distributions not named here. Not safe for concurrent use. Not a {@link
 * java.util.Random}.
 *
 * @since 0.1
 */
public final class NumPyRandomState extends AbstractNumPyGenerator<MersenneTwister> {

    private final MersenneTwister twister = source;

    /**
     * Creates NumPy's {@code np.random.RandomState(seed)}.
     *
     * @param seed from 0 to 2<sup>32</sup> - 1
     * @throws IllegalArgumentException if {@code seed} is outside
     */
    public NumPyRandomState(long seed) {
        super(new MersenneTwister(), "np.random.RandomState");
        seed(seed);
    }

    /**
     * Creates NumPy's {@code np.random.RandomState([…])}. A sequence of one seed differs from that seed.
     *
     * @param seed one or more numbers from 0 to 2<sup>32</sup> - 1
     * @throws IllegalArgumentException if there is none, or one is outside
     */
    public NumPyRandomState(long[] seed) {
        super(new MersenneTwister(), "np.random.RandomState");
        seed(seed);
    }

    /**
     * Starts anew, as NumPy's {@code seed(seed)} does; the spare value of {@link #randn} is dropped.
     *
     * @param seed from 0 to 2<sup>32</sup> - 1
     * @throws IllegalArgumentException if {@code seed} is outside
     */
    public void seed(long seed) {
        twister.seed(word(seed));
        startAnew(Long.toString(seed));
    }

    /**
     * Starts anew, as NumPy's {@code seed([…])} does.
     *
     * @param seed one or more numbers from 0 to 2<sup>32</sup> - 1
     * @throws IllegalArgumentException if there is none, or one is outside
     */
    public void seed(long[] seed) {
        Arguments.require(seed.length > 0, () -> "Seed must be non-empty: []");
        twister.seed(LongStream.of(seed).mapToInt(NumPyRandomState::word).toArray());
        startAnew(Arrays.toString(seed));
    }

    private static int word(long seed) {
        Arguments.require(seed >>> 32 == 0, () -> "Seed must be between 0 and 2**32 - 1: " + seed);
        return (int) seed;
    }

    /**
     * Returns the line that sets NumPy's generator to this one's state: {@code np.random.set_state(('MT19937', […], …))}.
     */
    public String getState() {
        boolean hasSpare = !Double.isNaN(spareNormal);
        return "np.random.set_state(('MT19937', [" + twister.words() + "], " + twister.next() + ", "
                + (hasSpare ? "1, " + PythonSeed.repr(spareNormal) : "0, 0.0") + "))";
    }

    /**
     * Goes on where NumPy's generator was. {@link #toString()} shows three dots for the seed from then on.
     *
     * @param state what {@code print(np.random.get_state())} gives, as a tuple or a dictionary, or {@link #getState()}
     * @throws IllegalArgumentException if {@code state} is malformed: the message says where
     */
    public void setState(String state) {
        StateText whole = StateText.parse(state);
        List<StateText> parts = whole.isDictionary()
                ? List.of(
                        whole.entry("bit_generator"),
                        whole.entry("state").entry("key"),
                        whole.entry("state").entry("pos"),
                        whole.entry("has_gauss"),
                        whole.entry("gauss"))
                : whole.items(5);
        parts.get(0).check("MT19937");
        int[] key = parts.get(1).words(MersenneTwister.N);
        int next = parts.get(2).upTo(MersenneTwister.N);
        double spare = parts.get(3).upTo(1) == 1 ? parts.get(4).real() : Double.NaN;
        twister.setState(key, next);
        startAnew("...");
        spareNormal = spare;
    }

    /** Returns a number in [0, 1), as NumPy's {@code rand()} does. */
    public double rand() {
        return nextDouble();
    }

    /** Returns numbers in [0, 1), as NumPy's {@code rand(size)} does. */
    public double[] rand(int size) {
        return random(size);
    }

    /** Returns a table of numbers in [0, 1), as NumPy's {@code rand(rows, columns)} does. */
    public double[][] rand(int rows, int columns) {
        return table(rows, columns, this::random);
    }

    /** Does the same with three dimensions: {@code rand(depth, rows, columns)} in NumPy. */
    public double[][][] rand(int depth, int rows, int columns) {
        return cube(depth, rows, columns, this::random);
    }

    /** Returns a number in [0, 1), as NumPy's {@code random_sample()} does. */
    public double randomSample() {
        return nextDouble();
    }

    /** Returns numbers in [0, 1), as NumPy's {@code random_sample(size)} does. */
    public double[] randomSample(int size) {
        return random(size);
    }

    /**
     * Returns a number of the standard normal distribution, as NumPy's {@code randn()} does. Within 3 ulp. Every second
     * one is what the one before it kept, until the generator is seeded anew.
     *
     * <p>The polar method: G. Marsaglia and T. A. Bray, <em>A Convenient Method for Generating Normal Variables</em>,
     * SIAM Review 6 (1964) 260–264.
     */
    public double randn() {
        return standardNormal();
    }

    /** Returns {@link #randn()}, as NumPy's {@code standard_normal()} does. Within 3 ulp. */
    @Override
    public double standardNormal() {
        double spare = takeSpareNormal();
        if (!Double.isNaN(spare)) {
            return spare;
        }
        double x1;
        double x2;
        double square;
        do {
            x1 = 2 * nextDouble() - 1;
            x2 = 2 * nextDouble() - 1;
            square = x1 * x1 + x2 * x2;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * Elementary.log(square) / square);
        spareNormal = factor * x1;
        return factor * x2;
    }

    /**
     * Returns numbers of the standard normal distribution, as NumPy's {@code randn(size)} and {@code
     * standard_normal(size)} do. Within 3 ulp.
     */
    public double[] randn(int size) {
        return standardNormal(size);
    }

    /** Returns a table of such numbers, as NumPy's {@code randn(rows, columns)} does. Within 3 ulp. */
    public double[][] randn(int rows, int columns) {
        return standardNormal(rows, columns);
    }

    /** Does the same with three dimensions: {@code randn(depth, rows, columns)} in NumPy. Within 3 ulp. */
    public double[][][] randn(int depth, int rows, int columns) {
        return standardNormal(depth, rows, columns);
    }

    @Override
    boolean isLegacy() {
        return true;
    }

    @Override
    public double standardExponential() {
        return -Elementary.log(1 - nextDouble());
    }

    /**
     * Returns an integer from 0 to {@code high - 1}, as NumPy's {@code randint(high)} does.
     *
     * @throws IllegalArgumentException if {@code high} is not positive
     */
    public long randint(long high) {
        return randint(0, high);
    }

    /**
     * Returns an integer from {@code low} to {@code high - 1}, as NumPy's {@code randint(low, high)} does.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}
     */
    public long randint(long low, long high) {
        return masked.between(low, high);
    }

    /** Returns {@code size} values of {@link #randint(long, long)}: {@code randint(low, high, size)} in NumPy. */
    public long[] randint(long low, long high, int size) {
        return randint(low, high, size, NumPyType.INT64);
    }

    /**
     * Returns integers from {@code low} to {@code high - 1}, as NumPy's {@code randint(low, high, size, dtype)} does.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}, or one is out of bounds for the type
     */
    public long[] randint(long low, long high, int size, NumPyType dtype) {
        return masked.fill(low, high, size, dtype);
    }

    /**
     * Returns integers from {@code low} to {@code high - 1}, as NumPy's {@code randint(low, high, size, dtype)} does:
     * for limits that no {@code long} holds, such as 2<sup>63</sup>.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}, or one is out of bounds for the type
     */
    public BigInteger[] randint(BigInteger low, BigInteger high, int size, NumPyType dtype) {
        return masked.fill(low, high, size, dtype);
    }

    @Override
    public int[] choice(int n, int size, boolean replace) {
        checkPopulation(n, size, replace);
        return replace ? indices(n, size, masked) : Arrays.copyOf(permutation(Math.max(n, 0)), size);
    }
}
