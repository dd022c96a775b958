package dev.seeded.parity;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * NumPy's {@code SeedSequence}: spreads seeds of any size over the state of a bit generator, and derives children.
 *
 * <pre>{@code
 * SeedSequence root = new SeedSequence(42);               // np.random.SeedSequence(42)
 * NumPyGenerator first = new NumPyGenerator(root.spawn(2).get(0));
 * }</pre>
 *
 * <p>After M. E. O'Neill, <em>Developing a seed_seq Alternative</em>, 2015. The pool has NumPy's default size.
 *
 * @since 0.1
 */
public final class SeedSequence {

    private static final int POOL_SIZE = 4;
    private static final int INIT_A = 0x43b0d7e5;
    private static final int MULTIPLIER_A = 0x931e8875;
    private static final int INIT_B = 0x8b51f9dd;
    private static final int MULTIPLIER_B = 0x58f38ded;
    private static final int MIX_LEFT = 0xca01f9dd;
    private static final int MIX_RIGHT = 0x4973f715;

    private final int[] entropy;
    private final String literal;
    private final long[] spawnKey;
    private final int[] pool;
    private int children;

    private SeedSequence(int[] entropy, String literal, long[] spawnKey) {
        this.entropy = entropy;
        this.literal = literal;
        this.spawnKey = spawnKey;
        this.pool = mixedPool(assembled());
    }

    /**
     * Creates NumPy's {@code np.random.SeedSequence(entropy)}.
     *
     * @param entropy not negative
     * @throws IllegalArgumentException if {@code entropy} is negative
     */
    public SeedSequence(long entropy) {
        this(BigInteger.valueOf(entropy));
    }

    /**
     * Creates NumPy's {@code np.random.SeedSequence(entropy, spawn_key=spawnKey)} with an integer of any size.
     *
     * @param entropy not negative
     * @param spawnKey which child it is of which child; none for a root
     * @throws IllegalArgumentException if one is negative
     */
    public SeedSequence(BigInteger entropy, long... spawnKey) {
        this(wordsOf(entropy), entropy.toString(), spawnKey.clone());
    }

    /**
     * Creates NumPy's {@code np.random.SeedSequence([…])}.
     *
     * @param entropy numbers that are not negative, possibly none
     * @throws IllegalArgumentException if one is negative
     */
    public SeedSequence(long[] entropy) {
        this(LongStream.of(entropy).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
    }

    /**
     * Creates NumPy's {@code np.random.SeedSequence([…], spawn_key=spawnKey)} with integers of any size.
     *
     * @param entropy numbers that are not negative, possibly none
     * @param spawnKey which child it is of which child; none for a root
     * @throws IllegalArgumentException if one is negative
     */
    public SeedSequence(BigInteger[] entropy, long... spawnKey) {
        this(wordsOf(entropy), Arrays.toString(entropy), spawnKey.clone());
    }

    private static int[] wordsOf(BigInteger... seeds) {
        for (BigInteger seed : seeds) {
            Arguments.require(seed.signum() >= 0, () -> "expected non-negative integer as a seed, got " + seed);
        }
        return Stream.of(seeds)
                .flatMapToInt(seed -> IntStream.of(Wide.words(seed)))
                .toArray();
    }

    /**
     * Returns new children, as NumPy's {@code spawn(nChildren)} does. Each call gives others.
     *
     * @throws IllegalArgumentException if {@code nChildren} is negative
     */
    public List<SeedSequence> spawn(int nChildren) {
        return IntStream.range(0, Arguments.size(nChildren))
                .mapToObj(i -> child())
                .toList();
    }

    private SeedSequence child() {
        long[] key = Arrays.copyOf(spawnKey, spawnKey.length + 1);
        key[spawnKey.length] = children++;
        return new SeedSequence(entropy, literal, key);
    }

    /** Returns which child of which child this is, as NumPy's {@code spawn_key} does; nothing for a root. */
    public long[] spawnKey() {
        return spawnKey.clone();
    }

    private int[] assembled() {
        if (spawnKey.length == 0) {
            return entropy;
        }
        int[] key =
                wordsOf(LongStream.of(spawnKey).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
        // Padded, so that a child never equals the root of a longer seed.
        int rootLength = Math.max(POOL_SIZE, entropy.length);
        int[] words = Arrays.copyOf(entropy, rootLength + key.length);
        System.arraycopy(key, 0, words, rootLength, key.length);
        return words;
    }

    private static int[] mixedPool(int[] words) {
        Hash hash = new Hash(INIT_A, MULTIPLIER_A);
        int[] pool = new int[POOL_SIZE];
        for (int i = 0; i < POOL_SIZE; i++) {
            pool[i] = hash.apply(i < words.length ? words[i] : 0);
        }
        for (int source = 0; source < POOL_SIZE; source++) {
            for (int target = 0; target < POOL_SIZE; target++) {
                if (source != target) {
                    pool[target] = mix(pool[target], hash.apply(pool[source]));
                }
            }
        }
        for (int source = POOL_SIZE; source < words.length; source++) {
            for (int target = 0; target < POOL_SIZE; target++) {
                pool[target] = mix(pool[target], hash.apply(words[source]));
            }
        }
        return pool;
    }

    private static int mix(int left, int right) {
        int mixed = MIX_LEFT * left - MIX_RIGHT * right;
        return mixed ^ (mixed >>> 16);
    }

    /**
     * Returns words for the state of a bit generator, as NumPy's {@code generate_state(nWords)} does: numbers from 0 to
     * 2<sup>32</sup> - 1.
     *
     * @throws IllegalArgumentException if {@code nWords} is negative
     */
    public long[] generateState(int nWords) {
        return generateState(nWords, NumPyType.UINT32);
    }

    /**
     * Returns words for the state of a bit generator, as NumPy's {@code generate_state(nWords, dtype)} does.
     *
     * @param dtype {@link NumPyType#UINT32} or {@link NumPyType#UINT64}, whose words have no sign
     * @throws IllegalArgumentException if {@code nWords} is negative, or {@code dtype} another type
     */
    public long[] generateState(int nWords, NumPyType dtype) {
        boolean isWide = dtype == NumPyType.UINT64;
        Arguments.require(isWide || dtype == NumPyType.UINT32, () -> "only support uint32 or uint64: " + dtype);
        int[] halves = words(Math.multiplyExact(Arguments.size(nWords), isWide ? 2 : 1));
        return IntStream.range(0, nWords)
                .mapToLong(i -> isWide
                        ? Integer.toUnsignedLong(halves[2 * i]) | (long) halves[2 * i + 1] << 32
                        : Integer.toUnsignedLong(halves[i]))
                .toArray();
    }

    int[] words(int size) {
        Hash hash = new Hash(INIT_B, MULTIPLIER_B);
        return IntStream.range(0, size)
                .map(i -> hash.apply(pool[i % POOL_SIZE]))
                .toArray();
    }

    /** Returns what {@code default_rng} is called with in Python: the seed, or for a child the whole sequence. */
    String literal() {
        return spawnKey.length == 0 ? literal : toString();
    }

    /** Returns the call that makes this sequence in Python. */
    @Override
    public String toString() {
        if (spawnKey.length == 0) {
            return "np.random.SeedSequence(" + literal + ")";
        }
        String key = LongStream.of(spawnKey).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return "np.random.SeedSequence(" + literal + ", spawn_key=(" + key + (spawnKey.length == 1 ? ",))" : "))");
    }

    private static final class Hash {

        private final int multiplier;
        private int constant;

        Hash(int init, int multiplier) {
            this.constant = init;
            this.multiplier = multiplier;
        }

        int apply(int word) {
            int hashed = word ^ constant;
            constant *= multiplier;
            hashed *= constant;
            return hashed ^ (hashed >>> 16);
        }
    }
}
