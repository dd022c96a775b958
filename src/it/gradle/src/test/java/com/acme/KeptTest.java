package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@Seeded
class KeptTest {

    static Random kept;

    @BeforeAll
    static void keep(Random random) {
        kept = random;
    }

    @Test
    void drawsFromIt() {
        kept.nextInt();
    }

    @Test
    void failsWithWhatIsLeft() {
        assertEquals(0, kept.nextInt());
    }
}
