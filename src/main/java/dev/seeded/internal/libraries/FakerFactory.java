package dev.seeded.internal.libraries;

import dev.seeded.Seed;
import dev.seeded.internal.draws.DrawRecorder;
import dev.seeded.internal.draws.RecordableFactory;
import net.datafaker.Faker;

/** Injects Datafaker's {@link Faker}, which draws from {@code new Random(testSeed)}, in English. */
final class FakerFactory implements RecordableFactory<Faker> {

    @Override
    public Class<Faker> type() {
        return Faker.class;
    }

    @Override
    public Faker create(Seed seed) {
        return new Faker(seed.random());
    }

    @Override
    public Faker create(Seed seed, DrawRecorder recorder) {
        return new Faker(recorder.random(seed));
    }
}
