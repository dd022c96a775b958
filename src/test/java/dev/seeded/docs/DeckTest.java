package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.SeededTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeckTest {

    private final List<Integer> cards = new ArrayList<>(List.of(1, 2, 3, 4, 5));

    @RepeatedTest(20)
    void keepsItsCardsBefore() {
        long seed = System.nanoTime();
        System.out.println("seed: " + seed);
        Collections.shuffle(cards, new Random(seed));
        assertThat(cards).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Seeded
    @RepeatedTest(20)
    void keepsItsCards(Random random) {
        Collections.shuffle(cards, random);
        assertThat(cards).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 99})
    void keepsItsCardsWithOldSeedsBefore(long seed) {
        Collections.shuffle(cards, new Random(seed));
        assertThat(cards).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @SeededTest(
            seeds = {7, 99},
            runs = 20)
    void keepsItsCardsWithOldSeeds(Random random) {
        Collections.shuffle(cards, random);
        assertThat(cards).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void dealsTheSameEachTimeBefore() {
        assertThat(new Random(42).nextInt(100)).isEqualTo(30);
    }

    @Test
    @Seeded(42)
    void dealsTheSameEachTime(Random random) {
        assertThat(random.nextInt(100)).isEqualTo(30);
    }
}
