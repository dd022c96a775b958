package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class AbsoluteTest {

    @Test
    void isNotNegative(Random random) {
        for (int draw = 0; draw < 5; draw++) {
            int number = random.nextInt();
            assertTrue(Math.abs(number) >= 0, "the absolute value of " + number);
        }
    }
}
