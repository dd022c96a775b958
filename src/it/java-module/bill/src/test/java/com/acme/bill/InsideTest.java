package com.acme.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class InsideTest {

    @Seeded
    private Random field;

    @Test
    void patchesTheModule(Random parameter) {
        assertEquals("com.acme.bill", getClass().getModule().getName());
        assertSame(field, parameter);
        assertEquals(Bill.free(), parameter.nextLong());
    }
}
