package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class ContractTest {

    @Test
    void drawsZero(Random random) {
        assertEquals(0, random.nextInt());
    }
}
