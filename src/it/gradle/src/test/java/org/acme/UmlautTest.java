package org.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class UmlautTest {

    @Test
    void prüft(Random random) {
        assertEquals(0, random.nextLong());
    }

    @Test
    void passes(Random random) {}
}
