package dev.seeded.internal.draws;

import java.io.Serial;
import java.io.Serializable;
import kotlin.random.Random;

/** Passes the calls to a Kotlin {@link Random} on, and records what it gives. */
public final class RecordedKotlinRandom extends Random implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Random random;
    private final transient DrawRecorder recorder;

    public RecordedKotlinRandom(Random random, DrawRecorder recorder) {
        this.random = random;
        this.recorder = recorder;
    }

    @Override
    public int nextBits(int bitCount) {
        return bitCount < 1 || bitCount > 32
                ? recorder.record("nextBits", () -> random.nextBits(bitCount))
                : (int) recorder.whole(
                        "nextBits",
                        bitCount == 32 ? Integer.MIN_VALUE : 0,
                        bitCount == 32 ? Integer.MAX_VALUE : (1L << bitCount) - 1,
                        () -> random.nextBits(bitCount));
    }

    @Override
    public int nextInt() {
        return (int) recorder.whole("nextInt", Integer.MIN_VALUE, Integer.MAX_VALUE, random::nextInt);
    }

    @Override
    public int nextInt(int until) {
        return (int) recorder.below("nextInt", 0, until, () -> random.nextInt(until));
    }

    @Override
    public int nextInt(int from, int until) {
        return (int) recorder.below("nextInt", from, until, () -> random.nextInt(from, until));
    }

    @Override
    public long nextLong() {
        return recorder.whole("nextLong", Long.MIN_VALUE, Long.MAX_VALUE, random::nextLong);
    }

    @Override
    public long nextLong(long until) {
        return recorder.below("nextLong", 0, until, () -> random.nextLong(until));
    }

    @Override
    public long nextLong(long from, long until) {
        return recorder.below("nextLong", from, until, () -> random.nextLong(from, until));
    }

    @Override
    public boolean nextBoolean() {
        return recorder.truth("nextBoolean", random::nextBoolean);
    }

    @Override
    public double nextDouble() {
        return recorder.real("nextDouble", 0.0, 1.0, random::nextDouble);
    }

    @Override
    public double nextDouble(double until) {
        return recorder.real("nextDouble", 0.0, until, () -> random.nextDouble(until));
    }

    @Override
    public double nextDouble(double from, double until) {
        return recorder.real("nextDouble", from, until, () -> random.nextDouble(from, until));
    }

    @Override
    public float nextFloat() {
        return recorder.single("nextFloat", 0.0F, 1.0F, random::nextFloat);
    }

    @Override
    public byte[] nextBytes(int size) {
        return nextBytes(new byte[size]);
    }

    @Override
    public byte[] nextBytes(byte[] array) {
        recorder.bytes("nextBytes", array, () -> random.nextBytes(array));
        return array;
    }

    @Override
    public byte[] nextBytes(byte[] array, int fromIndex, int toIndex) {
        byte[] some = new byte[Math.max(0, toIndex - fromIndex)];
        recorder.bytes("nextBytes", some, () -> {
            random.nextBytes(array, fromIndex, toIndex);
            System.arraycopy(array, fromIndex, some, 0, some.length);
        });
        System.arraycopy(some, 0, array, fromIndex, some.length);
        return array;
    }

    /** A copy draws for itself. */
    @Serial
    private Object writeReplace() {
        return random;
    }
}
