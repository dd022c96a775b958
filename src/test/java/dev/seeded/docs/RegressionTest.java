package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.SeededTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class RegressionTest {

    @SeededTest(
            seeds = {-4029384756L, 99},
            runs = 20)
    void shufflingKeepsTheElements(Random random) {
        List<Integer> shuffled = new ArrayList<>(List.of(1, 2, 3));
        Collections.shuffle(shuffled, random);
        assertThat(shuffled).containsExactlyInAnyOrder(1, 2, 3);
    }
}
