package dev.seeded.parity;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * MT19937, on which Python, NumPy's legacy generator and PyTorch on the CPU are built.
 *
 * <p>M. Matsumoto and T. Nishimura, <em>Mersenne Twister: A 623-Dimensionally Equidistributed Uniform Pseudo-Random
 * Number Generator</em>, ACM TOMACS 8 (1998) 3–30, with the initialisations of 26 January 2002.
 */
final class MersenneTwister extends BitGenerator {

    /** The number of words of the state. */
    static final int N = 624;

    static final int M = 397;
    static final int MATRIX_A = 0x9908b0df;
    private static final int UPPER_MASK = 0x80000000;
    private static final int LOWER_MASK = 0x7fffffff;

    private final int[] state = new int[N];
    private int next;

    /** Starts from one word, as the authors' {@code init_genrand} does. */
    void seed(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
        next = N;
    }

    /** Starts from any number of words but none, as the authors' {@code init_by_array} does. */
    void seed(int[] key) {
        seed(19650218);
        int i = 1;
        int j = 0;
        for (int k = Math.max(N, key.length); k > 0; k--) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1664525)) + key[j] + j;
            i = nextIndex(i);
            j = (j + 1) % key.length;
        }
        for (int k = N - 1; k > 0; k--) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1566083941)) - i;
            i = nextIndex(i);
        }
        state[0] = UPPER_MASK;
    }

    /** Returns NumPy's {@code MT19937(seed)}, whose state is the sequence's words. */
    static MersenneTwister of(SeedSequence seed) {
        MersenneTwister twister = new MersenneTwister();
        int[] words = seed.words(N);
        words[0] = UPPER_MASK;
        twister.setState(words, N - 1);
        return twister;
    }

    /** Goes on from these words, of which {@code next} were drawn. */
    void setState(int[] words, int next) {
        System.arraycopy(words, 0, state, 0, N);
        this.next = next;
    }

    /** Returns the words of the state, without a sign, between commas. */
    String words() {
        return IntStream.of(state).mapToObj(Integer::toUnsignedString).collect(Collectors.joining(", "));
    }

    /** Returns how many of the words were drawn. */
    int next() {
        return next;
    }

    /** Returns the words of the state and, after them, how many of them have been given, as Python shows it. */
    int[] state() {
        int[] words = Arrays.copyOf(state, N + 1);
        words[N] = next;
        return words;
    }

    private int nextIndex(int i) {
        if (i < N - 1) {
            return i + 1;
        }
        state[0] = state[N - 1];
        return 1;
    }

    @Override
    int bits32() {
        if (next == N) {
            twist();
            next = 0;
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < N - M; i++) {
            state[i] = state[i + M] ^ twisted(state[i], state[i + 1]);
        }
        for (int i = N - M; i < N - 1; i++) {
            state[i] = state[i + M - N] ^ twisted(state[i], state[i + 1]);
        }
        state[N - 1] = state[M - 1] ^ twisted(state[N - 1], state[0]);
    }

    static int twisted(int upper, int lower) {
        int y = (upper & UPPER_MASK) | (lower & LOWER_MASK);
        return (y >>> 1) ^ ((y & 1) * MATRIX_A);
    }

    /** Returns the next 64 bits, the first word in the upper half. */
    @Override
    long bits64() {
        long high = bits32();
        return high << 32 | Integer.toUnsignedLong(bits32());
    }

    /** Returns the bits of the authors' {@code genrand_res53}: 27 of one word above 26 of the next. */
    @Override
    long bits53() {
        long high = Integer.toUnsignedLong(bits32()) >>> 5;
        return (high << 26) + (bits32() >>> 6);
    }
}
