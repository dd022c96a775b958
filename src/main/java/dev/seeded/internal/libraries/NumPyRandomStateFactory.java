package dev.seeded.internal.libraries;

import dev.seeded.Seed;
import dev.seeded.SeededFactory;
import dev.seeded.parity.NumPyRandomState;

/**
 * Injects {@link NumPyRandomState}. NumPy takes the lower 32 bits, {@code np.random.RandomState(seed & 0xFFFFFFFF)},
 * which leaves seeds from 0 to 2<sup>32</sup> - 1 as they are.
 */
public final class NumPyRandomStateFactory implements SeededFactory<NumPyRandomState> {

    @Override
    public Class<NumPyRandomState> type() {
        return NumPyRandomState.class;
    }

    @Override
    public NumPyRandomState create(Seed seed) {
        return new NumPyRandomState(seed.value() & 0xffffffffL);
    }
}
