package dev.seeded.internal.libraries;

import dev.seeded.Seed;
import dev.seeded.SeededFactory;
import dev.seeded.parity.TorchGenerator;

/**
 * Injects {@link TorchGenerator}. The test seed is the seed in PyTorch, {@code torch.Generator().manual_seed(seed)}, of
 * which PyTorch takes the lower 32 bits.
 */
public final class TorchGeneratorFactory implements SeededFactory<TorchGenerator> {

    @Override
    public Class<TorchGenerator> type() {
        return TorchGenerator.class;
    }

    @Override
    public TorchGenerator create(Seed seed) {
        return new TorchGenerator(seed.value());
    }
}
