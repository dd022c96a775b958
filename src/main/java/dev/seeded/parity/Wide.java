package dev.seeded.parity;

import java.math.BigInteger;

/** Arithmetic on numbers wider than the type that carries them. */
final class Wide {

    private Wide() {}

    /** Returns the upper half of the 128-bit product of two unsigned numbers. */
    static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }

    /** Returns the 32-bit words of a number that is not negative, least significant first; one word for 0. */
    static int[] words(BigInteger number) {
        int[] words = new int[Math.max(1, (number.bitLength() + 31) / 32)];
        for (int i = 0; i < words.length; i++) {
            words[i] = number.shiftRight(32 * i).intValue();
        }
        return words;
    }
}
