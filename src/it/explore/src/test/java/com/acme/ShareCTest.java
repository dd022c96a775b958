package com.acme;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class ShareCTest {

    @Test
    void takesItsTime(Random random) throws InterruptedException {
        Thread.sleep(10 + random.nextInt(10));
    }
}
