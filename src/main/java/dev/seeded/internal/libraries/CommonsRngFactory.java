package dev.seeded.internal.libraries;

import dev.seeded.Seed;
import dev.seeded.internal.draws.DrawRecorder;
import dev.seeded.internal.draws.RecordableFactory;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Injects Commons RNG's {@link UniformRandomProvider}, {@code RandomSource.XO_RO_SHI_RO_128_PP.create(testSeed)}. */
final class CommonsRngFactory implements RecordableFactory<UniformRandomProvider> {

    @Override
    public Class<UniformRandomProvider> type() {
        return UniformRandomProvider.class;
    }

    @Override
    public UniformRandomProvider create(Seed seed) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(seed.value());
    }

    @Override
    public UniformRandomProvider create(Seed seed, DrawRecorder recorder) {
        return recorder.proxy(create(seed), UniformRandomProvider.class);
    }
}
