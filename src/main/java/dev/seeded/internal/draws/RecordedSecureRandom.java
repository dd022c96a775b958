package dev.seeded.internal.draws;

import dev.seeded.Seed;
import dev.seeded.internal.generator.InsecureRandom;
import java.io.Serial;
import java.security.SecureRandomParameters;

/** An {@link InsecureRandom} whose draws are heard. */
public final class RecordedSecureRandom extends InsecureRandom {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient DrawRecorder ear;

    RecordedSecureRandom(Seed seed, DrawRecorder ear) {
        super(seed);
        this.ear = ear.of(this);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        ear.hear("nextBytes", bytes, () -> super.nextBytes(bytes));
    }

    @Override
    public void nextBytes(byte[] bytes, SecureRandomParameters parameters) {
        ear.hear("nextBytes", bytes, () -> super.nextBytes(bytes, parameters));
    }

    @Override
    public byte[] generateSeed(int count) {
        return ear.hear("generateSeed", () -> super.generateSeed(count));
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
