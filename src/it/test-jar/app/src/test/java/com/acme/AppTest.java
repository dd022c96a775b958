package com.acme;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class AppTest {

    @Test
    void passes(Random random) {
        random.nextInt();
    }
}
