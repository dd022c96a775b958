package dev.seeded.parity;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A bit generator of NumPy's that draws 64 bits at once, and keeps the upper half where 32 are asked for. */
abstract class Bits64 extends BitGenerator {

    private boolean hasHalf;
    private int half;

    private long[] ahead = {};
    private int place;
    private int end;

    /** Returns the lower half of 64 bits, and the upper half the next time, whatever else is drawn in between. */
    @Override
    final int bits32() {
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
    final long bits53() {
        return bits64() >>> 11;
    }

    @Override
    final long bits64() {
        return place < end ? ahead[place++] : generate();
    }

    /** Makes the next 64 bits. */
    abstract long generate();

    @Override
    final void fill(int[] words, int count) {
        int i = 0;
        if (hasHalf && count > 0) {
            words[i++] = bits32();
        }
        while (count - i > 1) {
            int pairs = readAhead((count - i) / 2);
            long[] drawn = ahead;
            for (int k = 0; k < pairs; k++) {
                words[i + 2 * k] = (int) drawn[k];
                words[i + 2 * k + 1] = (int) (drawn[k] >>> 32);
            }
            i += 2 * pairs;
            skipTo(pairs);
            half = words[i - 1]; // NumPy's state shows it though it is given
        }
        if (i < count) {
            words[i] = bits32();
        }
    }

    @Override
    void fill(double[] values) {
        for (int i = 0; i < values.length; ) {
            int count = readAhead(values.length - i);
            for (int k = 0; k < count; k++) {
                values[i++] = (ahead[k] >>> 11) * 0x1p-53;
            }
            skipTo(count);
        }
    }

    /**
     * Draws words ahead, no more than will be needed for certain, and returns how many. They are {@link #ahead}, and come
     * from {@link #bits64} too.
     */
    final int readAhead(int atMost) {
        int count = Math.min(atMost, BLOCK);
        if (ahead.length < count) {
            ahead = new long[count];
        }
        fill(ahead, count);
        place = 0;
        end = count;
        return count;
    }

    /** Returns the words that were read ahead. */
    final long[] ahead() {
        return ahead;
    }

    /** Has {@link #bits64} go on at this place of the words that were read ahead. */
    final void skipTo(int place) {
        this.place = place;
    }

    /** Returns the place among the words that were read ahead at which {@link #bits64} goes on. */
    final int place() {
        return place;
    }

    /** Returns how far {@code jumped()} advances, or 0 where NumPy has no such method. */
    abstract BigInteger jump();

    /** Goes on as if so many numbers had been drawn, as NumPy counts them, and forgets a half that was kept. */
    void advance(BigInteger delta) {
        hasHalf = false;
        half = 0;
    }

    /** Returns the entries of NumPy's dictionary after the name. */
    final String state() {
        return innerState() + ", 'has_uint32': " + (hasHalf ? 1 : 0) + ", 'uinteger': "
                + Integer.toUnsignedString(half);
    }

    final void setState(StateText state) {
        boolean has = state.entry("has_uint32").upTo(1) == 1;
        int kept = state.entry("uinteger").bits(32).intValue();
        setInnerState(state);
        hasHalf = has;
        half = kept;
    }

    abstract String innerState();

    abstract void setInnerState(StateText state);

    static String list(long... words) {
        return Arrays.stream(words).mapToObj(Long::toUnsignedString).collect(Collectors.joining(", ", "[", "]"));
    }
}
