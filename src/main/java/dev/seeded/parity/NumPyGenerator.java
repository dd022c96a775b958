package dev.seeded.parity;

import dev.seeded.parity.BoundedIntegers.Rejection;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * NumPy's {@code np.random.default_rng}: the same seed and the same calls give the same values.
 *
 * <pre>{@code
 * NumPyGenerator rng = new NumPyGenerator(7);       // np.random.default_rng(7)
 * long[] dice = rng.integers(1, 7, 10);
 * }</pre>
 *
 * <p>The bits come from PCG64 (M. E. O'Neill, 2014), or from a different {@link NumPyBitGenerator}, seeded through NumPy's
 * {@code SeedSequence}. Arrays with several dimensions in NumPy are one-dimensional here, in the order of their memory. The
 * values were compared with NumPy 1.19 to 2.4, which agree, and those of {@link #randomFloat} from 1.20 on. Methods that
 * take a {@code size} refuse a negative one with an {@link IllegalArgumentException}.
 *
 * <p>All methods are exact, with these exceptions:
 *
 * <ul>
 *   <li>{@link #standardNormal}, {@link #normal} and {@link #standardExponential} are exact in practice. Their tables are
 *       computed here and equal NumPy's. The exponential function only decides which candidates are taken. The logarithm in
 *       the far tail, for one value in 4000 and one in 2000, may differ from the C library's in its last bit. (All of three
 *       million values of each were equal.)
 *   <li>Distributions of whole numbers and {@link #exponential} are exact in practice.
 *   <li>{@link #laplace} is within 3 ulp of the terms that are added.
 *   <li>The other distributions are within a relative 10<sup>-13</sup>, except {@link #multivariateNormalCholesky}.
 * </ul>
 *
 * <p>Out of scope: seeding from the system, distributions not named here, and NumPy on processors
 * where its compiler fuses a multiplication with an addition (ARM), which can change the last bit of {@code uniform}
 * and {@code normal}. Not safe for concurrent use. Not a {@link java.util.Random}.
 *
 * @since 0.1
 */
public final class NumPyGenerator extends AbstractNumPyGenerator<BitGenerator> {

    /** The population from which on a large sample is drawn by shuffling. */
    private static final int TAIL_SHUFFLE_POPULATION = 10_000;

    /** Below this, the proportions of a Dirichlet distribution come from beta numbers. */
    private static final double STICK_BREAKING = 0.1;

    private final NumPyBitGenerator kind;
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
        this(new SeedSequence(seed));
    }

    /**
     * Creates NumPy's {@code np.random.default_rng([…])}.
     *
     * @param seed numbers that are not negative, possibly none
     * @throws IllegalArgumentException if one is negative
     */
    public NumPyGenerator(long[] seed) {
        this(new SeedSequence(seed));
    }

    /**
     * Creates NumPy's {@code np.random.default_rng([…])} with integers of any size.
     *
     * @param seed numbers that are not negative, possibly none
     * @throws IllegalArgumentException if one is negative
     */
    public NumPyGenerator(BigInteger[] seed) {
        this(new SeedSequence(seed));
    }

    /** Creates NumPy's {@code np.random.default_rng(seed)} with a sequence, a child's, say. */
    public NumPyGenerator(SeedSequence seed) {
        this(NumPyBitGenerator.PCG64, seed);
    }

    /**
     * Creates NumPy's {@code np.random.Generator(np.random.Philox(seed))}, say.
     *
     * @param seed not negative
     * @throws IllegalArgumentException if {@code seed} is negative
     */
    public NumPyGenerator(NumPyBitGenerator bitGenerator, long seed) {
        this(bitGenerator, new SeedSequence(seed));
    }

    /** Creates NumPy's {@code np.random.Generator(np.random.Philox(seed))}, say, with a sequence. */
    public NumPyGenerator(NumPyBitGenerator bitGenerator, SeedSequence seed) {
        super(
                bitGenerator.create(seed),
                bitGenerator == NumPyBitGenerator.PCG64
                        ? "np.random.default_rng"
                        : "np.random.Generator(np.random." + bitGenerator);
        startAnew(seed.literal());
        this.kind = bitGenerator;
        this.seed = seed;
        lemire = new BoundedIntegers(source, Rejection.LEMIRE);
    }

    /** Returns the line that sets NumPy's generator to this one's state: <code>rng.bit_generator.state = {…}</code>. */
    public String getBitGeneratorState() {
        String entries = source instanceof Bits64 bits
                ? bits.state()
                : "'state': {'key': [" + twister().words() + "], 'pos': "
                        + twister().next() + "}";
        return "rng.bit_generator.state = {'bit_generator': '" + kind + "', " + entries + "}";
    }

    /**
     * Goes on where NumPy's generator was. {@link #toString()} shows three dots for the seed from then on.
     *
     * @param state what {@code print(rng.bit_generator.state)} or {@code json.dumps} of it gives, or {@link
     *     #getBitGeneratorState()}
     * @throws IllegalArgumentException if {@code state} is malformed, or of another bit generator: the message says where
     */
    public void setBitGeneratorState(String state) {
        StateText whole = StateText.parse(state);
        whole.entry("bit_generator").check(kind.toString());
        if (source instanceof Bits64 bits) {
            bits.setState(whole);
        } else {
            StateText inner = whole.entry("state");
            int[] key = inner.entry("key").words(MersenneTwister.N);
            twister().setState(key, inner.entry("pos").upTo(MersenneTwister.N));
        }
        startAnew("...");
    }

    private MersenneTwister twister() {
        return (MersenneTwister) source;
    }

    /**
     * Goes on as if {@code delta} numbers had been drawn, as NumPy's {@code bit_generator.advance(delta)} does, which
     * counts blocks of four with {@link NumPyBitGenerator#PHILOX}.
     *
     * @throws UnsupportedOperationException if the bit generator has no such method in NumPy
     */
    public void advance(BigInteger delta) {
        jumping("advance").advance(delta);
    }

    /**
     * Returns a generator that is far ahead of this one, as NumPy's {@code Generator(bit_generator.jumped(jumps))} is.
     * Its {@link #toString()} shows three dots for the seed.
     *
     * <p>In a JVM, the first jump of {@link NumPyBitGenerator#MT19937} takes about a second.
     *
     * @throws UnsupportedOperationException if the bit generator has no such method in NumPy
     */
    public NumPyGenerator jumped(int jumps) {
        NumPyGenerator jumped = new NumPyGenerator(kind, seed);
        source.recordDrawsOf(jumped.source);
        jumped.setBitGeneratorState(getBitGeneratorState());
        if (jumped.source instanceof MersenneTwister twister) {
            MersenneJump.jump(twister, jumps);
        } else {
            jumped.advance(jumping("jumped").jump().multiply(BigInteger.valueOf(jumps)));
        }
        return jumped;
    }

    private Bits64 jumping(String method) {
        if (source instanceof Bits64 bits && bits.jump().signum() > 0) {
            return bits;
        }
        throw new UnsupportedOperationException(kind + " has no " + method + " here");
    }

    /** Returns the call that makes this generator in Python. */
    @Override
    public String toString() {
        return kind == NumPyBitGenerator.PCG64 ? super.toString() : super.toString() + ")";
    }

    /**
     * Returns new independent generators, as NumPy's {@code spawn(n)} does from 1.25 on, and {@code default_rng(child)}
     * for the children of a {@code SeedSequence} before. Each call gives others; no draw is made.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public List<NumPyGenerator> spawn(int n) {
        List<NumPyGenerator> children = new ArrayList<>();
        for (SeedSequence sequence : seed.spawn(n)) {
            NumPyGenerator child = new NumPyGenerator(kind, sequence);
            source.recordDrawsOf(child.source);
            children.add(child);
        }
        return children;
    }

    /**
     * Returns the bits themselves, as unsigned numbers, as NumPy's {@code bit_generator.random_raw(size)} does: 64 at a
     * time, 32 from {@link NumPyBitGenerator#MT19937}.
     */
    public long[] randomRaw(int size) {
        boolean isWide = source instanceof Bits64;
        return longs(size, () -> isWide ? source.nextLong() : Integer.toUnsignedLong(source.nextInt()));
    }

    /** Returns numbers in [0, 1), as NumPy's {@code random(size, dtype=np.float32)} does from 1.20 on. */
    public float[] randomFloat(int size) {
        return floats(doubles(size, () -> source.recordedFloat(source.bits32() >>> 8)));
    }

    /**
     * Returns numbers of the standard normal distribution, as NumPy's {@code standard_normal(size, dtype=np.float32)}
     * does.
     */
    public float[] standardNormalFloat(int size) {
        return floats(doubles(size, () -> Ziggurat.normalFloat(source)));
    }

    /**
     * Returns numbers of the exponential distribution, as NumPy's {@code standard_exponential(size, dtype=np.float32)}
     * does.
     */
    public float[] standardExponentialFloat(int size) {
        return floats(doubles(size, () -> Ziggurat.exponentialFloat(source)));
    }

    /** Returns a table of numbers in [0, 1), as NumPy's {@code random((rows, columns))} does. */
    public double[][] random(int rows, int columns) {
        return table(rows, columns, this::random);
    }

    /** Does the same with three dimensions: {@code random((depth, rows, columns))} in NumPy. */
    public double[][][] random(int depth, int rows, int columns) {
        return cube(depth, rows, columns, this::random);
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
        return Ziggurat.normal(source);
    }

    @Override
    public double[] standardNormal(int size) {
        return Ziggurat.normals(source, size);
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

    /**
     * Returns {@code size} vectors of the multivariate normal distribution, as NumPy's {@code multivariate_normal(mean,
     * cov, size, method='cholesky')} does. Within rounding errors of the decomposition, which NumPy leaves to LAPACK:
     * about 10<sup>-15</sup> of a standard deviation, and more for covariances that are almost singular.
     *
     * @param cov the covariances, of which the lower triangle is read, as in NumPy
     * @throws IllegalArgumentException if {@code cov} is not square, of another size than {@code mean}, or not positive
     *     definite
     */
    public double[][] multivariateNormalCholesky(double[] mean, double[][] cov, int size) {
        checkCovariances(mean, cov);
        double[][] factor = new double[mean.length][mean.length];
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = cov[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[k][i] * factor[k][j];
                }
                Arguments.require(
                        i != j || rest > 0, () -> "Matrix is not positive definite: " + Arrays.deepToString(cov));
                factor[j][i] = i == j ? Math.sqrt(rest) : rest / factor[j][j];
            }
        }
        return vectors(mean, factor, size);
    }

    @Override
    public double standardExponential() {
        return Ziggurat.exponential(source);
    }

    @Override
    public double[] standardExponential(int size) {
        return Ziggurat.exponentials(source, size);
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

    /** Returns {@code size} values of {@link #integers(long, long)}: {@code integers(low, high, size)} in NumPy. */
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

    /**
     * Shuffles rows or columns in place, as NumPy's {@code shuffle(x, axis)} does.
     *
     * @param axis 0 for rows, 1 for columns
     * @throws IllegalArgumentException if {@code axis} is neither
     */
    public void shuffle(double[][] x, int axis) {
        if (checkedAxis(axis) == 0) {
            shuffle(x);
            return;
        }
        double[][] columns = transposed(x);
        shuffle(columns);
        fill(x, transposed(columns));
    }

    /**
     * Returns a copy with shuffled rows or columns, as NumPy's {@code permutation(x, axis)} does.
     *
     * @param axis 0 for rows, 1 for columns
     * @throws IllegalArgumentException if {@code axis} is neither
     */
    public double[][] permutation(double[][] x, int axis) {
        double[][] copy = copy(x);
        shuffle(copy, axis);
        return copy;
    }

    /** Returns a shuffled copy, as NumPy's {@code permuted(x)} does. */
    public double[] permuted(double[] x) {
        return permutation(x);
    }

    /**
     * Returns a copy in which each column or row is shuffled by itself, as NumPy's {@code permuted(x, axis=axis)} does.
     *
     * @param axis 0 to shuffle within columns, 1 within rows
     * @throws IllegalArgumentException if {@code axis} is neither
     */
    public double[][] permuted(double[][] x, int axis) {
        double[][] lines = checkedAxis(axis) == 0 ? transposed(x) : copy(x);
        for (double[] line : lines) {
            shuffle(line);
        }
        double[][] permuted = copy(x);
        fill(permuted, axis == 0 ? transposed(lines) : lines);
        return permuted;
    }

    private static int checkedAxis(int axis) {
        Arguments.require(axis == 0 || axis == 1, () -> "axis " + axis + " is out of bounds for array of dimension 2");
        return axis;
    }

    static double[][] transposed(double[][] x) {
        double[][] transposed = new double[x.length == 0 ? 0 : x[0].length][x.length];
        for (int i = 0; i < transposed.length; i++) {
            for (int j = 0; j < x.length; j++) {
                transposed[i][j] = x[j][i];
            }
        }
        return transposed;
    }

    private static void fill(double[][] x, double[][] values) {
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(values[i], 0, x[i], 0, values[i].length);
        }
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
            swap(array, i, lemire.slot(i));
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
