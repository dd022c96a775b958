package dev.seeded.internal.config;

import dev.seeded.Seed;
import dev.seeded.internal.seed.Derivation;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The run seed of a JVM that was given none: 53 bits, which every JSON number holds. All test JVMs of one Maven invocation
 * have the same, as they derive it from what identifies Maven's process; each of Bazel's several runs of a test has its
 * number; others draw one each.
 */
public final class FreshSeed {

    /** The variable in which Bazel numbers the runs of a test from 1 on, if there are several. */
    private static final String NUMBER = "TEST_RANDOM_SEED";

    private static final int DIGITS = 15;

    /** Found once per JVM, when it is first asked for. */
    private static final String OF_BAZEL = ofBazel(System.getenv(NUMBER), System.getenv("TEST_TARGET"));

    private static final Seed OF_THIS_JVM =
            OF_BAZEL.isEmpty() ? of(MavenProcess.aroundThisJvm()) : Seed.parse(OF_BAZEL);

    private FreshSeed() {}

    /** Returns the same seed each time, in 0 … 2<sup>53</sup>−1. */
    public static Seed ofThisJvm() {
        return OF_THIS_JVM;
    }

    /** Returns where it comes from, as the announcement says. */
    public static String origin() {
        return OF_BAZEL.isEmpty() ? "fresh" : NUMBER + " of Bazel";
    }

    /**
     * Returns the number of one of Bazel's runs; empty for none, as other tools may have other uses for the variable.
     *
     * @param target the label of the test, which Bazel sets
     */
    static String ofBazel(@Nullable String number, @Nullable String target) {
        return number != null
                        && target != null
                        && !number.isEmpty()
                        && number.length() <= DIGITS
                        && number.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                ? number
                : "";
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
