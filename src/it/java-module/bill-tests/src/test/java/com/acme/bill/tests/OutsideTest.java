package com.acme.bill.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.acme.bill.Bill;
import dev.seeded.Seeded;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Seeded
class OutsideTest {

    @Seeded
    private Random field;

    @Test
    void isAModuleOfItsOwn(Random parameter) {
        assertEquals("com.acme.bill.tests", getClass().getModule().getName());
        assertSame(field, parameter);
        assertEquals(Bill.free(), parameter.nextLong());
    }

    @Test
    void drawsForEachWord(Random random) {
        for (String word : Set.of("a", "word")) {
            random.nextBytes(new byte[word.length()]);
        }
    }
}
