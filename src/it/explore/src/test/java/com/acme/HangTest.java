package com.acme;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class HangTest {

    @Test
    void waitsForEverForOneSeedInTwenty(Random random) throws InterruptedException {
        if (random.nextInt(20) == 0) {
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
