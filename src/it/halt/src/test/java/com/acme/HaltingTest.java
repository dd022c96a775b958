package com.acme;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class HaltingTest {

    @Test
    void halts(Random random) {
        Runtime.getRuntime().halt(1);
    }
}
