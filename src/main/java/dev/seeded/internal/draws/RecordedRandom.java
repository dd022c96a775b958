package dev.seeded.internal.draws;

import dev.seeded.Seed;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.util.Random;

/** A {@link Random} whose draws are recorded. */
final class RecordedRandom extends Random {

    @Serial
    private static final long serialVersionUID = 1;

    private transient DrawRecorder recorder;

    RecordedRandom(Seed seed, DrawRecorder recorder) {
        super(seed.value());
        this.recorder = recorder.lockedBy(this);
    }

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        // A copy draws for itself.
        recorder = new DrawRecorder(new GeneratorName("", "", ""), (generator, method, value) -> {});
    }

    @Override
    protected int next(int bits) {
        return recorder.record("next", () -> super.next(bits));
    }

    @Override
    public void nextBytes(byte[] bytes) {
        recorder.record("nextBytes", bytes, () -> super.nextBytes(bytes));
    }

    @Override
    public int nextInt() {
        return recorder.record("nextInt", super::nextInt);
    }

    @Override
    public int nextInt(int bound) {
        return recorder.record("nextInt", () -> super.nextInt(bound));
    }

    @Override
    public int nextInt(int origin, int bound) {
        return recorder.record("nextInt", () -> super.nextInt(origin, bound));
    }

    @Override
    public long nextLong() {
        return recorder.record("nextLong", super::nextLong);
    }

    @Override
    public long nextLong(long bound) {
        return recorder.record("nextLong", () -> super.nextLong(bound));
    }

    @Override
    public long nextLong(long origin, long bound) {
        return recorder.record("nextLong", () -> super.nextLong(origin, bound));
    }

    @Override
    public double nextDouble() {
        return recorder.record("nextDouble", super::nextDouble);
    }

    @Override
    public double nextDouble(double bound) {
        return recorder.record("nextDouble", () -> super.nextDouble(bound));
    }

    @Override
    public double nextDouble(double origin, double bound) {
        return recorder.record("nextDouble", () -> super.nextDouble(origin, bound));
    }

    @Override
    public float nextFloat() {
        return recorder.record("nextFloat", super::nextFloat);
    }

    @Override
    public float nextFloat(float bound) {
        return recorder.record("nextFloat", () -> super.nextFloat(bound));
    }

    @Override
    public float nextFloat(float origin, float bound) {
        return recorder.record("nextFloat", () -> super.nextFloat(origin, bound));
    }

    @Override
    public boolean nextBoolean() {
        return recorder.record("nextBoolean", super::nextBoolean);
    }

    @Override
    public synchronized double nextGaussian() {
        return recorder.record("nextGaussian", super::nextGaussian);
    }

    @Override
    public double nextGaussian(double mean, double deviation) {
        return recorder.record("nextGaussian", () -> super.nextGaussian(mean, deviation));
    }

    @Override
    public double nextExponential() {
        return recorder.record("nextExponential", super::nextExponential);
    }
}
