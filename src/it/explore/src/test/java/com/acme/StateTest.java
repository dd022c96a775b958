package com.acme;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class StateTest {

    private static boolean poisoned;

    @Test
    void failsOncePoisoned(Random random) {
        poisoned |= random.nextInt(20) == 0;
        assertFalse(poisoned);
    }
}
