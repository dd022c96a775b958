package dev.seeded.internal.libraries;

import dev.seeded.Seed;
import dev.seeded.internal.draws.DrawRecorder;
import dev.seeded.internal.draws.RecordableFactory;
import dev.seeded.internal.draws.RecordedKotlinRandom;
import kotlin.random.Random;
import kotlin.random.RandomKt;

/** Injects Kotlin's {@link Random}, {@code Random(testSeed)}. */
final class KotlinRandomFactory implements RecordableFactory<Random> {

    @Override
    public Class<Random> type() {
        return Random.class;
    }

    @Override
    public Random create(Seed seed) {
        return RandomKt.Random(seed.value());
    }

    @Override
    public Random create(Seed seed, DrawRecorder recorder) {
        return new RecordedKotlinRandom(create(seed), recorder);
    }
}
