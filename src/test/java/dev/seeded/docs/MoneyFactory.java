package dev.seeded.docs;

import dev.seeded.Seed;
import dev.seeded.SeededFactory;

public final class MoneyFactory implements SeededFactory<Money> {

    @Override
    public Class<Money> type() {
        return Money.class;
    }

    @Override
    public Money create(Seed seed) {
        return new Money(seed.random().nextInt(100_000));
    }
}
