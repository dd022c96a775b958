package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Named as a service, it would make the tests of this build wait for each other. */
class DiceSeederTest {

    private final DiceSeeder seeder = new DiceSeeder();

    @Test
    void seedsTheDice() {
        seeder.seed(Seed.of(42));
        assertThat(Dice.roll()).isEqualTo(new Random(42).nextInt(6) + 1);
    }

    @AfterEach
    void restore() {
        seeder.restore();
    }
}
