package com.acme;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class OtherDrawTest {

    @Test
    void drawsOnAndOn(Random random) {
        assertNotEquals(random.nextLong(), random.nextLong());
    }
}
