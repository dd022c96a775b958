package dev.seeded.parity;

import dev.seeded.internal.draws.DrawRecorder;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A generator's source of uniform bits. All draws of the generator are recorded here, if they are recorded: each word,
 * double word and double of the {@code next} methods is a draw of its own. Where a draw is made of bits, as an integer
 * below a bound is, the bits are taken from the {@code bits} methods, and {@code recorded} is given what they make.
 */
abstract class BitGenerator {

    /** How many words are drawn in a row where many are needed: they stay in the fastest cache. */
    static final int BLOCK = 512;

    private @Nullable DrawRecorder recorder;

    /** Has the draws recorded from now on. */
    final void recordDraws(DrawRecorder recorder) {
        this.recorder = recorder;
    }

    /** Has the draws of a child recorded too, if those of this generator are. */
    final void recordDrawsOf(BitGenerator child) {
        if (recorder != null) {
            child.recorder = recorder.child();
        }
    }

    /** Returns whether draws are recorded, and so have to be made one by one. */
    final boolean isRecorded() {
        return recorder != null;
    }

    /** Draws 32 bits. */
    final int nextInt() {
        return (int) recorded(bits32());
    }

    /** Draws 64 bits. */
    final long nextLong() {
        return recorded(bits64());
    }

    /** Draws a double in [0, 1), a multiple of 2<sup>-53</sup>. */
    final double nextDouble() {
        double value = bits53() * 0x1p-53;
        return recorder == null ? value : record(recorder, "nextDouble", value);
    }

    /** Draws doubles in [0, 1) as {@link #nextDouble} does. */
    final double[] nextDoubles(int size) {
        double[] values = new double[Arguments.size(size)];
        if (recorder == null) {
            fill(values);
        } else {
            Arrays.setAll(values, i -> nextDouble());
        }
        return values;
    }

    /** Records an integer as one draw, and returns it. */
    final long recorded(long value) {
        return recorder == null ? value : record(recorder, "nextLong", value);
    }

    /** Records an integer of any size as one draw, and returns it. */
    final BigInteger recorded(BigInteger value) {
        return recorder == null ? value : record(recorder, "nextLong", value);
    }

    /** Records bytes as one draw, and returns them. */
    final byte[] recorded(byte[] bytes) {
        return recorder == null ? bytes : record(recorder, "nextBytes", bytes);
    }

    /** Every recorded draw passes through here. */
    private static <T> T record(DrawRecorder recorder, String kind, T value) {
        recorder.tell(kind, value);
        return value;
    }

    /** Returns the next 32 bits, which are not recorded. */
    abstract int bits32();

    /** Returns the next 53 bits that make a double, which are not recorded. */
    abstract long bits53();

    /** Returns the next 64 bits, which are not recorded. */
    abstract long bits64();

    /** Fills the first {@code count} words with the next bits, which are not recorded. */
    void fill(int[] words, int count) {
        for (int i = 0; i < count; i++) {
            words[i] = bits32();
        }
    }

    /** Fills the first {@code count} double words with the next bits, which are not recorded. */
    void fill(long[] words, int count) {
        for (int i = 0; i < count; i++) {
            words[i] = bits64();
        }
    }

    /** Fills the array with the next doubles in [0, 1), which are not recorded. */
    void fill(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = bits53() * 0x1p-53;
        }
    }
}
