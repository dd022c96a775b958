package com.acme;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawTest {

    @Test
    @Seeded
    void draws(Random random) {}
}
