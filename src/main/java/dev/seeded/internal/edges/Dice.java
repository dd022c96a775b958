package dev.seeded.internal.edges;

import dev.seeded.internal.seed.Derivation;

/**
 * The choices between edge cases: a SplitMix64 sequence, written out because that of {@code SplittableRandom} may be drawn
 * from in another way by another JDK.
 */
final class Dice {

    private long state;

    Dice(long seed) {
        state = seed;
    }

    private long bits() {
        state += Derivation.GOLDEN_GAMMA;
        return Derivation.mix64(state);
    }

    /** Returns a number from 0 to below another. */
    int below(int end) {
        return (int) (((bits() >>> 32) * end) >>> 32);
    }

    boolean oneIn(int times) {
        return below(times) == 0;
    }

    /** Returns the number of one of these weights, each as often as its weight says; there must be one above 0. */
    int weighted(int[] weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = below(sum);
        int at = 0;
        while (left >= weights[at]) {
            left -= weights[at++];
        }
        return at;
    }
}
