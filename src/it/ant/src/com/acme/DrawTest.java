package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@Seeded
class DrawTest {

    @Test
    void passes(Random random) {}

    @Nested
    class Inner {

        @Test
        void drawsZero(Random random) {
            assertEquals(0, random.nextLong());
        }
    }
}
