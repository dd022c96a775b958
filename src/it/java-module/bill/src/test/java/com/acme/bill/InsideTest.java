package com.acme.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.seeded.Seeded;
import java.util.Random;
import java.util.Set;
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

    @Test
    void drawsForEachWord(Random random) {
        for (String word : Set.of("a", "word")) {
            random.nextBytes(new byte[word.length()]);
        }
    }
}
