package dev.seeded.internal.draws;

import dev.seeded.Seed;
import dev.seeded.internal.generator.NamedRandom;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A {@link Random} whose draws are recorded. */
final class RecordedRandom extends NamedRandom {

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
        recorder = new DrawRecorder(new GeneratorName("", "", ""), (generator, method, value) -> {}, null);
    }

    @Override
    public boolean isShared() {
        return recorder.isShared();
    }

    @Override
    public boolean isDrawnElsewhere() {
        return recorder.isDrawnElsewhere();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        recorder.bytes("nextBytes", bytes, () -> super.nextBytes(bytes));
    }

    @Override
    public int nextInt() {
        return (int) recorder.whole("nextInt", Integer.MIN_VALUE, Integer.MAX_VALUE, super::nextInt);
    }

    @Override
    public int nextInt(int bound) {
        return recorder.isReplaced() && UserCode.isShuffled()
                ? recorder.slot(bound, () -> super.nextInt(bound))
                : (int) recorder.below("nextInt", 0, bound, () -> super.nextInt(bound));
    }

    @Override
    public int nextInt(int low, int bound) {
        return (int) recorder.below("nextInt", low, bound, () -> super.nextInt(low, bound));
    }

    @Override
    public long nextLong() {
        return recorder.whole("nextLong", Long.MIN_VALUE, Long.MAX_VALUE, super::nextLong);
    }

    @Override
    public long nextLong(long bound) {
        return recorder.below("nextLong", 0, bound, () -> super.nextLong(bound));
    }

    @Override
    public long nextLong(long low, long bound) {
        return recorder.below("nextLong", low, bound, () -> super.nextLong(low, bound));
    }

    @Override
    public double nextDouble() {
        return recorder.real("nextDouble", 0.0, 1.0, super::nextDouble);
    }

    @Override
    public double nextDouble(double bound) {
        return recorder.real("nextDouble", 0.0, bound, () -> super.nextDouble(bound));
    }

    @Override
    public double nextDouble(double low, double bound) {
        return recorder.real("nextDouble", low, bound, () -> super.nextDouble(low, bound));
    }

    @Override
    public float nextFloat() {
        return recorder.single("nextFloat", 0.0F, 1.0F, super::nextFloat);
    }

    @Override
    public float nextFloat(float bound) {
        return recorder.single("nextFloat", 0.0F, bound, () -> super.nextFloat(bound));
    }

    @Override
    public float nextFloat(float low, float bound) {
        return recorder.single("nextFloat", low, bound, () -> super.nextFloat(low, bound));
    }

    @Override
    public boolean nextBoolean() {
        return recorder.truth("nextBoolean", super::nextBoolean);
    }

    @Override
    public synchronized double nextGaussian() {
        return recorder.real("nextGaussian", Domain.real(-Double.MAX_VALUE, Double.MAX_VALUE), super::nextGaussian);
    }

    @Override
    public double nextGaussian(double mean, double deviation) {
        return recorder.real("nextGaussian", Domain.normal(mean, deviation), () -> super.nextGaussian(mean, deviation));
    }

    @Override
    public double nextExponential() {
        return recorder.real("nextExponential", Domain.real(0, Double.MAX_VALUE), super::nextExponential);
    }

    // Streams draw what the bounded methods do, of which the source has to know the bounds.

    @Override
    public IntStream ints(int low, int bound) {
        return replaces(low < bound) ? IntStream.generate(() -> nextInt(low, bound)) : super.ints(low, bound);
    }

    @Override
    public IntStream ints(long size, int low, int bound) {
        return replaces(size >= 0 && low < bound) ? ints(low, bound).limit(size) : super.ints(size, low, bound);
    }

    @Override
    public LongStream longs(long low, long bound) {
        return replaces(low < bound) ? LongStream.generate(() -> nextLong(low, bound)) : super.longs(low, bound);
    }

    @Override
    public LongStream longs(long size, long low, long bound) {
        return replaces(size >= 0 && low < bound) ? longs(low, bound).limit(size) : super.longs(size, low, bound);
    }

    @Override
    public DoubleStream doubles(double low, double bound) {
        return replaces(low < bound) ? DoubleStream.generate(() -> nextDouble(low, bound)) : super.doubles(low, bound);
    }

    @Override
    public DoubleStream doubles(long size, double low, double bound) {
        return replaces(size >= 0 && low < bound) ? doubles(low, bound).limit(size) : super.doubles(size, low, bound);
    }

    private boolean replaces(boolean isLegal) {
        return isLegal && recorder.isReplaced();
    }
}
