package dev.seeded.internal.draws;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import kotlin.random.Random;

/** Passes the calls to a Kotlin {@link Random} on, and tells what it gave. */
public final class RecordedKotlinRandom extends Random implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Random random;
    private final transient DrawRecorder ear;

    public RecordedKotlinRandom(Random random, DrawRecorder ear) {
        this.random = random;
        this.ear = ear;
    }

    @Override
    public int nextBits(int bitCount) {
        return ear.hear("nextBits", () -> random.nextBits(bitCount));
    }

    @Override
    public int nextInt() {
        return ear.hear("nextInt", random::nextInt);
    }

    @Override
    public int nextInt(int until) {
        return ear.hear("nextInt", () -> random.nextInt(until));
    }

    @Override
    public int nextInt(int from, int until) {
        return ear.hear("nextInt", () -> random.nextInt(from, until));
    }

    @Override
    public long nextLong() {
        return ear.hear("nextLong", random::nextLong);
    }

    @Override
    public long nextLong(long until) {
        return ear.hear("nextLong", () -> random.nextLong(until));
    }

    @Override
    public long nextLong(long from, long until) {
        return ear.hear("nextLong", () -> random.nextLong(from, until));
    }

    @Override
    public boolean nextBoolean() {
        return ear.hear("nextBoolean", random::nextBoolean);
    }

    @Override
    public double nextDouble() {
        return ear.hear("nextDouble", random::nextDouble);
    }

    @Override
    public double nextDouble(double until) {
        return ear.hear("nextDouble", () -> random.nextDouble(until));
    }

    @Override
    public double nextDouble(double from, double until) {
        return ear.hear("nextDouble", () -> random.nextDouble(from, until));
    }

    @Override
    public float nextFloat() {
        return ear.hear("nextFloat", random::nextFloat);
    }

    @Override
    public byte[] nextBytes(int size) {
        return ear.hear("nextBytes", () -> random.nextBytes(size));
    }

    @Override
    public byte[] nextBytes(byte[] array) {
        return ear.hear("nextBytes", () -> random.nextBytes(array));
    }

    @Override
    public byte[] nextBytes(byte[] array, int fromIndex, int toIndex) {
        ear.hear(
                "nextBytes", () -> Arrays.copyOfRange(random.nextBytes(array, fromIndex, toIndex), fromIndex, toIndex));
        return array;
    }

    /** A copy draws for itself. */
    @Serial
    private Object writeReplace() {
        return random;
    }
}
