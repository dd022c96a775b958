package dev.seeded.parity;

import java.math.BigInteger;

/**
 * Philox 4x64-10, of NumPy's bit generators the one that counts.
 *
 * <p>J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, <em>Parallel Random Numbers: As Easy as 1, 2, 3</em>, SC
 * 2011.
 */
final class Philox extends Bits64 {

    private static final int WORDS = 4;
    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
    private static final long MULTIPLIER_1 = 0xCA5A826395121157L;
    private static final long WEYL_0 = 0x9E3779B97F4A7C15L;
    private static final long WEYL_1 = 0xBB67AE8584CAA73BL;

    private long[] key;
    private long[] counter = new long[WORDS];
    private long[] buffer = new long[WORDS];
    private int position = WORDS;

    Philox(SeedSequence seed) {
        key = seed.generateState(2, NumPyType.UINT64);
    }

    @Override
    long generate() {
        if (position == WORDS) {
            int word = 0;
            while (word < WORDS && ++counter[word] == 0) {
                word++;
            }
            buffer = block();
            position = 0;
        }
        return buffer[position++];
    }

    private long[] block() {
        long c0 = counter[0];
        long c1 = counter[1];
        long c2 = counter[2];
        long c3 = counter[3];
        for (int round = 0; round < ROUNDS; round++) {
            long high0 = Wide.multiplyHigh(c0, MULTIPLIER_0);
            long high1 = Wide.multiplyHigh(c2, MULTIPLIER_1);
            long low0 = c0 * MULTIPLIER_0;
            c0 = high1 ^ c1 ^ (key[0] + round * WEYL_0);
            c1 = c2 * MULTIPLIER_1;
            c2 = high0 ^ c3 ^ (key[1] + round * WEYL_1);
            c3 = low0;
        }
        return new long[] {c0, c1, c2, c3};
    }

    @Override
    BigInteger jump() {
        return BigInteger.ONE.shiftLeft(128);
    }

    @Override
    void advance(BigInteger delta) {
        super.advance(delta);
        BigInteger sum = delta;
        for (int i = 0; i < WORDS; i++) {
            sum = sum.add(new BigInteger(Long.toUnsignedString(counter[i])).shiftLeft(64 * i));
        }
        for (int i = 0; i < WORDS; i++) {
            counter[i] = sum.shiftRight(64 * i).longValue();
        }
        buffer = new long[WORDS];
        position = WORDS;
    }

    @Override
    String innerState() {
        return "'state': {'counter': " + list(counter) + ", 'key': " + list(key) + "}, 'buffer': " + list(buffer)
                + ", 'buffer_pos': " + position;
    }

    @Override
    void setInnerState(StateText state) {
        StateText inner = state.entry("state");
        long[] newCounter = inner.entry("counter").longWords(WORDS);
        long[] newKey = inner.entry("key").longWords(2);
        long[] newBuffer = state.entry("buffer").longWords(WORDS);
        position = state.entry("buffer_pos").upTo(WORDS);
        counter = newCounter;
        key = newKey;
        buffer = newBuffer;
    }
}
