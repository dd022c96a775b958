package dev.seeded.internal.draws;

import dev.seeded.Seed;
import dev.seeded.internal.generator.InsecureRandom;
import java.io.Serial;
import java.security.SecureRandomParameters;

/** An {@link InsecureRandom} that records the bytes it gives, of which all its other draws are made. */
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
    public byte[] generateSeed(int count) {
        return recorder.record("generateSeed", () -> super.generateSeed(count));
    }
}
