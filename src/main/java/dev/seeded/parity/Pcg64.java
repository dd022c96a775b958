package dev.seeded.parity;

/**
 * PCG-XSL-RR-128/64, the generator behind NumPy's {@code default_rng}.
 *
 * <p>M. E. O'Neill, <em>PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random Number
 * Generation</em>, Harvey Mudd College HMC-CS-2014-0905, 2014.
 */
final class Pcg64 extends BitGenerator {

    private static final long MULTIPLIER_HIGH = 0x2360ED051FC65DA4L;
    private static final long MULTIPLIER_LOW = 0x4385DF649FCCF645L;

    private final long incrementHigh;
    private final long incrementLow;
    private long high;
    private long low;

    private boolean hasHalf;
    private int half;

    Pcg64(SeedSequence seed) {
        long[] words = seed.generateState(4);
        incrementHigh = words[2] << 1 | words[3] >>> 63;
        incrementLow = words[3] << 1 | 1;
        step();
        add(words[0], words[1]);
        step();
    }

    private void step() {
        long productHigh = Wide.multiplyHigh(low, MULTIPLIER_LOW) + high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH;
        low *= MULTIPLIER_LOW;
        high = productHigh;
        add(incrementHigh, incrementLow);
    }

    private void add(long addendHigh, long addendLow) {
        low += addendLow;
        long carry = Long.compareUnsigned(low, addendLow) < 0 ? 1 : 0;
        high += addendHigh + carry;
    }

    @Override
    long bits64() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    /** Returns the lower half of 64 bits, and the upper half the next time, whatever else is drawn in between. */
    @Override
    int bits32() {
        if (hasHalf) {
            hasHalf = false;
            return half;
        }
        long bits = bits64();
        half = (int) (bits >>> 32);
        hasHalf = true;
        return (int) bits;
    }

    @Override
    long bits53() {
        return bits64() >>> 11;
    }
}
