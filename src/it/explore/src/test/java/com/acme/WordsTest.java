package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seeded.Seeded;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Seeded
class WordsTest {

    private static boolean seen;

    @Test
    void drawsForEachWord(Random random) {
        for (String word : Set.of("a", "word")) {
            random.nextBytes(new byte[word.length()]);
        }
    }

    @Test
    void drawsForEachLetter(Random random) {
        "word".chars().forEach(letter -> random.nextInt(letter));
    }

    @Test
    void failsWithEverySeed(Random random) {
        assertTrue(random.nextInt(10) > 10);
    }

    @Test
    void failsOnce(Random random) {
        boolean first = !seen;
        seen = true;
        assertTrue(random.nextInt(10) < 10 && !first);
    }
}
