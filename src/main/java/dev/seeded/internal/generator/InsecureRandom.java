package dev.seeded.internal.generator;

import dev.seeded.Seed;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.security.SecureRandom;
import java.security.SecureRandomParameters;
import java.security.SecureRandomSpi;
import java.util.SplittableRandom;

/**
 * A deterministic {@link SecureRandom} for code whose signature demands one. Anyone who knows the seed knows its output.
 *
 * <p>The bytes are those of a {@link SplittableRandom} seeded with a stream of the test seed, so that they share nothing
 * with the other generators of a test, taken from its longs, the lowest byte first. Like the real one, {@code setSeed}
 * adds to the seed; here it does so deterministically.
 */
public class InsecureRandom extends SecureRandom {

    @Serial
    private static final long serialVersionUID = 1;

    public InsecureRandom(Seed seed) {
        super(new Spi(seed), null);
    }

    @Override
    public String getAlgorithm() {
        return "Seeded";
    }

    @Override
    public String toString() {
        return "a SecureRandom that is NOT secure: " + super.toString();
    }

    /** What it draws from cannot be written. */
    @Serial
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException(getClass().getName() + ", which @Seeded injects as a SecureRandom");
    }

    private static final class Spi extends SecureRandomSpi {

        @Serial
        private static final long serialVersionUID = 1;

        private final transient Seed seed;
        private transient Seed state;
        private transient SplittableRandom bits;

        Spi(Seed seed) {
            this.seed = seed;
            state = seed.stream("SecureRandom");
            bits = new SplittableRandom(state.value());
        }

        @Override
        protected synchronized void engineSetSeed(byte[] seed) {
            for (byte part : seed) {
                state = state.stream(part);
            }
            bits = new SplittableRandom(state.value());
        }

        @Override
        protected synchronized void engineNextBytes(byte[] bytes) {
            for (int at = 0; at < bytes.length; ) {
                long word = bits.nextLong();
                for (int taken = 0; taken < Long.BYTES && at < bytes.length; taken++) {
                    bytes[at++] = (byte) word;
                    word >>>= Byte.SIZE;
                }
            }
        }

        @Override
        protected void engineNextBytes(byte[] bytes, SecureRandomParameters parameters) {
            engineNextBytes(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int count) {
            byte[] seed = new byte[count];
            engineNextBytes(seed);
            return seed;
        }

        @Override
        protected void engineReseed(SecureRandomParameters parameters) {
            // Fresh entropy is what this class exists to keep out.
        }

        @Override
        public String toString() {
            return "seed " + seed;
        }
    }
}
