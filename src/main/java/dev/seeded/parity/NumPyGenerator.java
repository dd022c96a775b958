package dev.seeded.parity;

import dev.seeded.parity.BoundedIntegers.Rejection;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * NumPy's {@code np.random.default_rng}: the same seed and the same calls give the same values.
 *
 * <pre>{@code
 * NumPyGenerator rng = new NumPyGenerator(7);       // np.random.default_rng(7)
 * long[] dice = rng.integers(1, 7, 10);
 * }</pre>
 *
 * <p>The bits are PCG64's (M. E. O'Neill, 2014), seeded through NumPy's {@code SeedSequence}. An array that NumPy gives
 * a shape is one-dimensional here, in the order of its memory. Compared with NumPy 1.19 to 2.4, which agree, {@link
 * #randomFloat} from 1.20 on. Methods that take a {@code size} refuse a negative one with an {@link
 * IllegalArgumentException}.
 *
 * <p>All methods are exact; {@link #standardNormal}, {@link #normal} and {@link #standardExponential} are exact in
 * practice: their tables are computed here and equal NumPy's, the exponential function only decides which candidates are
 * taken, and the logarithm in the far tail, of one value in 4000 and one in 2000, may miss the C library's by its last
 * bit. (All of three million values of each were equal.)
 *
 * <p>Out of scope: seeding from the system, other bit generators, distributions not named here, and NumPy on processors
 * where its compiler fuses a multiplication with an addition (ARM), which can change the last bit of {@code uniform}
 * and {@code normal}. Not safe for concurrent use. Not a {@link java.util.Random}.
 *
 * @since 0.1
 */
public final class NumPyGenerator extends AbstractNumPyGenerator<Pcg64> {

    /** The population from which on a large sample is drawn by shuffling. */
    private static final int TAIL_SHUFFLE_POPULATION = 10_000;

    /** Below this, the proportions of a Dirichlet distribution come from beta numbers. */
    private static final double STICK_BREAKING = 0.1;

    private final Pcg64 pcg = source;
    private final SeedSequence seed;
    private final BoundedIntegers lemire;

    /**
     * Creates NumPy's {@code np.random.default_rng(seed)}.
     *
     * @param seed not negative
     * @throws IllegalArgumentException if {@code seed} is negative
     */
    public NumPyGenerator(long seed) {
        this(BigInteger.valueOf(seed));
    }

    /**
     * Creates NumPy's {@code np.random.default_rng(seed)} with an integer of any size.
     *
     * @param seed not negative
     * @throws IllegalArgumentException if {@code seed} is negative
     */
    public NumPyGenerator(BigInteger seed) {
        this(SeedSequence.of(seed));
    }

    /**
     * Creates NumPy's {@code np.random.default_rng([…])}.
     *
     * @param seed numbers that are not negative, possibly none
     * @throws IllegalArgumentException if one is negative
     */
    public NumPyGenerator(long[] seed) {
        this(LongStream.of(seed).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
    }

    /**
     * Creates NumPy's {@code np.random.default_rng([…])} with integers of any size.
     *
     * @param seed numbers that are not negative, possibly none
     * @throws IllegalArgumentException if one is negative
     */
    public NumPyGenerator(BigInteger[] seed) {
        this(SeedSequence.of(seed));
    }

    private NumPyGenerator(SeedSequence seed) {
        super(new Pcg64(seed), "np.random.default_rng");
        startAnew(seed.toString());
        this.seed = seed;
        lemire = new BoundedIntegers(pcg, Rejection.LEMIRE);
    }

    /**
     * Returns new independent generators, as NumPy's {@code spawn(n)} does from 1.25 on, and {@code default_rng(child)}
     * for the children of a {@code SeedSequence} before. Each call gives others; no draw is made.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public List<NumPyGenerator> spawn(int n) {
        Arguments.size(n);
        List<NumPyGenerator> children = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            NumPyGenerator child = new NumPyGenerator(seed.spawn());
            pcg.recordDrawsOf(child.pcg);
            children.add(child);
        }
        return children;
    }

    /** Returns the bits themselves, as unsigned numbers, as NumPy's {@code bit_generator.random_raw(size)} does. */
    public long[] randomRaw(int size) {
        long[] values = new long[Arguments.size(size)];
        for (int i = 0; i < size; i++) {
            values[i] = pcg.nextLong();
        }
        return values;
    }

    /** Returns numbers in [0, 1), as NumPy's {@code random(size, dtype=np.float32)} does from 1.20 on. */
    public float[] randomFloat(int size) {
        float[] values = new float[Arguments.size(size)];
        for (int i = 0; i < size; i++) {
            values[i] = (pcg.nextInt() >>> 8) * 0x1p-24f;
        }
        return values;
    }

    @Override
    double range(double low, double high) {
        Arguments.require(!(high < low), () -> "high - low < 0: " + low + " to " + high);
        return super.range(low, high);
    }

    /**
     * Returns a number of the standard normal distribution, as NumPy's {@code standard_normal()} does. Exact in
     * practice, see the class.
     */
    @Override
    public double standardNormal() {
        return Ziggurat.normal(pcg);
    }

    @Override
    boolean isLegacy() {
        return false;
    }

    /** Where all alphas are small, gamma numbers may all be 0: breaks a stick instead. */
    @Override
    void fillDirichlet(double[] row, double[] alpha) {
        if (row.length == 0 || DoubleStream.of(alpha).anyMatch(value -> value >= STICK_BREAKING)) {
            super.fillDirichlet(row, alpha);
            return;
        }
        int last = row.length - 1;
        double[] rest = alpha.clone();
        for (int i = last - 1; i >= 0; i--) {
            rest[i] += rest[i + 1];
        }
        row[last] = 1;
        for (int i = 0; i < last; i++) {
            double part = betaOf(alpha[i], rest[i + 1]);
            row[i] = row[last] * part;
            row[last] *= 1 - part;
        }
    }

    @Override
    public double standardExponential() {
        return Ziggurat.exponential(pcg);
    }

    /**
     * Returns an integer from 0 to {@code high - 1}, as NumPy's {@code integers(high)} does.
     *
     * @throws IllegalArgumentException if {@code high} is not positive
     */
    public long integers(long high) {
        return integers(0, high);
    }

    /**
     * Returns an integer from {@code low} to {@code high - 1}, as NumPy's {@code integers(low, high)} does.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}
     */
    public long integers(long low, long high) {
        return lemire.between(low, high);
    }

    /**
     * Returns integers from {@code low} to {@code high - 1}, as NumPy's {@code integers(low, high, size)} does.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}
     */
    public long[] integers(long low, long high, int size) {
        return integers(low, high, size, NumPyType.INT64);
    }

    /**
     * Returns integers from {@code low} to {@code high - 1}, as NumPy's {@code integers(low, high, size, dtype)} does.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}, or one is out of bounds for the type
     */
    public long[] integers(long low, long high, int size, NumPyType dtype) {
        return lemire.fill(low, high, size, dtype);
    }

    /**
     * Returns integers from {@code low} to {@code high - 1}, as NumPy's {@code integers(low, high, size, dtype)} does:
     * for limits that no {@code long} holds, such as 2<sup>63</sup>. With {@code endpoint=True}, add one to {@code
     * high}.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}, or one is out of bounds for the type
     */
    public BigInteger[] integers(BigInteger low, BigInteger high, int size, NumPyType dtype) {
        return lemire.fill(low, high, size, dtype);
    }

    @Override
    public int[] choice(int n, int size, boolean replace) {
        return choice(n, size, replace, true);
    }

    /**
     * Returns numbers from 0 to {@code n - 1}, as NumPy's {@code choice(n, size, replace, shuffle=shuffle)} does.
     *
     * <p>Without replacement by Floyd's algorithm: J. Bentley and R. Floyd, <em>A Sample of Brilliance</em>, CACM 30
     * (1987) 754–757; samples of more than a fiftieth of a large population by the end of a shuffle.
     *
     * @param replace whether one number can be chosen more than once
     * @param shuffle whether the order is random too, where numbers are chosen once only
     * @throws IllegalArgumentException if there are not enough numbers
     */
    public int[] choice(int n, int size, boolean replace, boolean shuffle) {
        checkPopulation(n, size, replace);
        if (replace) {
            return indices(n, size, lemire);
        }
        int cutoff = shuffle ? 50 : 20;
        if (n > TAIL_SHUFFLE_POPULATION && size > n / cutoff) {
            int[] all = Arguments.range(n);
            shuffleTail(all, Math.max(n - size, 1));
            return Arrays.copyOfRange(all, n - size, n);
        }
        int[] chosen = floyd(n, size);
        if (shuffle) {
            shuffleTail(chosen, 1);
        }
        return chosen;
    }

    /** Shuffles the places from {@code first} on, each with any place at or before it. */
    private void shuffleTail(int[] array, int first) {
        for (int i = array.length - 1; i >= first; i--) {
            swap(array, i, (int) lemire.next(i));
        }
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
}
