package dev.seeded.parity;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * NumPy's {@code SeedSequence}: spreads seeds of any size over the state of a bit generator, and derives children.
 *
 * <p>After M. E. O'Neill, <em>Developing a seed_seq Alternative</em>, 2015.
 */
final class SeedSequence {

    private static final int POOL_SIZE = 4;
    private static final int INIT_A = 0x43b0d7e5;
    private static final int MULTIPLIER_A = 0x931e8875;
    private static final int INIT_B = 0x8b51f9dd;
    private static final int MULTIPLIER_B = 0x58f38ded;
    private static final int MIX_LEFT = 0xca01f9dd;
    private static final int MIX_RIGHT = 0x4973f715;

    private final int[] entropy;
    private final String literal;
    private final int[] spawnKey;
    private final int[] pool;
    private int children;

    private SeedSequence(int[] entropy, String literal, int[] spawnKey) {
        this.entropy = entropy;
        this.literal = literal;
        this.spawnKey = spawnKey;
        this.pool = mixedPool(assembled());
    }

    static SeedSequence of(BigInteger seed) {
        return new SeedSequence(wordsOf(seed), seed.toString(), new int[0]);
    }

    /** Returns the sequence of several seeds, possibly none. */
    static SeedSequence of(BigInteger[] seeds) {
        int[] words = Stream.of(seeds)
                .flatMapToInt(seed -> IntStream.of(wordsOf(seed)))
                .toArray();
        return new SeedSequence(words, Arrays.toString(seeds), new int[0]);
    }

    private static int[] wordsOf(BigInteger seed) {
        Arguments.require(seed.signum() >= 0, () -> "expected non-negative integer as a seed, got " + seed);
        return Wide.words(seed);
    }

    /** Returns the next child, as {@code spawn} does: each call gives another. */
    SeedSequence spawn() {
        int[] key = Arrays.copyOf(spawnKey, spawnKey.length + 1);
        key[spawnKey.length] = children++;
        return new SeedSequence(entropy, literal, key);
    }

    private int[] assembled() {
        if (spawnKey.length == 0) {
            return entropy;
        }
        // Padded, so that a child never equals the root of a longer seed.
        int rootLength = Math.max(POOL_SIZE, entropy.length);
        int[] words = Arrays.copyOf(entropy, rootLength + spawnKey.length);
        System.arraycopy(spawnKey, 0, words, rootLength, spawnKey.length);
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

    /** Returns the first {@code size} 64-bit words for the state of a bit generator. */
    long[] generateState(int size) {
        Hash hash = new Hash(INIT_B, MULTIPLIER_B);
        long[] words = new long[size];
        for (int i = 0; i < 2 * size; i++) {
            long word = Integer.toUnsignedLong(hash.apply(pool[i % POOL_SIZE]));
            words[i / 2] |= word << (32 * (i % 2));
        }
        return words;
    }

    /** Returns what {@code default_rng} is called with in Python: the seed, or for a child the whole sequence. */
    @Override
    public String toString() {
        if (spawnKey.length == 0) {
            return literal;
        }
        String key = IntStream.of(spawnKey).mapToObj(Integer::toString).collect(Collectors.joining(", "));
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
