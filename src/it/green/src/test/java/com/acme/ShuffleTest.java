package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seeded.Seeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Seeded
class ShuffleTest {

    @Test
    void keepsItsElements(Random random) {
        List<Integer> shuffled = new ArrayList<>(List.of(1, 2, 3));
        Collections.shuffle(shuffled, random);
        assertEquals(Set.of(1, 2, 3), Set.copyOf(shuffled));
    }

    @Test
    @Seeded(42)
    void drawsAsRandomDoesUnderAPin(Random random) {
        assertEquals(new Random(42).nextLong(), random.nextLong());
    }
}
