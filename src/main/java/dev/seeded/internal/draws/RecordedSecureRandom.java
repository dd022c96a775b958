package dev.seeded.internal.draws;

import dev.seeded.Seed;
import dev.seeded.internal.generator.InsecureRandom;
import java.io.Serial;
import java.security.SecureRandomParameters;

/**
 * An {@link InsecureRandom} that records the bytes it gives, of which all its other draws are made. Where something else
 * decides what is given, it decides over numbers, which say more than their bytes.
 */
final class RecordedSecureRandom extends InsecureRandom {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient DrawRecorder recorder;

    RecordedSecureRandom(Seed seed, DrawRecorder recorder) {
        super(seed);
        this.recorder = recorder.lockedBy(this);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        recorder.bytes("nextBytes", bytes, () -> super.nextBytes(bytes));
    }

    @Override
    public void nextBytes(byte[] bytes, SecureRandomParameters parameters) {
        recorder.bytes("nextBytes", bytes, () -> super.nextBytes(bytes, parameters));
    }

    @Override
    public int nextInt() {
        return recorder.isReplaced()
                ? (int) recorder.whole("nextInt", Integer.MIN_VALUE, Integer.MAX_VALUE, super::nextInt)
                : super.nextInt();
    }

    @Override
    public int nextInt(int bound) {
        return recorder.isReplaced()
                ? (int) recorder.below("nextInt", 0, bound, () -> super.nextInt(bound))
                : super.nextInt(bound);
    }

    @Override
    public int nextInt(int low, int bound) {
        return recorder.isReplaced()
                ? (int) recorder.below("nextInt", low, bound, () -> super.nextInt(low, bound))
                : super.nextInt(low, bound);
    }

    @Override
    public long nextLong() {
        return recorder.isReplaced()
                ? recorder.whole("nextLong", Long.MIN_VALUE, Long.MAX_VALUE, super::nextLong)
                : super.nextLong();
    }

    @Override
    public double nextDouble() {
        return recorder.isReplaced() ? recorder.real("nextDouble", 0.0, 1.0, super::nextDouble) : super.nextDouble();
    }

    @Override
    public boolean nextBoolean() {
        return recorder.isReplaced() ? recorder.truth("nextBoolean", super::nextBoolean) : super.nextBoolean();
    }

    @Override
    public byte[] generateSeed(int count) {
        return recorder.record("generateSeed", () -> super.generateSeed(count));
    }
}
