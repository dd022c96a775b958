package com.acme;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.seeded.SeededOrder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

class PlainTest {

    @Test
    void drawsNothing() {}

    @Nested
    @TestMethodOrder(SeededOrder.Methods.class)
    class InSeededOrder {

        private static boolean dirty;

        @BeforeAll
        static void clean() {
            dirty = false;
        }

        @Test
        void fills() {
            dirty = true;
        }

        @Test
        void startsEmpty() {
            assertFalse(dirty);
        }
    }
}
