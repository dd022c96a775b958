package dev.seeded.parity;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A bit generator of NumPy's that draws 64 bits at once, and keeps the upper half where 32 are asked for. */
abstract class Bits64 extends BitGenerator {

    private boolean hasHalf;
    private int half;

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
