package com.acme;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class ShareATest {

    @Test
    void takesItsTime(Random random) throws InterruptedException {
        Thread.sleep(10 + random.nextInt(10));
    }
}
