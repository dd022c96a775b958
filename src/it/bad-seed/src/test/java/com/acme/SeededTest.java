package com.acme;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class SeededTest {

    @Test
    void takesAGenerator(Random random) {
        System.out.println("a body ran");
    }

    @Test
    void takesNone() {
        System.out.println("a body ran");
    }
}
