package dev.seeded.parity;

import java.util.function.LongSupplier;
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
 * <p>Stands for {@code torch.Generator()} as well as for the default generator that {@code torch.manual_seed} seeds. A
 * tensor is an array here, in the order of its memory. Methods without a suffix are those of {@code float32}, PyTorch's
 * default; those with {@code 64} take {@code dtype=torch.float64}. Methods that take a {@code size} refuse a negative
 * one with an {@link IllegalArgumentException}.
 *
 * <p>The generator is MT19937 (M. Matsumoto and T. Nishimura, ACM TOMACS 8, 1998), normal numbers are made after G. E.
 * P. Box and M. E. Muller, <em>A Note on the Generation of Random Normal Deviates</em>, Annals of Mathematical Statistics
 * 29 (1958) 610–611. Compared with PyTorch 1.7 to 2.14, which agree but for {@link #randint(long, long, int)} of some
 * ranges. All methods are exact but {@link #randn}, {@link #randn64}, {@link #normal} and {@link #normal64}, which are
 * within 2 ulp.
 *
 * <p>Out of scope: {@code float32} normals of 16 values or more, and {@code uniform_}, whose last bits depend on the
 * processor's vector unit; CUDA and other devices; other distributions. Not safe for concurrent use. Not a {@link
 * java.util.Random}.
 *
 * @since 0.1
 */
public final class TorchGenerator extends ParityGenerator<MersenneTwister> {

    /** The number of values from which on normals are made in blocks of this many. */
    private static final int BLOCK = 16;

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

    /** Returns the seed last given, as PyTorch's {@code initial_seed()} does. */
    public long initialSeed() {
        return seed;
    }

    /** Returns numbers in [0, 1), as PyTorch's {@code rand(size)} does. */
    public float[] rand(int size) {
        float[] values = new float[Arguments.size(size)];
        for (int i = 0; i < size; i++) {
            values[i] = (twister.nextInt() & 0xffffff) * 0x1p-24f;
        }
        return values;
    }

    /** Returns numbers in [0, 1), as PyTorch's {@code rand(size, dtype=torch.float64)} does. */
    public double[] rand64(int size) {
        double[] values = new double[Arguments.size(size)];
        for (int i = 0; i < size; i++) {
            values[i] = nextDouble();
        }
        return values;
    }

    /** Draws a double as PyTorch does, of the lower 53 bits; Python and NumPy have another way. */
    @Override
    double nextDouble() {
        return (twister.nextLong() & 0x1fffffffffffffL) * 0x1p-53;
    }

    /**
     * Returns numbers of the standard normal distribution, as PyTorch's {@code randn(size)} does. Within 2 ulp. Fewer
     * than 16 values come in pairs, whose second is kept for the next call, whichever of the normals it is.
     *
     * @param size less than 16
     * @throws IllegalArgumentException if {@code size} is 16 or more
     */
    public float[] randn(int size) {
        return normal(0, 1, size);
    }

    /**
     * Returns numbers of the standard normal distribution, as PyTorch's {@code randn(size, dtype=torch.float64)} does.
     * Within 2 ulp, for any size.
     */
    public double[] randn64(int size) {
        return normal64(0, 1, size);
    }

    /**
     * Returns numbers of the normal distribution, as PyTorch's {@code normal(mean, std, (size,))} does. Within 2 ulp.
     *
     * @param size less than 16
     * @throws IllegalArgumentException if {@code std} is negative, or {@code size} is 16 or more
     */
    public float[] normal(double mean, double std, int size) {
        checkDeviation(std);
        Arguments.require(
                size < BLOCK,
                () -> "PyTorch makes " + size + " normal float32 values with the processor's vector unit, which rounds"
                        + " in its own way: take fewer than " + BLOCK + " at a time, or float64");
        float[] values = new float[Arguments.size(size)];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (boxMuller() * std + mean);
        }
        return values;
    }

    /**
     * Returns numbers of the normal distribution, as PyTorch's {@code normal(mean, std, (size,), dtype=torch.float64)}
     * does. Within 2 ulp of the terms that are added, for any size.
     *
     * @throws IllegalArgumentException if {@code std} is negative
     */
    public double[] normal64(double mean, double std, int size) {
        checkDeviation(std);
        if (size < BLOCK) {
            return doubles(size, () -> boxMuller() * std + mean);
        }
        double[] values = rand64(size);
        for (int start = 0; start <= size - BLOCK; start += BLOCK) {
            makeNormal(values, start, mean, std);
        }
        if (size % BLOCK != 0) {
            // The last block is drawn again as a whole, over the end of the one before.
            int start = size - BLOCK;
            System.arraycopy(rand64(BLOCK), 0, values, start, BLOCK);
            makeNormal(values, start, mean, std);
        }
        return values;
    }

    private static void checkDeviation(double std) {
        Arguments.require(std >= 0, () -> "normal expects std >= 0.0, but found std: " + std);
    }

    /** Turns a block of uniform numbers into normal ones: the first half gives the radii, the second the angles. */
    private static void makeNormal(double[] values, int start, double mean, double std) {
        int half = BLOCK / 2;
        for (int i = start; i < start + half; i++) {
            double radius = Math.sqrt(-2 * Elementary.log(1 - values[i]));
            double angle = 2 * Math.PI * values[i + half];
            values[i] = radius * Elementary.cos(angle) * std + mean;
            values[i + half] = radius * Elementary.sin(angle) * std + mean;
        }
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
     * 1 as PyTorch has them up to 2.6, and no longer since.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}
     */
    public long[] randint(long low, long high, int size) {
        boolean wide = (high - low) >>> 32 != 0;
        return randint(low, high, size, wide ? twister::bits64 : this::word);
    }

    /**
     * Returns integers from {@code low} to {@code high - 1}, as PyTorch's {@code randint(low, high, (size,),
     * dtype=torch.int32)} does: those of {@link #randint(long, long, int)}, but for the full range. Exact, with the
     * exception named there.
     *
     * @throws IllegalArgumentException if {@code high} is not above {@code low}, or one is out of bounds for 32 bits
     */
    public int[] randint32(long low, long high, int size) {
        Arguments.require(low >= Integer.MIN_VALUE, () -> "from is out of bounds for int: " + low);
        Arguments.require(high - 1 <= Integer.MAX_VALUE, () -> "to - 1 is out of bounds for int: " + (high - 1));
        return LongStream.of(randint(low, high, size, this::word))
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    private long[] randint(long low, long high, int size, LongSupplier draw) {
        Arguments.require(
                low < high,
                () -> "random_ expects 'from' to be less than 'to', but got from=" + low + " >= to=" + high);
        long range = high - low;
        long[] values = new long[Arguments.size(size)];
        for (int i = 0; i < size; i++) {
            values[i] = twister.recorded(low + Long.remainderUnsigned(draw.getAsLong(), range));
        }
        return values;
    }

    private long word() {
        return Integer.toUnsignedLong(twister.bits32());
    }

    /** Returns integers from 0 to 2<sup>63</sup> - 1, as PyTorch's {@code random_()} fills an {@code int64} tensor. */
    public long[] random(int size) {
        long[] values = new long[Arguments.size(size)];
        for (int i = 0; i < size; i++) {
            values[i] = twister.nextLong() & Long.MAX_VALUE;
        }
        return values;
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
            int j = (int) twister.recorded(i + Integer.remainderUnsigned(twister.bits32(), n - i));
            ShufflingGenerator.swap(permutation, i, j);
        }
        return permutation;
    }

    /**
     * Returns whether each trial succeeds, as PyTorch's {@code bernoulli(p)} does with a {@code float32} tensor, where
     * 1 is success. {@code bernoulli_(p)} with a single number draws otherwise, and again otherwise in builds
     * with Intel's MKL: out of scope.
     *
     * @param p the probability of each success
     * @throws IllegalArgumentException if one is not in [0, 1]
     */
    public boolean[] bernoulli(float[] p) {
        for (float probability : p) {
            Arguments.require(
                    probability >= 0 && probability <= 1,
                    () -> "Expected p_in >= 0 && p_in <= 1 to be true, but got p_in: " + probability);
        }
        float[] draws = rand(p.length);
        boolean[] values = new boolean[p.length];
        for (int i = 0; i < p.length; i++) {
            values[i] = draws[i] < p[i];
        }
        return values;
    }
}
