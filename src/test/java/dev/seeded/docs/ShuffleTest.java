package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class ShuffleTest {

    @Test
    void keepsItsElements(Random random) {
        List<Integer> cards = new ArrayList<>(List.of(1, 2, 3, 4, 5));
        Collections.shuffle(cards, random);
        assertThat(cards).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }
}
