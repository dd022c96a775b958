package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class BillTest {

    @Test
    void keepsEveryCent(Random random) {
        for (int i = 0; i < 100; i++) {
            int cents = random.nextInt(1_000_000);
            int friends = random.nextInt(2, 1_000);
            int paid =
                    Bill.split(cents, friends).stream().mapToInt(share -> share).sum();
            assertEquals(cents, paid, () -> cents + " cents among " + friends);
        }
    }

    @Test
    void splitsEvenly() {
        assertEquals(2, Bill.split(100, 2).size());
    }
}
