package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.acme.LibrariesTest.Person;
import dev.seeded.Seed;
import dev.seeded.Seeded;
import java.io.IOException;
import java.util.List;
import org.instancio.Instancio;
import org.instancio.junit.InstancioExtension;
import org.instancio.junit.WithSettings;
import org.instancio.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Seeded
@ExtendWith(InstancioExtension.class)
class InstancioTest {

    @Seeded
    @WithSettings
    Settings settings;

    @Test
    void drawsFromInstancio() throws IOException {
        List<Person> persons = Instancio.ofList(Person.class).size(2).create();
        assertNotEquals(persons.get(0), persons.get(1));
        Draws.write("Instancio", persons);
    }

    /** How Instancio understands a seed among its settings. */
    @Test
    void startsAnewWithEachCall() {
        assertEquals(Instancio.create(Person.class), Instancio.create(Person.class));
    }

    @Test
    @Seeded(42)
    void pinsInstancio() {
        assertEquals(Instancio.of(Person.class).withSeed(42).create(), Instancio.create(Person.class));
    }

    @Test
    void hasTheSeedOfTheTest(Seed seed) {
        assertEquals(Instancio.of(Person.class).withSeed(seed.value()).create(), Instancio.create(Person.class));
    }
}
