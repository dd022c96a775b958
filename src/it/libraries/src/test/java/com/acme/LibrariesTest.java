package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.seeded.Seeded;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import net.datafaker.Faker;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.instancio.Instancio;
import org.instancio.settings.Keys;
import org.instancio.settings.Settings;
import org.junit.jupiter.api.Test;

class LibrariesTest {

    record Person(String name, int age, List<String> friends) {}

    @Test
    void drawsFromDatafaker(@Seeded Faker faker) throws IOException {
        Draws.write(
                "Faker",
                List.of(
                        faker.name().fullName(),
                        faker.number().digits(20),
                        faker.book().title()));
    }

    @Test
    void pinsDatafaker(@Seeded(42) Faker faker) {
        Faker usual = new Faker(new Random(42));
        assertEquals(usual.name().fullName(), faker.name().fullName());
        assertEquals(usual.address().fullAddress(), faker.address().fullAddress());
    }

    @Test
    void drawsFromCommonsRng(@Seeded UniformRandomProvider random) throws IOException {
        Draws.write("UniformRandomProvider", List.of(random.nextLong(), random.nextDouble(), random.nextInt(1000)));
    }

    @Test
    void pinsCommonsRng(@Seeded(42) UniformRandomProvider random) {
        assertEquals(RandomSource.XO_RO_SHI_RO_128_PP.create(42L).nextLong(), random.nextLong());
    }

    @Test
    void pinsInstancio(@Seeded(42) Settings settings) {
        assertEquals(42L, settings.get(Keys.SEED));
        assertEquals(
                Instancio.of(Person.class).withSeed(42).create(),
                Instancio.of(Person.class).withSettings(settings).create());
        assertNotEquals(Instancio.create(Person.class), Instancio.create(Person.class));
    }
}
