package com.acme;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@Seeded
class CartTest {

    @Nested
    class Discounts {

        @Test
        void isNeverThree(Random random) {
            assertNotEquals(3, random.nextInt(4));
        }
    }

    @Test
    void total(Random random) {
        assertTrue(random.nextInt(100) >= 0);
    }
}
