package dev.seeded.internal.seed;

/**
 * Derives one 64-bit seed from another and a name.
 *
 * <p>The parent seed, a constant that says what is derived, the name's UTF-16 code units (four to a block, the first
 * in the highest bits) and the name's length are absorbed one 64-bit block after the other: {@code h = mix64((h ^
 * block) + γ)}. {@code mix64} is the finalizer of SplitMix64, David Stafford's variant 13 of MurmurHash3's, a bijection
 * in which each input bit flips each output bit with a probability near one half; γ is the golden ratio in 64 bits.
 * See Steele, Lea and Flood, <em>Fast Splittable Pseudorandom Number Generators</em>, OOPSLA 2014.
 *
 * <p>The values are a promise: whoever changes one, changes the data of every test of every user.
 */
public final class Derivation {

    public static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private static final long TEST_SEED = 1;
    private static final long NAMED_STREAM = 2;
    private static final long INDEXED_STREAM = 3;
    private static final long ORDER = 4;
    private static final long RUN_SEED = 5;
    private static final long SURROUNDINGS = 6;
    private static final long EDGE_CASES = 7;

    private static final int RUN_SEED_BITS = 53;

    private Derivation() {}

    /** Returns the seed of the context with this identity in a run with this seed. */
    public static long testSeed(long runSeed, String identity) {
        return absorb(start(runSeed, TEST_SEED), identity);
    }

    /** Returns the seed of the child stream with this name. */
    public static long stream(long seed, String name) {
        return absorb(start(seed, NAMED_STREAM), name);
    }

    /** Returns the seed of the child stream with this number. */
    public static long stream(long seed, long index) {
        return numberedStream(numberedStreams(seed), index);
    }

    /** Returns what all numbered child streams of a seed begin with, for those that derive many. */
    public static long numberedStreams(long seed) {
        return start(seed, INDEXED_STREAM);
    }

    /** Returns the seed of the child stream with this number, as {@link #stream(long, long)} does. */
    public static long numberedStream(long streams, long index) {
        return absorb(streams, index);
    }

    /** Returns the run seed that so many bits become: 53 of them, which every JSON number holds. */
    public static long runSeedOf(long bits) {
        return bits >>> (Long.SIZE - RUN_SEED_BITS);
    }

    /** Returns the key by which a test or class of this name is sorted in a run with this seed. */
    public static long orderKey(long runSeed, String name) {
        return absorb(start(runSeed, ORDER), name);
    }

    /** Returns the run seed, of 53 bits, of a run with this number in an exploration that begins with this run seed. */
    public static long runSeed(long first, long number) {
        return runSeedOf(absorb(start(first, RUN_SEED), number));
    }

    /** Returns the number by which a locale or a time zone of this name is chosen in a run with this seed. */
    public static long surroundings(long runSeed, String name) {
        return absorb(start(runSeed, SURROUNDINGS), name);
    }

    /** Returns the number by which the edge cases of a run are chosen, or those of a generator of this name in a test. */
    public static long edgeCases(long seed, String name) {
        return absorb(start(seed, EDGE_CASES), name);
    }

    private static long start(long seed, long purpose) {
        return absorb(absorb(0, seed), purpose);
    }

    private static long absorb(long state, String text) {
        int length = text.length();
        int at = 0;
        for (; at + 4 <= length; at += 4) {
            long block = (long) text.charAt(at) << 48
                    | (long) text.charAt(at + 1) << 32
                    | (long) text.charAt(at + 2) << 16
                    | text.charAt(at + 3);
            state = absorb(state, block);
        }
        if (at < length) {
            long block = 0;
            for (int shift = 48; at < length; shift -= 16) {
                block |= (long) text.charAt(at++) << shift;
            }
            state = absorb(state, block);
        }
        return absorb(state, length);
    }

    private static long absorb(long state, long block) {
        return mix64((state ^ block) + GOLDEN_GAMMA);
    }

    /** Mixes the bits of a number. */
    public static long mix64(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
