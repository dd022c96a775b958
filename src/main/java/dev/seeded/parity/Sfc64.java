package dev.seeded.parity;

import java.math.BigInteger;

/** SFC64, of NumPy's bit generators the fastest: C. Doty-Humphrey, <em>PractRand</em>, 2010. */
final class Sfc64 extends Bits64 {

    private static final int WARM_UP = 12;

    private long a;
    private long b;
    private long c;
    private long counter = 1;

    Sfc64(SeedSequence seed) {
        long[] words = seed.generateState(3, NumPyType.UINT64);
        a = words[0];
        b = words[1];
        c = words[2];
        for (int i = 0; i < WARM_UP; i++) {
            generate();
        }
    }

    @Override
    long generate() {
        long bits = a + b + counter++;
        a = b ^ (b >>> 11);
        b = c + (c << 3);
        c = Long.rotateLeft(c, 24) + bits;
        return bits;
    }

    @Override
    BigInteger jump() {
        return BigInteger.ZERO;
    }

    @Override
    String innerState() {
        return "'state': {'state': " + list(a, b, c, counter) + "}";
    }

    @Override
    void setInnerState(StateText state) {
        long[] words = state.entry("state").entry("state").longWords(4);
        a = words[0];
        b = words[1];
        c = words[2];
        counter = words[3];
    }
}
