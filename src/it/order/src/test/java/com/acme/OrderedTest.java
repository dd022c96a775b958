package com.acme;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.seeded.Seeded;
import dev.seeded.SeededOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Seeded
@TestMethodOrder(SeededOrder.Methods.class)
class OrderedTest {

    static boolean dirty;

    @Test
    void fills() {
        dirty = true;
    }

    @Test
    void startsEmpty() {
        assertFalse(dirty);
    }
}
