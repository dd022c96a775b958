package dev.seeded.parity;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * NumPy's jump of MT19937 by 2<sup>128</sup> words: a polynomial of the step from word to word.
 *
 * <p>H. Haramoto, M. Matsumoto, T. Nishimura, F. Panneton and P. L'Ecuyer, <em>Efficient Jump Ahead for F<sub>2</sub>-Linear
 * Random Number Generators</em>, INFORMS J. on Computing 20 (2008) 385–390. The characteristic polynomial is that of the
 * paper on MT19937, section 3.
 */
final class MersenneJump {

    private static final int N = MersenneTwister.N;
    private static final int DEGREE = 32 * N - 31;

    /** t to the power of 2<sup>128</sup>, modulo the characteristic polynomial. */
    private static final BitSet POLYNOMIAL = power();

    private MersenneJump() {}

    private static BitSet power() {
        BigInteger characteristic = characteristic();
        int[] terms =
                IntStream.rangeClosed(0, DEGREE).filter(characteristic::testBit).toArray();
        BitSet power = new BitSet();
        power.set(1);
        for (int squared = 0; squared < 128; squared++) {
            BitSet square = new BitSet(2 * DEGREE);
            power.stream().forEach(exponent -> square.set(2 * exponent));
            for (int top = square.length() - 1; top >= DEGREE; top = square.previousSetBit(top)) {
                for (int term : terms) {
                    square.flip(top - DEGREE + term);
                }
            }
            power = square;
        }
        return power;
    }

    private static BigInteger characteristic() {
        BigInteger lower = BigInteger.ONE; // a power of t^(n-1) + t^(m-1)
        BigInteger sum = BigInteger.ZERO;
        for (int i = 30; i >= 0; i--) {
            if ((MersenneTwister.MATRIX_A >>> i & 1) != 0) {
                sum = sum.xor(lower);
            }
            lower = times(lower, 1);
        }
        sum = times(sum.xor(lower), 0);
        return MersenneTwister.MATRIX_A < 0 ? sum.flipBit(0) : sum;
    }

    private static BigInteger times(BigInteger polynomial, int less) {
        return polynomial.shiftLeft(N - less).xor(polynomial.shiftLeft(MersenneTwister.M - less));
    }

    /** Jumps from words of which some were drawn, with NumPy's order of words, whatever was drawn of them. */
    static void jump(MersenneTwister twister, int jumps) {
        int[] start = twister.state();
        for (int jump = 0; jump < jumps; jump++) {
            start[N] %= N;
            int[] sum = new int[N + 1];
            sum[N] = start[N];
            // Horner's scheme: from the highest power on, adds the start and goes on by a step.
            for (int exponent = POLYNOMIAL.length() - 1; exponent >= 0; exponent--) {
                if (exponent < POLYNOMIAL.length() - 1) {
                    step(sum);
                }
                if (POLYNOMIAL.get(exponent)) {
                    add(sum, start);
                }
            }
            start = sum;
        }
        twister.setState(start, start[N]);
    }

    private static void step(int[] state) {
        int at = state[N];
        int next = (at + 1) % N;
        state[at] = state[(at + MersenneTwister.M) % N] ^ MersenneTwister.twisted(state[at], state[next]);
        state[N] = next;
    }

    private static void add(int[] sum, int[] start) {
        int shift = start[N] - sum[N] + N;
        for (int i = 0; i < N; i++) {
            sum[i] ^= start[(i + shift) % N];
        }
    }
}
