package dev.seeded.parity;

import dev.seeded.parity.BoundedIntegers.Rejection;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * NumPy's {@code np.random.default_rng}: the same seed and the same calls give the same values.
 *
 * <pre>{@code
 * NumPyGenerator rng = new NumPyGenerator(7);       // np.random.default_rng(7)
 * long[] dice = rng.integers(1, 7, 10);
 * }</pre>
 *
 * <p>The bits are PCG64's (M. E. O'Neill, 2014), seeded through NumPy's {@code SeedSequence}. An array that NumPy gives a
 * shape is one-dimensional here, in the order of its memory. Compared with NumPy 1.19 to 2.4, which agree, {@link
 * #randomFloat} from 1.20 on. All methods are exact; {@link #standardNormal}, {@link #normal} and {@link
 * #standardExponential} are exact in practice: their tables are computed here and equal NumPy's, the exponential function
 * only decides which candidates are taken, and the logarithm in the far tail, of one value in 4000 and one in 2000, may
 * miss the C library's by its last bit. (All of three million values of each were equal.)
 *
 * <p>Out of scope: seeding from the system, other bit generators, distributions not named here, and NumPy on processors
 * where its compiler fuses a multiplication with an addition (ARM), which can change the last bit of {@code uniform}
 * and {@code normal}. Not safe for concurrent use. Not a {@link java.util.Random}.
 *
 * @since 0.1
 */
public final class NumPyGenerator {

    private static final float TWO_POW_MINUS_24 = 0x1p-24f;

    /** The population from which on a large sample is drawn by shuffling. */
    private static final int TAIL_SHUFFLE_POPULATION = 10_000;

    private final SeedSequence seed;
    private final Pcg64 pcg;
    private final BoundedIntegers lemire;
    private final NumPyDraws draws;
    private final FisherYates lemireShuffle;

    /**
     * Makes NumPy's {@code np.random.default_rng(seed)}.
     *
     * @param seed not negative
     * @throws IllegalArgumentException if {@code seed} is negative
     */
    public NumPyGenerator(long seed) {
        this(BigInteger.valueOf(seed));
    }

    /**
     * Makes NumPy's {@code np.random.default_rng(seed)} with an integer of any size.
     *
     * @param seed not negative
     * @throws IllegalArgumentException if {@code seed} is negative
     */
    public NumPyGenerator(BigInteger seed) {
        this(SeedSequence.of(seed));
    }

    /**
     * Makes NumPy's {@code np.random.default_rng([…])}.
     *
     * @param seed numbers that are not negative, possibly none
     * @throws IllegalArgumentException if one is negative
     */
    public NumPyGenerator(long[] seed) {
        this(Arguments.big(seed));
    }

    /**
     * Makes NumPy's {@code np.random.default_rng([…])} with integers of any size.
     *
     * @param seed numbers that are not negative, possibly none
     * @throws IllegalArgumentException if one is negative
     */
    public NumPyGenerator(BigInteger[] seed) {
        this(SeedSequence.of(seed));
    }

    private NumPyGenerator(SeedSequence seed) {
        this.seed = seed;
        this.pcg = new Pcg64(seed);
        this.lemire = new BoundedIntegers(pcg, Rejection.LEMIRE);
        this.draws = new NumPyDraws(pcg, new BoundedIntegers(pcg, Rejection.MASKED));
        this.lemireShuffle = new FisherYates(i -> (int) lemire.next(i));
    }

    BitGenerator source() {
        return pcg;
    }

    /**
     * Returns new independent generators, as NumPy's {@code rng.spawn(n)} does from 1.25 on, and {@code
     * default_rng(child)} for the children of a {@code SeedSequence} before. Each call gives others; no draw is made.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public List<NumPyGenerator> spawn(int n) {
        Arguments.size(n);
        List<NumPyGenerator> children = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            NumPyGenerator child = new NumPyGenerator(seed.spawn());
            pcg.introduce(child.pcg);
            children.add(child);
        }
        return children;
    }

    /**
     * Returns the bits themselves, as NumPy's {@code rng.bit_generator.random_raw(size)} does. Exact; the numbers are
     * unsigned.
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public long[] randomRaw(int size) {
        long[] values = new long[Arguments.size(size)];
        for (int i = 0; i < size; i++) {
            values[i] = pcg.nextLong();
        }
        return values;
    }

    /** Returns a number in [0, 1), as NumPy's {@code rng.random()} does. Exact. */
    public double random() {
        return pcg.nextDouble();
    }

    /**
     * Returns numbers in [0, 1), as NumPy's {@code rng.random(size)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public double[] random(int size) {
        return draws.doubles(size, this::random);
    }

    /**
     * Returns numbers in [0, 1), as NumPy's {@code rng.random(size, dtype=np.float32)} does from 1.20 on. Exact.
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public float[] randomFloat(int size) {
        float[] values = new float[Arguments.size(size)];
        for (int i = 0; i < size; i++) {
            values[i] = (pcg.nextInt() >>> 8) * TWO_POW_MINUS_24;
        }
        return values;
    }

    /**
     * Returns a number between {@code low} and {@code high}, as NumPy's {@code rng.uniform(low, high)} does. Exact.
     *
     * @throws IllegalArgumentException if the distance of the limits is negative or not finite
     */
    public double uniform(double low, double high) {
        double range = uniformRange(low, high);
        return low + range * random();
    }

    /**
     * Returns numbers between {@code low} and {@code high}, as NumPy's {@code rng.uniform(low, high, size)} does. Exact.
     *
     * @throws IllegalArgumentException if the distance of the limits is negative or not finite, or {@code size} is
     *     negative
     */
    public double[] uniform(double low, double high, int size) {
        double range = uniformRange(low, high);
        return draws.doubles(size, () -> low + range * random());
    }

    private static double uniformRange(double low, double high) {
        Arguments.require(!(high < low), "high - low < 0", low + " to " + high);
        return NumPyDraws.range(low, high);
    }

    /** Returns a number of the standard normal distribution, as NumPy's {@code rng.standard_normal()} does. */
    public double standardNormal() {
        return Ziggurat.normal(pcg);
    }

    /**
     * Returns numbers of the standard normal distribution, as NumPy's {@code rng.standard_normal(size)} does. Exact in
     * practice, see the class.
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public double[] standardNormal(int size) {
        return draws.doubles(size, this::standardNormal);
    }

    /**
     * Returns a number of the normal distribution, as NumPy's {@code rng.normal(loc, scale)} does. Exact in practice, see
     * the class.
     *
     * @throws IllegalArgumentException if {@code scale} is negative
     */
    public double normal(double loc, double scale) {
        NumPyDraws.checkScale(scale);
        return loc + scale * standardNormal();
    }

    /**
     * Returns numbers of the normal distribution, as NumPy's {@code rng.normal(loc, scale, size)} does. Exact in
     * practice, see the class.
     *
     * @throws IllegalArgumentException if {@code scale} or {@code size} is negative
     */
    public double[] normal(double loc, double scale, int size) {
        NumPyDraws.checkScale(scale);
        return draws.doubles(size, () -> loc + scale * standardNormal());
    }

    /**
     * Returns a number of the standard exponential distribution, as NumPy's {@code rng.standard_exponential()} does with
     * its default method. Exact in practice, see the class.
     */
    public double standardExponential() {
        return Ziggurat.exponential(pcg);
    }

    /**
     * Returns numbers of the standard exponential distribution, as NumPy's {@code rng.standard_exponential(size)} does
     * with its default method. Exact in practice, see the class.
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public double[] standardExponential(int size) {
        return draws.doubles(size, this::standardExponential);
    }

    /**
     * Returns an integer from 0 to {@code high - 1}, as NumPy's {@code rng.integers(high)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code high} is not positive
     */
    public long integers(long high) {
        return integers(0, high);
    }

    /**
     * Returns an integer from {@code low} to {@code high - 1}, as NumPy's {@code rng.integers(low, high)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}
     */
    public long integers(long low, long high) {
        return lemire.between(low, high);
    }

    /**
     * Returns integers from {@code low} to {@code high - 1}, as NumPy's {@code rng.integers(low, high, size)} does.
     * Exact.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}, or {@code size} is negative
     */
    public long[] integers(long low, long high, int size) {
        return integers(low, high, size, NumPyType.INT64);
    }

    /**
     * Returns integers from {@code low} to {@code high - 1}, as NumPy's {@code rng.integers(low, high, size, dtype)}
     * does. Exact.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}, one of them is out of bounds for the
     *     type, or {@code size} is negative
     */
    public long[] integers(long low, long high, int size, NumPyType dtype) {
        return lemire.fill(BigInteger.valueOf(low), NumPyDraws.before(BigInteger.valueOf(high)), size, dtype);
    }

    /**
     * Returns integers from {@code low} to {@code high - 1}, as NumPy's {@code rng.integers(low, high, size, dtype)}
     * does: for limits that no {@code long} holds, such as 2<sup>63</sup>. With {@code endpoint=True}, add one to {@code
     * high}. Exact.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}, one of them is out of bounds for the
     *     type, or {@code size} is negative
     */
    public BigInteger[] integers(BigInteger low, BigInteger high, int size, NumPyType dtype) {
        return NumPyDraws.big(lemire.fill(low, NumPyDraws.before(high), size, dtype), dtype);
    }

    /**
     * Returns random bytes, as NumPy's {@code rng.bytes(length)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public byte[] bytes(int length) {
        return draws.bytes(length);
    }

    /** Shuffles in place, as NumPy's {@code rng.shuffle(x)} does with lists and arrays. Exact. */
    public void shuffle(List<?> x) {
        draws.fisherYates().shuffle(x);
    }

    /** Shuffles in place, as NumPy's {@code rng.shuffle(x)} does. Exact. */
    public void shuffle(int[] x) {
        draws.fisherYates().shuffle(x);
    }

    /** Shuffles in place, as NumPy's {@code rng.shuffle(x)} does. Exact. */
    public void shuffle(long[] x) {
        draws.fisherYates().shuffle(x);
    }

    /** Shuffles in place, as NumPy's {@code rng.shuffle(x)} does. Exact. */
    public void shuffle(double[] x) {
        draws.fisherYates().shuffle(x);
    }

    /**
     * Returns the numbers from 0 to {@code n - 1} in a random order, as NumPy's {@code rng.permutation(n)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public int[] permutation(int n) {
        return draws.permutation(n);
    }

    /** Returns a shuffled copy, as NumPy's {@code rng.permutation(x)} does. Exact. */
    public <T> List<T> permutation(List<T> x) {
        List<T> copy = new ArrayList<>(x);
        shuffle(copy);
        return copy;
    }

    /**
     * Returns a number from 0 to {@code n - 1}, as NumPy's {@code rng.choice(n)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code n} is not positive
     */
    public int choice(int n) {
        return choice(n, 1, true)[0];
    }

    /**
     * Returns numbers from 0 to {@code n - 1}, as NumPy's {@code rng.choice(n, size, replace)} does. Exact.
     *
     * @param replace whether one number can be chosen more than once
     * @throws IllegalArgumentException if there are not enough numbers, or {@code size} is negative
     */
    public int[] choice(int n, int size, boolean replace) {
        return choice(n, size, replace, true);
    }

    /**
     * Returns numbers from 0 to {@code n - 1}, as NumPy's {@code rng.choice(n, size, replace, shuffle=shuffle)} does.
     * Exact.
     *
     * <p>Without replacement by Floyd's algorithm: J. Bentley and R. Floyd, <em>A Sample of Brilliance</em>, CACM 30
     * (1987) 754–757; samples of more than a fiftieth of a large population by the end of a shuffle.
     *
     * @param replace whether one number can be chosen more than once
     * @param shuffle whether the order is random too, where numbers are chosen once only
     * @throws IllegalArgumentException if there are not enough numbers, or {@code size} is negative
     */
    public int[] choice(int n, int size, boolean replace, boolean shuffle) {
        NumPyDraws.checkPopulation(n, size, replace);
        if (replace) {
            return draws.indices(n, size, lemire);
        }
        int cutoff = shuffle ? 50 : 20;
        if (n > TAIL_SHUFFLE_POPULATION && size > n / cutoff) {
            int[] all = Arguments.range(n);
            lemireShuffle.shuffleTail(all, Math.max(n - size, 1));
            return Arrays.copyOfRange(all, n - size, n);
        }
        int[] chosen = floyd(n, size);
        if (shuffle) {
            lemireShuffle.shuffle(chosen);
        }
        return chosen;
    }

    private int[] floyd(int n, int size) {
        Set<Integer> selected = new HashSet<>();
        int[] chosen = new int[size];
        for (int j = n - size; j < n; j++) {
            int candidate = (int) lemire.next(j);
            int value = selected.contains(candidate) ? j : candidate;
            selected.add(value);
            chosen[j - n + size] = value;
        }
        return chosen;
    }

    /**
     * Returns numbers from 0 to {@code n - 1}, as NumPy's {@code rng.choice(n, size, replace, p)} does. Exact.
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
     * Returns an element, as NumPy's {@code rng.choice(a)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code a} is empty
     */
    public <T> T choice(List<T> a) {
        return a.get(choice(a.size()));
    }

    /**
     * Returns elements, as NumPy's {@code rng.choice(a, size, replace)} does. Exact.
     *
     * @param replace whether one element can be chosen more than once
     * @throws IllegalArgumentException if there are not enough elements, or {@code size} is negative
     */
    public <T> List<T> choice(List<T> a, int size, boolean replace) {
        return NumPyDraws.elements(a, choice(a.size(), size, replace));
    }

    /**
     * Returns elements, as NumPy's {@code rng.choice(a, size, replace, p)} does. Exact.
     *
     * @param replace whether one element can be chosen more than once
     * @param p the probability of each element
     * @throws IllegalArgumentException if there are not enough elements that are possible, {@code size} is negative, or
     *     {@code p} are not as many probabilities with the sum 1
     */
    public <T> List<T> choice(List<T> a, int size, boolean replace, double[] p) {
        return NumPyDraws.elements(a, choice(a.size(), size, replace, p));
    }

    /** Returns the call that makes this generator in Python, {@code np.random.default_rng(42)}, say. */
    @Override
    public String toString() {
        return "np.random.default_rng(" + seed + ")";
    }
}
