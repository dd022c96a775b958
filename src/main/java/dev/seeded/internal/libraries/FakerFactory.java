package dev.seeded.internal.libraries;

import dev.seeded.Seed;
import dev.seeded.internal.generator.Ear;
import net.datafaker.Faker;

/** Injects Datafaker's {@link Faker}, which draws from {@code new Random(testSeed)}, in English. */
final class FakerFactory implements HearableFactory<Faker> {

    @Override
    public Class<Faker> type() {
        return Faker.class;
    }

    @Override
    public Faker create(Seed seed) {
        return new Faker(seed.random());
    }

    @Override
    public Faker create(Seed seed, Ear ear) {
        return new Faker(ear.random(seed));
    }
}
