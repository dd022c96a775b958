package dev.seeded.parity;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * PCG-128/64, the generator behind NumPy's {@code default_rng}, with the output XSL-RR, or DXSM and its shorter
 * multiplier.
 *
 * <p>M. E. O'Neill, <em>PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random Number
 * Generation</em>, Harvey Mudd College HMC-CS-2014-0905, 2014.
 */
final class Pcg64 extends Bits64 {

    private static final long MULTIPLIER_HIGH = 0x2360ED051FC65DA4L;
    private static final long MULTIPLIER_LOW = 0x4385DF649FCCF645L;
    private static final long SHORT_MULTIPLIER = 0xDA942042E4DD58B5L;

    /** 2<sup>128</sup> over the golden ratio. */
    private static final BigInteger JUMP = new BigInteger("9e3779b97f4a7c15f39cc0605cedc835", 16);

    private final boolean isDxsm;
    private final long multiplierHigh;
    private final long multiplierLow;
    private long incrementHigh;
    private long incrementLow;
    private long high;
    private long low;

    Pcg64(SeedSequence seed, boolean isDxsm) {
        this.isDxsm = isDxsm;
        multiplierHigh = isDxsm ? 0 : MULTIPLIER_HIGH;
        multiplierLow = isDxsm ? SHORT_MULTIPLIER : MULTIPLIER_LOW;
        long[] words = seed.generateState(4, NumPyType.UINT64);
        incrementHigh = words[2] << 1 | words[3] >>> 63;
        incrementLow = words[3] << 1 | 1;
        step(MULTIPLIER_HIGH, MULTIPLIER_LOW); // the long multiplier with both outputs
        add(words[0], words[1]);
        step(MULTIPLIER_HIGH, MULTIPLIER_LOW);
    }

    private void step() {
        step(multiplierHigh, multiplierLow);
    }

    private void step(long multiplierHigh, long multiplierLow) {
        long productHigh = Wide.multiplyHigh(low, multiplierLow) + high * multiplierLow + low * multiplierHigh;
        low *= multiplierLow;
        high = productHigh;
        add(incrementHigh, incrementLow);
    }

    private void add(long addendHigh, long addendLow) {
        low += addendLow;
        long carry = Long.compareUnsigned(low, addendLow) < 0 ? 1 : 0;
        high += addendHigh + carry;
    }

    @Override
    long generate() {
        if (isDxsm) {
            long bits = dxsm(high, low | 1);
            step();
            return bits;
        }
        step();
        return output(high, low);
    }

    @Override
    void fill(long[] words, int count) {
        fill(words, null, count);
    }

    @Override
    void fill(double[] values) {
        fill(null, values, values.length);
    }

    /** Does as {@link #generate} does, with the state in local variables, and fills one of the arrays. */
    private void fill(long @Nullable [] words, double @Nullable [] values, int count) {
        long h = high;
        long l = low;
        long upper = multiplierHigh;
        long lower = multiplierLow;
        long addendHigh = incrementHigh;
        long addendLow = incrementLow;
        boolean isOutputFirst = isDxsm;
        for (int i = 0; i < count; i++) {
            long bits = isOutputFirst ? dxsm(h, l | 1) : 0;
            long addend = Wide.multiplyHigh(l, lower) + l * upper + addendHigh;
            long product = l * lower;
            l = product + addendLow;
            h = h * lower + (addend + carry(product, addendLow, l));
            if (!isOutputFirst) {
                bits = output(h, l);
            }
            if (words != null) {
                words[i] = bits;
            } else if (values != null) {
                values[i] = (bits >>> 11) * 0x1p-53;
            }
        }
        high = h;
        low = l;
    }

    @Override
    void fillBelow(long[] values, long offset, long count) {
        if (isDxsm || count < 0) {
            super.fillBelow(values, offset, count);
            return;
        }
        long h = high;
        long l = low;
        long addendHigh = incrementHigh;
        long addendLow = incrementLow;
        long threshold = refused(count);
        for (int i = 0; i < values.length; ) {
            long addend = highAddend(l) + addendHigh;
            long product = l * MULTIPLIER_LOW;
            l = product + addendLow;
            h = h * MULTIPLIER_LOW + (addend + carry(product, addendLow, l));
            long bits = output(h, l);
            if (bits * count + Long.MIN_VALUE >= threshold) {
                values[i++] = offset + Math.multiplyHigh(bits, count) + (bits >> 63 & count); // unsigned
            }
        }
        high = h;
        low = l;
    }

    private static long highAddend(long low) {
        return Wide.multiplyHigh(low, MULTIPLIER_LOW) + low * MULTIPLIER_HIGH;
    }

    /** Returns the carry of a sum, without a branch to mispredict. */
    private static long carry(long one, long other, long sum) {
        return ((one & other) | ((one | other) & ~sum)) >>> 63;
    }

    private static long output(long high, long low) {
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    /** Double xorshift multiply. */
    private static long dxsm(long high, long odd) {
        long mixed = (high ^ (high >>> 32)) * SHORT_MULTIPLIER;
        return (mixed ^ (mixed >>> 48)) * odd;
    }

    @Override
    BigInteger jump() {
        return JUMP;
    }

    /** F. B. Brown, <em>Random Number Generation with Arbitrary Strides</em>, Trans. Am. Nucl. Soc. 71 (1994) 202–203. */
    @Override
    void advance(BigInteger delta) {
        super.advance(delta);
        BigInteger modulus = BigInteger.ONE.shiftLeft(128);
        BigInteger steps = delta.mod(modulus);
        BigInteger multiplier = number(multiplierHigh, multiplierLow);
        BigInteger increment = number(incrementHigh, incrementLow);
        BigInteger state = number(high, low);
        for (int i = 0; i < steps.bitLength(); i++) {
            if (steps.testBit(i)) {
                state = state.multiply(multiplier).add(increment).mod(modulus);
            }
            increment = increment.multiply(multiplier.add(BigInteger.ONE)).mod(modulus);
            multiplier = multiplier.multiply(multiplier).mod(modulus);
        }
        setState(state);
    }

    private void setState(BigInteger state) {
        high = state.shiftRight(64).longValue();
        low = state.longValue();
    }

    private static BigInteger number(long high, long low) {
        return new BigInteger(Long.toUnsignedString(high)).shiftLeft(64).or(new BigInteger(Long.toUnsignedString(low)));
    }

    @Override
    String innerState() {
        return "'state': {'state': " + number(high, low) + ", 'inc': " + number(incrementHigh, incrementLow) + "}";
    }

    @Override
    void setInnerState(StateText state) {
        StateText inner = state.entry("state");
        BigInteger newState = inner.entry("state").bits(128);
        BigInteger increment = inner.entry("inc").bits(128);
        incrementHigh = increment.shiftRight(64).longValue();
        incrementLow = increment.longValue();
        setState(newState);
    }
}
