package dev.seeded.internal.libraries;

import dev.seeded.Seed;
import dev.seeded.SeededFactory;
import dev.seeded.parity.PythonRandom;

/**
 * Injects {@link PythonRandom}. The test seed is the seed in Python, {@code random.Random(seed)}; as its sign does not
 * count there, a seed and its negative give the same values.
 */
public final class PythonRandomFactory implements SeededFactory<PythonRandom> {

    @Override
    public Class<PythonRandom> type() {
        return PythonRandom.class;
    }

    @Override
    public PythonRandom create(Seed seed) {
        return new PythonRandom(seed.value());
    }
}
