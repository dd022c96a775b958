package dev.seeded.parity;

import dev.seeded.internal.draws.DrawRecorder;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A source of uniform bits: words, double words, and doubles made of them in the source's own way. If somebody listens,
 * each is told as one draw; where a draw is more than its bits, as an integer below a bound is, they are taken untold and
 * what they give is told instead.
 */
abstract class BitGenerator {

    private @Nullable DrawRecorder ear;

    /** Has somebody listen from now on. */
    final void listen(DrawRecorder listener) {
        ear = listener;
    }

    /** Has whoever listens to this generator listen to its child as well. */
    final void introduce(BitGenerator child) {
        if (ear != null) {
            child.ear = ear.child();
        }
    }

    /** Returns the next 32 bits. */
    final int nextInt() {
        return (int) told(untoldInt());
    }

    /** Returns the next 64 bits. */
    final long nextLong() {
        return told(untoldLong());
    }

    /** Returns the next double in [0, 1), a multiple of 2<sup>-53</sup>. */
    final double nextDouble() {
        double value = untoldDouble();
        if (ear != null) {
            ear.tell("nextDouble", value);
        }
        return value;
    }

    /** Tells an integer that was made of bits which were not told, and returns it. */
    final long told(long value) {
        if (ear != null) {
            ear.tell("nextLong", value);
        }
        return value;
    }

    /** Tells an integer of any size that was made of bits which were not told, and returns it. */
    final BigInteger told(BigInteger value) {
        if (ear != null) {
            ear.tell("nextLong", value);
        }
        return value;
    }

    /** Tells bytes that were made of bits which were not told, and returns them. */
    final byte[] told(byte[] bytes) {
        if (ear != null) {
            ear.tell("nextBytes", bytes);
        }
        return bytes;
    }

    /** Returns the next 32 bits untold. */
    abstract int untoldInt();

    /** Returns the next 64 bits untold. */
    abstract long untoldLong();

    /** Returns the next double untold. */
    abstract double untoldDouble();
}
