package dev.seeded.docs;

import dev.seeded.LibrarySeeder;
import dev.seeded.Seed;
import java.util.Random;

public final class DiceSeeder implements LibrarySeeder {

    @Override
    public void seed(Seed seed) {
        Dice.use(seed.random());
    }

    @Override
    public void restore() {
        Dice.use(new Random());
    }
}
