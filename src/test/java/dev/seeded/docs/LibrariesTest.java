package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.Random;
import net.datafaker.Faker;
import org.apache.commons.rng.UniformRandomProvider;
import org.instancio.Instancio;
import org.instancio.settings.Settings;
import org.junit.jupiter.api.Test;

class LibrariesTest {

    record Person(String name, int age) {}

    @Test
    void takesTheLibrarysGenerator(@Seeded Faker faker, @Seeded UniformRandomProvider random) {
        assertThat(faker.number().digits(4)).hasSize(4);
        assertThat(random.nextInt(6)).isBetween(0, 5);
    }

    @Test
    void knowsTheSequence(@Seeded(42) Faker faker) {
        assertThat(faker.name().fullName())
                .isEqualTo(new Faker(new Random(42)).name().fullName());
    }

    @Test
    void createsTheSamePersonFromTheSameSeed(@Seeded Settings settings) {
        Person person = Instancio.of(Person.class).withSettings(settings).create();
        assertThat(person)
                .isEqualTo(Instancio.of(Person.class).withSettings(settings).create());
    }
}
