package dev.seeded.internal.libraries;

import dev.seeded.Seed;
import dev.seeded.internal.generator.Ear;
import kotlin.random.Random;
import kotlin.random.RandomKt;

/** Injects Kotlin's {@link Random}, {@code Random(testSeed)}. */
final class KotlinRandomFactory implements HearableFactory<Random> {

    @Override
    public Class<Random> type() {
        return Random.class;
    }

    @Override
    public Random create(Seed seed) {
        return RandomKt.Random(seed.value());
    }

    @Override
    public Random create(Seed seed, Ear ear) {
        return new HeardKotlinRandom(create(seed), ear);
    }
}
