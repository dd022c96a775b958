package dev.seeded.internal.config;

import dev.seeded.Seed;
import dev.seeded.internal.seed.Derivation;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The run seed of a JVM that was given none: 53 bits, which every JSON number holds. All test JVMs of one Maven invocation
 * have the same, as they derive it from what identifies Maven's process; others draw one each.
 */
public final class FreshSeed {

    /** Found once per JVM, when it is first asked for. */
    private static final Seed OF_THIS_JVM = of(MavenProcess.aroundThisJvm());

    private FreshSeed() {}

    /** Returns the same seed each time, in 0 … 2<sup>53</sup>−1. */
    public static Seed ofThisJvm() {
        return OF_THIS_JVM;
    }

    static Seed of(Optional<MavenProcess> build) {
        long bits = build.isPresent() ? Derivation.stream(0, build.get().identity()) : entropy();
        return Seed.of(Derivation.runSeedOf(bits));
    }

    /**
     * Returns bits that no two builds share: of the operating system's generator, read as the file that it is on Unix.
     * SecureRandom takes them there as well, but loads a hundred classes before.
     */
    private static long entropy() {
        try (InputStream random = new FileInputStream("/dev/urandom")) {
            byte[] bytes = random.readNBytes(Long.BYTES);
            if (bytes.length == Long.BYTES) {
                return ByteBuffer.wrap(bytes).getLong();
            }
        } catch (IOException | SecurityException closed) {
            // Another system has no such file, and a security manager may forbid to read it.
        }
        return new SecureRandom().nextLong();
    }
}
