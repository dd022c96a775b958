package com.acme;

import dev.seeded.SeededOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(SeededOrder.Methods.class)
class PlainOrderedTest {

    @Test
    void failsWithoutOurExtension() {
        throw new IllegalStateException("plain");
    }
}
