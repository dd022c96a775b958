package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seeded.Seeded;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@Seeded
class DrawTest {

    @Test
    void drawsZero(Random random) {
        assertEquals(0, random.nextLong());
    }

    @Nested
    class Inner {

        @Test
        void nested(Random random) {
            assertEquals(0, random.nextLong());
        }
    }

    @Test
    void drawsForEachWord(Random random) {
        for (String word : Set.of("a", "word")) {
            random.nextBytes(new byte[word.length()]);
        }
    }
}
