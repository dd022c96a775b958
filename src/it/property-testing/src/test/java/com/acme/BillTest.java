package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.SeededTest;
import java.util.Random;

@Seeded
class BillTest {

    @SeededTest(runs = 200)
    void keepsEveryCent(Random random) {
        int cents = random.nextInt(10_001);
        int guests = random.nextInt(1, 10);
        assertThat(Bill.split(cents, guests).stream().mapToInt(share -> share).sum())
                .isEqualTo(cents);
    }
}
