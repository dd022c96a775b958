package dev.seeded.internal.libraries;

import dev.seeded.Seed;
import dev.seeded.SeededFactory;
import dev.seeded.parity.NumPyGenerator;
import java.math.BigInteger;

/**
 * Injects {@link NumPyGenerator}. NumPy takes the 64 bits without a sign, {@code np.random.default_rng(seed % 2**64)},
 * which leaves seeds that are not negative as they are.
 */
public final class NumPyGeneratorFactory implements SeededFactory<NumPyGenerator> {

    @Override
    public Class<NumPyGenerator> type() {
        return NumPyGenerator.class;
    }

    @Override
    public NumPyGenerator create(Seed seed) {
        return new NumPyGenerator(new BigInteger(Long.toUnsignedString(seed.value())));
    }
}
