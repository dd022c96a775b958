package dev.seeded.parity;

import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.DrawRecorder;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A generator's source of uniform bits. All draws of the generator are recorded here, if they are recorded: each word,
 * double word and double of the {@code next} methods is a draw of its own. Where a draw is made of bits, as an integer
 * below a bound is, the bits are taken from the {@code bits} methods, and {@code recorded} is given what they make. Bits are
 * taken even where another value is given in their place, so that what cannot be replaced stays what it is.
 */
abstract class BitGenerator {

    /** How many words are drawn in a row where many are needed: they stay in the fastest cache. */
    static final int BLOCK = 512;

    private static final String INTEGER = "nextLong";

    /** An integer by which a method finds what it returns. */
    private static final String INDEX = "nextInt";

    private static final Domain UNIT = Domain.real(0, Math.nextDown(1.0));

    private static final Domain FLOAT_UNIT = Domain.real(0, Math.nextDown(1.0F));

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
        return (int) recorded(bits32(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Draws 64 bits. */
    final long nextLong() {
        return recorded(bits64(), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Draws a double in [0, 1), a multiple of 2<sup>-53</sup>. */
    final double nextDouble() {
        return recorded(bits53() * 0x1p-53);
    }

    /** Records a double in [0, 1) as one draw; returns it, or what is to be given in its place. */
    final double recorded(double value) {
        return recorder == null ? value : (double) recorder.replaced("nextDouble", UNIT, value);
    }

    /** Does the same with a {@code float} of 24 bits. */
    final float recordedFloat(int bits) {
        float value = bits * 0x1p-24f;
        return recorder == null ? value : (float) recorder.replaced("nextFloat", FLOAT_UNIT, value);
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

    /** Records an integer of a range, both ends included, as one draw; returns it, or what is to be given in its place. */
    final long recorded(long value, long least, long most) {
        return recorder == null
                ? value
                : (long) recorder.replaced(INTEGER, least <= most ? Domain.whole(least, most) : null, value);
    }

    /** Records an index from 0 to {@code last}, by which a method finds what it returns. */
    final long recordedIndex(long index, long last) {
        return recorder == null ? index : (long) recorder.replaced(INDEX, Domain.whole(0, last), index);
    }

    /** Records the slot that a shuffle puts the element at {@code own} into, at that or before. */
    final int recordedSlot(long slot, int own) {
        return (int) (recorder == null ? slot : (long) recorder.replaced(INDEX, Domain.slot(own + 1), slot));
    }

    /** Does the same with integers of any size; those that no {@code long} holds are given as they are. */
    final BigInteger recorded(BigInteger value, BigInteger least, BigInteger most) {
        if (recorder == null) {
            return value;
        }
        if (least.bitLength() < Long.SIZE && most.bitLength() < Long.SIZE) {
            return BigInteger.valueOf(recorded(value.longValue(), least.longValue(), most.longValue()));
        }
        recorder.tell(INTEGER, value);
        return value;
    }

    /** Records bytes as one draw, and returns them, or what is to be given in their place. */
    final byte[] recorded(byte[] bytes) {
        if (recorder != null) {
            recorder.tell("nextBytes", bytes);
            recorder.replace("nextBytes", bytes);
        }
        return bytes;
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

    /**
     * Fills the array with numbers from {@code offset} on of which there are {@code count}, by Lemire's method, from the
     * next 64 bits each; they are not recorded.
     */
    void fillBelow(long[] values, long offset, long count) {
        long threshold = refused(count);
        long[] words = new long[Math.min(values.length, BLOCK)];
        for (int i = 0; i < values.length; ) {
            int drawn = Math.min(values.length - i, words.length);
            fill(words, drawn);
            for (int k = 0; k < drawn; k++) {
                if (words[k] * count + Long.MIN_VALUE >= threshold) {
                    values[i++] = offset + Wide.multiplyHigh(words[k], count);
                }
            }
        }
    }

    /** Returns below which lower half of its product with {@code count} a draw is refused, to be compared with a sign. */
    static long refused(long count) {
        return Long.remainderUnsigned(-count, count) + Long.MIN_VALUE;
    }
}
