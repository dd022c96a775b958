package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class RareTest {

    @Test
    void failsForOneSeedInTwenty(Random random) {
        int drawn = random.nextInt(1_000);
        assertTrue(drawn >= 50, "drew " + drawn);
    }
}
