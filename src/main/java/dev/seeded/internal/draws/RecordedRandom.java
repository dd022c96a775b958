package dev.seeded.internal.draws;

import dev.seeded.Seed;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.util.Random;

/** A {@link Random} whose draws are heard. */
final class RecordedRandom extends Random {

    @Serial
    private static final long serialVersionUID = 1;

    private transient DrawRecorder ear;

    RecordedRandom(Seed seed, DrawRecorder ear) {
        super(seed.value());
        this.ear = ear.of(this);
    }

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        // A copy draws for itself.
        ear = new DrawRecorder("", (generator, method, value) -> {});
    }

    @Override
    protected int next(int bits) {
        return ear.hear("next", () -> super.next(bits));
    }

    @Override
    public void nextBytes(byte[] bytes) {
        ear.hear("nextBytes", bytes, () -> super.nextBytes(bytes));
    }

    @Override
    public int nextInt() {
        return ear.hear("nextInt", super::nextInt);
    }

    @Override
    public int nextInt(int bound) {
        return ear.hear("nextInt", () -> super.nextInt(bound));
    }

    @Override
    public int nextInt(int origin, int bound) {
        return ear.hear("nextInt", () -> super.nextInt(origin, bound));
    }

    @Override
    public long nextLong() {
        return ear.hear("nextLong", super::nextLong);
    }

    @Override
    public long nextLong(long bound) {
        return ear.hear("nextLong", () -> super.nextLong(bound));
    }

    @Override
    public long nextLong(long origin, long bound) {
        return ear.hear("nextLong", () -> super.nextLong(origin, bound));
    }

    @Override
    public double nextDouble() {
        return ear.hear("nextDouble", super::nextDouble);
    }

    @Override
    public double nextDouble(double bound) {
        return ear.hear("nextDouble", () -> super.nextDouble(bound));
    }

    @Override
    public double nextDouble(double origin, double bound) {
        return ear.hear("nextDouble", () -> super.nextDouble(origin, bound));
    }

    @Override
    public float nextFloat() {
        return ear.hear("nextFloat", super::nextFloat);
    }

    @Override
    public float nextFloat(float bound) {
        return ear.hear("nextFloat", () -> super.nextFloat(bound));
    }

    @Override
    public float nextFloat(float origin, float bound) {
        return ear.hear("nextFloat", () -> super.nextFloat(origin, bound));
    }

    @Override
    public boolean nextBoolean() {
        return ear.hear("nextBoolean", super::nextBoolean);
    }

    @Override
    public synchronized double nextGaussian() {
        return ear.hear("nextGaussian", super::nextGaussian);
    }

    @Override
    public double nextGaussian(double mean, double deviation) {
        return ear.hear("nextGaussian", () -> super.nextGaussian(mean, deviation));
    }

    @Override
    public double nextExponential() {
        return ear.hear("nextExponential", super::nextExponential);
    }
}
