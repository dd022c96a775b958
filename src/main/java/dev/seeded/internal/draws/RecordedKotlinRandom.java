package dev.seeded.internal.draws;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
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
        return recorder.record("nextBits", () -> random.nextBits(bitCount));
    }

    @Override
    public int nextInt() {
        return recorder.record("nextInt", random::nextInt);
    }

    @Override
    public int nextInt(int until) {
        return recorder.record("nextInt", () -> random.nextInt(until));
    }

    @Override
    public int nextInt(int from, int until) {
        return recorder.record("nextInt", () -> random.nextInt(from, until));
    }

    @Override
    public long nextLong() {
        return recorder.record("nextLong", random::nextLong);
    }

    @Override
    public long nextLong(long until) {
        return recorder.record("nextLong", () -> random.nextLong(until));
    }

    @Override
    public long nextLong(long from, long until) {
        return recorder.record("nextLong", () -> random.nextLong(from, until));
    }

    @Override
    public boolean nextBoolean() {
        return recorder.record("nextBoolean", random::nextBoolean);
    }

    @Override
    public double nextDouble() {
        return recorder.record("nextDouble", random::nextDouble);
    }

    @Override
    public double nextDouble(double until) {
        return recorder.record("nextDouble", () -> random.nextDouble(until));
    }

    @Override
    public double nextDouble(double from, double until) {
        return recorder.record("nextDouble", () -> random.nextDouble(from, until));
    }

    @Override
    public float nextFloat() {
        return recorder.record("nextFloat", random::nextFloat);
    }

    @Override
    public byte[] nextBytes(int size) {
        return recorder.record("nextBytes", () -> random.nextBytes(size));
    }

    @Override
    public byte[] nextBytes(byte[] array) {
        return recorder.record("nextBytes", () -> random.nextBytes(array));
    }

    @Override
    public byte[] nextBytes(byte[] array, int fromIndex, int toIndex) {
        recorder.record(
                "nextBytes", () -> Arrays.copyOfRange(random.nextBytes(array, fromIndex, toIndex), fromIndex, toIndex));
        return array;
    }

    /** A copy draws for itself. */
    @Serial
    private Object writeReplace() {
        return random;
    }
}
