package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class ForkATest {

    @Test
    void fails(Random random) {
        assertEquals(0, random.nextLong());
    }
}
