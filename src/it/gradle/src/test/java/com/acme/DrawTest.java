package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Seeded
class DrawTest {

    @Test
    void passes(Random random) {}

    @Test
    void drawsZero(Random random) {
        assertEquals(0, random.nextLong());
    }

    @ParameterizedTest
    @ValueSource(ints = 1)
    void withArgument(int argument, Random random) {
        assertEquals(0, random.nextLong());
    }

    @Nested
    class Inner {

        @Test
        void nested(Random random) {
            assertEquals(0, random.nextLong());
        }
    }
}
