package com.acme;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class FirstTest {

    @Test
    void draws(Random random) {
        random.nextInt();
    }
}
