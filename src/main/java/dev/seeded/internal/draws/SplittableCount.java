package dev.seeded.internal.draws;

import java.util.SplittableRandom;

/**
 * How many numbers a {@link SplittableRandom} has given, whose draws cannot be recorded: it is final. Its state grows by a
 * constant with each, and the number that is made of a state gives the state back: the mix, Stafford's variant 13, is made
 * of steps that can be undone.
 */
final class SplittableCount {

    private static final long INVERSE_GAMMA = 0xF1DE83E19937733DL;
    private static final long INVERSE_SECOND = 0x319642B2D24D8EC3L;
    private static final long INVERSE_FIRST = 0x96DE1B173F119089L;

    private SplittableCount() {}

    /** Draws once more, and returns how many draws there were before; a split counts as two. */
    static long before(SplittableRandom random, long seed) {
        return (state(random.nextLong()) - seed) * INVERSE_GAMMA - 1;
    }

    private static long state(long drawn) {
        long z = drawn;
        z = (z ^ (z >>> 31) ^ (z >>> 62)) * INVERSE_SECOND;
        z = (z ^ (z >>> 27) ^ (z >>> 54)) * INVERSE_FIRST;
        return z ^ (z >>> 30) ^ (z >>> 60);
    }
}
