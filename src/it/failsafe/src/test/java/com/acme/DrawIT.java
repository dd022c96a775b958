package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class DrawIT {

    @Test
    void drawsZero(Random random) {
        assertEquals(Limit.ZERO, random.nextLong());
    }
}
