package dev.seeded.parity;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * PyTorch's random numbers on the CPU: the same seed and the same calls give the same values.
 *
 * <pre>{@code
 * TorchGenerator torch = new TorchGenerator(23);   // torch.manual_seed(23)
 * float[] values = torch.rand(3);
 * int[] order = torch.randperm(10);
 * }</pre>
 *
 * <p>This generator stands for {@code torch.Generator()}, and for the default generator that {@code torch.manual_seed}
 * seeds. Methods without a suffix return {@code float32}, PyTorch's default. Methods with the suffix {@code 64} stand for
 * {@code dtype=torch.float64}. Methods that take a {@code size} refuse a negative one with an {@link
 * IllegalArgumentException}.
 *
 * <p>A tensor is an array here, in the order of its memory: {@code randn(2 * 3 * 4)} is {@code torch.randn(2, 3,
 * 4).flatten()}. {@link #rand(int, int)} and {@link #randn(int, int)} also
 * return arrays of two and three dimensions.
 *
 * <p>The generator is MT19937 (M. Matsumoto and T. Nishimura, ACM TOMACS 8, 1998). Normal numbers are made after G. E. P.
 * Box and M. E. Muller, <em>A Note on the Generation of Random Normal Deviates</em>, Annals of Mathematical Statistics 29
 * (1958) 610–611. The values were compared with PyTorch 1.7 to 2.14, which agree, except on some ranges of {@link
 * #randint(long, long, int)}.
 *
 * <p>A method is exact unless it says how exact it is. {@link #randn64}, {@link #normal64} and {@link #exponential64} are
 * within 3 ulp. {@link #randn} and {@link #normal} of fewer than 16 values are exact in practice.
 *
 * <p>{@code randn} and {@code normal} of 16 {@code float32} values or more give the values of x86-64 processors with AVX2
 * and FMA. On different processors, the last bits differ. On Intel's processors, builds with MKL before PyTorch 2.5 draw
 * different values for {@code bernoulli_}, dropout and {@code exponential_}; the methods that this concerns say so.
 *
 * <p>Out of scope: CUDA and other devices; other distributions. Not safe for concurrent use. Not a {@link
 * java.util.Random}.
 *
 * @since 0.1
 */
public final class TorchGenerator extends ParityGenerator<MersenneTwister> {

    /** The range from which on PyTorch, since 2.7, draws 64 bits for an integer. */
    private static final long WIDE_RANGE = 1L << 28;

    /** PyTorch's limit below which {@code randperm} draws words. */
    private static final int RANDPERM_LIMIT = (int) (0xffffffffL / 20);

    private final MersenneTwister twister = source;
    private long seed;

    /**
     * Creates PyTorch's {@code torch.Generator().manual_seed(seed)}.
     *
     * @param seed any number; only its lower 32 bits count, as in PyTorch
     */
    public TorchGenerator(long seed) {
        super(new MersenneTwister(), "torch.Generator().manual_seed");
        manualSeed(seed);
    }

    /**
     * Starts anew, as PyTorch's {@code manual_seed(seed)} does; the spare value of {@link #randn} is dropped.
     *
     * @param seed any number; only its lower 32 bits count, as in PyTorch
     * @return this generator
     */
    public TorchGenerator manualSeed(long seed) {
        this.seed = seed;
        twister.seed((int) seed);
        startAnew(Long.toString(seed));
        return this;
    }

    /** Returns the seed last given, as PyTorch's {@code initial_seed()} does: without a sign, -5 as 2<sup>64</sup> - 5. */
    public BigInteger initialSeed() {
        return new BigInteger(Long.toUnsignedString(seed));
    }

    /**
     * Returns the line that has PyTorch go on from here, to be pasted into Python: {@code torch.set_rng_state(…)} with the
     * bytes that {@code torch.get_rng_state()} returns there after the same calls.
     */
    public String getRngState() {
        return TorchState.line(seed, twister, spareNormal);
    }

    /**
     * Goes on where PyTorch stopped.
     *
     * @param state what Python shows of {@code torch.get_rng_state()}: {@code json.dumps(state.tolist())}, {@code
     *     state.numpy().tobytes().hex()}, {@code repr(state)} after {@code torch.set_printoptions(threshold=6000)}, or the
     *     line that {@link #getRngState} returns
     * @return this generator
     * @throws IllegalArgumentException if that is no such state; the message says where
     */
    public TorchGenerator setRngState(String state) {
        TorchState read = TorchState.read(state);
        seed = read.seed();
        twister.setState(read.words(), read.words()[MersenneTwister.N]);
        startAnew(Long.toString(seed));
        spareNormal = read.spareNormal();
        return this;
    }

    /** Returns numbers in [0, 1), as PyTorch's {@code rand(size)} does. */
    public float[] rand(int size) {
        float[] values = new float[Arguments.size(size)];
        for (int i = 0; i < size; i++) {
            values[i] = twister.recordedFloat(twister.bits32() & 0xffffff);
        }
        return values;
    }

    /** Returns numbers in [0, 1), as PyTorch's {@code rand(size, dtype=torch.float64)} does. */
    public double[] rand64(int size) {
        return doubles(size, this::nextDouble);
    }

    /** Draws a double as PyTorch does, of the lower 53 bits; Python and NumPy have another way. */
    @Override
    double nextDouble() {
        return twister.recorded((twister.bits64() & 0x1fffffffffffffL) * 0x1p-53);
    }

    /**
     * Returns numbers in [0, 1), as PyTorch's {@code rand(rows, columns)} does.
     */
    public float[][] rand(int rows, int columns) {
        return matrix(rows, columns, rand(size(rows, columns)));
    }

    /** Does the same with three dimensions: {@code rand(depth, rows, columns)} in PyTorch. */
    public float[][][] rand(int depth, int rows, int columns) {
        return cube(depth, rows, columns, rand(size(size(depth, rows), columns)));
    }

    /**
     * Returns numbers in [{@code from}, {@code to}), as PyTorch's {@code empty(size).uniform_(from, to)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code to} is less than {@code from}, or one or the difference is no finite
     *     {@code float}
     */
    public float[] uniform(double from, double to, int size) {
        checkRange(from, to, Float.MAX_VALUE, "float");
        float[] values = rand(size);
        for (int i = 0; i < size; i++) {
            values[i] = Math.fma(values[i], (float) to - (float) from, (float) from);
        }
        return values;
    }

    /**
     * Returns numbers in [{@code from}, {@code to}), as PyTorch's {@code empty(size, dtype=torch.float64).uniform_(from,
     * to)} does. Exact.
     *
     * @throws IllegalArgumentException if {@code to} is less than {@code from}, or one or the difference is not finite
     */
    public double[] uniform64(double from, double to, int size) {
        checkRange(from, to, Double.MAX_VALUE, "double");
        return doubles(size, () -> Math.fma(nextDouble(), to - from, from));
    }

    private static void checkRange(double from, double to, double max, String type) {
        Arguments.require(Math.abs(from) <= max, () -> "from is out of bounds for " + type + ": " + from);
        Arguments.require(Math.abs(to) <= max, () -> "to is out of bounds for " + type + ": " + to);
        Arguments.require(
                from <= to,
                () -> "uniform_ expects to return a [from, to) range, but found from=" + from + " > to=" + to);
        Arguments.require(
                to - from <= max,
                () -> "uniform_ expects to-from <= " + max + ", but found to=" + to + " and from=" + from);
    }

    /**
     * Returns numbers of the standard normal distribution, as PyTorch's {@code randn(size)} does; see {@link #normal}.
     */
    public float[] randn(int size) {
        return normal(0, 1, size);
    }

    /**
     * Returns numbers of the standard normal distribution, as PyTorch's {@code randn(rows, columns)} does; see {@link
     * #normal}.
     */
    public float[][] randn(int rows, int columns) {
        return matrix(rows, columns, randn(size(rows, columns)));
    }

    /** Does the same with three dimensions: {@code randn(depth, rows, columns)} in PyTorch. */
    public float[][][] randn(int depth, int rows, int columns) {
        return cube(depth, rows, columns, randn(size(size(depth, rows), columns)));
    }

    private static int size(int rows, int columns) {
        return Math.multiplyExact(Arguments.size(rows), Arguments.size(columns));
    }

    private static float[][] matrix(int rows, int columns, float[] values) {
        return IntStream.range(0, rows)
                .mapToObj(i -> Arrays.copyOfRange(values, i * columns, (i + 1) * columns))
                .toArray(float[][]::new);
    }

    private static float[][][] cube(int depth, int rows, int columns, float[] values) {
        float[][] all = matrix(depth * rows, columns, values);
        return IntStream.range(0, depth)
                .mapToObj(i -> Arrays.copyOfRange(all, i * rows, (i + 1) * rows))
                .toArray(float[][][]::new);
    }

    /**
     * Returns numbers of the standard normal distribution, as PyTorch's {@code randn(size, dtype=torch.float64)} does;
     * see {@link #normal64}.
     */
    public double[] randn64(int size) {
        return normal64(0, 1, size);
    }

    /**
     * Returns numbers of the normal distribution, as PyTorch's {@code normal(mean, std, (size,))} does. Fewer than 16
     * values are exact in practice, as they are rounded from a double within 3 ulp; they come in pairs, whose second is kept
     * for the next call, whichever of the normals it is.
     * 16 values or more are exact for PyTorch on x86-64 with AVX2 and FMA.
     *
     * @throws IllegalArgumentException if {@code std} is negative
     */
    public float[] normal(double mean, double std, int size) {
        checkDeviation(std);
        if (size < TorchNormals.BLOCK) {
            return floats(doubles(size, () -> nextNormal(mean, std)));
        }
        float[] values = new float[size];
        makeBlocks(
                size,
                start -> System.arraycopy(rand(size - start), 0, values, start, size - start),
                start -> TorchNormals.make(values, start, (float) mean, (float) std));
        return values;
    }

    /**
     * Returns numbers of the normal distribution, as PyTorch's {@code normal(mean, std, (size,), dtype=torch.float64)}
     * does. Within 3 ulp of the terms that are added. Fewer than 16 values come in pairs, as those of {@link #normal} do.
     *
     * @throws IllegalArgumentException if {@code std} is negative
     */
    public double[] normal64(double mean, double std, int size) {
        checkDeviation(std);
        if (size < TorchNormals.BLOCK) {
            return doubles(size, () -> nextNormal(mean, std));
        }
        double[] values = new double[size];
        makeBlocks(
                size,
                start -> System.arraycopy(rand64(size - start), 0, values, start, size - start),
                start -> TorchNormals.make(values, start, mean, std));
        return values;
    }

    private static void checkDeviation(double std) {
        Arguments.require(std >= 0, () -> "normal expects std >= 0.0, but found std: " + std);
    }

    private double nextNormal(double mean, double std) {
        return Math.fma(boxMuller(), std, mean);
    }

    /** Makes numbers in blocks. If they don't fill the last one, it is drawn again over the end of the one before. */
    private static void makeBlocks(int size, IntConsumer drawFrom, IntConsumer makeBlock) {
        drawFrom.accept(0);
        int last = size - TorchNormals.BLOCK;
        for (int start = 0; start <= last; start += TorchNormals.BLOCK) {
            makeBlock.accept(start);
        }
        if (size % TorchNormals.BLOCK != 0) {
            drawFrom.accept(last);
            makeBlock.accept(last);
        }
    }

    /**
     * Returns numbers of the log-normal distribution, as PyTorch's {@code empty(size).log_normal_(mean, std)} does. Exact
     * in practice. They share the pairs of {@link #normal} of fewer than 16 values.
     *
     * @throws IllegalArgumentException if {@code std} is not positive
     */
    public float[] logNormal(double mean, double std, int size) {
        Arguments.require(std > 0, () -> "log_normal_ expects std > 0.0, but found std=" + std);
        return floats(doubles(size, () -> StrictMath.exp(nextNormal(mean, std))));
    }

    /**
     * Returns numbers of the exponential distribution, as PyTorch's {@code empty(size).exponential_(lambd)} does. Exact in
     * practice since PyTorch 2.5, and before in builds without MKL.
     *
     * @param lambd the rate, the reciprocal of the mean
     * @throws IllegalArgumentException if {@code lambd} is negative
     */
    public float[] exponential(double lambd, int size) {
        return floats(exponential64(lambd, size));
    }

    /**
     * Returns numbers of the exponential distribution, as PyTorch's {@code empty(size,
     * dtype=torch.float64).exponential_(lambd)} does. Within 3 ulp where {@link #exponential} is exact.
     *
     * @param lambd the rate, the reciprocal of the mean
     * @throws IllegalArgumentException if {@code lambd} is negative
     */
    public double[] exponential64(double lambd, int size) {
        Arguments.require(lambd >= 0, () -> "exponential_ expects lambda >= 0.0, but found lambda=" + lambd);
        return doubles(size, () -> -1 / lambd * Elementary.log(1 - nextDouble()));
    }

    /**
     * Returns integers from 0 to {@code high - 1}, as PyTorch's {@code randint(high, (size,))} does. Exact, with the
     * exception named at {@link #randint(long, long, int)}.
     *
     * @throws IllegalArgumentException if {@code high} is not positive
     */
    public long[] randint(long high, int size) {
        return randint(0, high, size);
    }

    /**
     * Returns integers from {@code low} to {@code high - 1}, as PyTorch's {@code randint(low, high, (size,))} does, and
     * as it does with any other {@code dtype} but {@code int32}. Exact; ranges from 2<sup>28</sup> to 2<sup>32</sup> -
     * 1 as PyTorch has them since 2.7. Bounds that a {@code dtype} of real numbers does not hold, which for {@code
     * float32} lie above 2<sup>24</sup>, PyTorch moves before it draws; they are not moved here.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}
     */
    public long[] randint(long low, long high, int size) {
        Arguments.require(
                low < high,
                () -> "random_ expects 'from' to be less than 'to', but got from=" + low + " >= to=" + high);
        long range = high - low;
        boolean wide = Long.compareUnsigned(range, WIDE_RANGE) >= 0;
        return longs(size, () -> {
            long draw = wide ? twister.bits64() : Integer.toUnsignedLong(twister.bits32());
            return twister.recorded(low + Long.remainderUnsigned(draw, range), low, high - 1);
        });
    }

    /**
     * Returns integers from {@code low} to {@code high - 1}, as PyTorch's {@code randint(low, high, (size,),
     * dtype=torch.int32)} does: those of {@link #randint(long, long, int)}. Exact, with the exception named there.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}, or one is out of bounds for 32 bits
     */
    public int[] randint32(long low, long high, int size) {
        Arguments.require(low >= Integer.MIN_VALUE, () -> "from is out of bounds for int: " + low);
        Arguments.require(high - 1 <= Integer.MAX_VALUE, () -> "to - 1 is out of bounds for int: " + (high - 1));
        return LongStream.of(randint(low, high, size))
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    /** Returns integers from 0 to 2<sup>63</sup> - 1, as PyTorch's {@code random_()} fills an {@code int64} tensor. */
    public long[] random(int size) {
        return longs(size, () -> twister.recorded(twister.bits64() & Long.MAX_VALUE, 0, Long.MAX_VALUE));
    }

    /**
     * Returns the numbers from 0 to {@code n - 1} in a random order, as PyTorch's {@code randperm(n)} does.
     *
     * @param n below 214748364, from where on PyTorch's versions differ
     * @throws IllegalArgumentException if {@code n} is negative, or 214748364 or more
     */
    public int[] randperm(int n) {
        Arguments.require(n >= 0, () -> "n must be non-negative, got: " + n);
        Arguments.require(n < RANDPERM_LIMIT, () -> "PyTorch's versions differ in randperm of so many: " + n);
        int[] permutation = Arguments.range(n);
        for (int i = 0; i < n - 1; i++) {
            int last = n - 1 - i;
            int drawn = Integer.remainderUnsigned(twister.bits32(), last + 1);
            // Counted from the end, the own slot is the last, as in other shuffles.
            ShufflingGenerator.swap(permutation, i, n - 1 - twister.recordedSlot(last - drawn, last));
        }
        return permutation;
    }

    /**
     * Returns whether each trial succeeds, as PyTorch's {@code bernoulli(p)} does with a {@code float32} tensor, where
     * 1 is success. Exact.
     *
     * @param p the probability of each success
     * @throws IllegalArgumentException if one is not in [0, 1]
     */
    public boolean[] bernoulli(float[] p) {
        for (float probability : p) {
            Arguments.require(
                    isProbability(probability),
                    () -> "Expected p_in >= 0 && p_in <= 1 to be true, but got p_in: " + probability);
        }
        float[] draws = rand(p.length);
        boolean[] values = new boolean[p.length];
        for (int i = 0; i < p.length; i++) {
            values[i] = draws[i] < p[i];
        }
        return values;
    }

    /**
     * Returns whether each trial succeeds, as PyTorch's {@code empty(size).bernoulli_(p)} does with one number {@code p},
     * where 1 is success. Exact since PyTorch 2.5, and before in builds without MKL.
     *
     * @param p the probability of success
     * @throws IllegalArgumentException if it is not in [0, 1]
     */
    public boolean[] bernoulli(double p, int size) {
        Arguments.require(isProbability(p), () -> "bernoulli_ expects p to be in [0, 1], but got p=" + p);
        boolean[] values = new boolean[Arguments.size(size)];
        for (int i = 0; i < size; i++) {
            values[i] = nextDouble() < p;
        }
        return values;
    }

    /**
     * Returns what PyTorch's {@code dropout(input, p)} multiplies an input of so many {@code float32} values with while
     * training: 0 for those that are dropped, 1 / (1 - {@code p}) for others. Exact since PyTorch 2.5, and before in builds without MKL.
     *
     * @param p the probability that a value is dropped; 0 and 1 draw nothing
     * @throws IllegalArgumentException if it is not in [0, 1]
     */
    public float[] dropout(double p, int size) {
        Arguments.require(isProbability(p), () -> "dropout probability has to be between 0 and 1, but got " + p);
        float[] mask = new float[Arguments.size(size)];
        if (p == 0) {
            Arrays.fill(mask, 1);
        } else if (p < 1) {
            boolean[] kept = bernoulli(1 - p, size);
            for (int i = 0; i < size; i++) {
                mask[i] = kept[i] ? 1 / (float) (1 - p) : 0;
            }
        }
        return mask;
    }

    private static boolean isProbability(double p) {
        return p >= 0 && p <= 1;
    }

    /**
     * Returns indexes drawn with probabilities that are proportional to weights, as PyTorch's {@code multinomial(input,
     * num_samples, replacement)} does with a {@code float32} tensor. Exact with replacement; without, exact in practice
     * where {@link #exponential} is.
     *
     * @param input the weights
     * @param numSamples the number of indexes
     * @param replacement whether an index may come again
     * @throws IllegalArgumentException if a weight is negative, infinite or NaN, if {@code numSamples} is not positive, if
     *     there are not so many weights above 0 without replacement, or none, or if it is 1 with replacement, where
     *     PyTorch's versions differ
     */
    public int[] multinomial(float[] input, int numSamples, boolean replacement) {
        Arguments.require(numSamples > 0, () -> "cannot sample n_sample <= 0 samples, got: " + numSamples);
        Arguments.require(
                !replacement || numSamples > 1,
                () -> "PyTorch's versions differ in one sample with replacement; newer ones draw it as without");
        float[] cumulative = input.clone();
        for (int i = 0; i < input.length; i++) {
            float weight = input[i];
            Arguments.require(
                    weight >= 0 && weight < Float.POSITIVE_INFINITY,
                    () -> "probability tensor contains either `inf`, `nan` or element < 0: " + weight);
            cumulative[i] += i == 0 ? 0 : cumulative[i - 1];
        }
        float sum = input.length == 0 ? 0 : cumulative[input.length - 1];
        Arguments.require(sum > 0, () -> "invalid multinomial distribution (sum of probabilities <= 0)");
        if (!replacement) {
            long positive =
                    IntStream.range(0, input.length).filter(i -> input[i] > 0).count();
            Arguments.require(
                    numSamples <= positive,
                    () -> "cannot sample " + numSamples + " without replacement: " + positive + " weights are above 0");
            float[] exponential = exponential(1, input.length);
            return IntStream.range(0, input.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -input[i] / exponential[i]))
                    .limit(numSamples)
                    .mapToInt(i -> i)
                    .toArray();
        }
        int[] indexes = new int[numSamples];
        Arrays.setAll(indexes, i -> {
            double share = nextDouble();
            return WeightedChoice.first(cumulative.length, k -> cumulative[k] / sum >= share);
        });
        return indexes;
    }
}
