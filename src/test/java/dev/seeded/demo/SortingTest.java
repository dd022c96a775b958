package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Seeded
class SortingTest {

    @Test
    void sortsWhatWasShuffled(Random random) {
        List<Integer> numbers =
                IntStream.range(0, random.nextInt(50)).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(numbers, random);
        List<Integer> shuffled = List.copyOf(numbers);
        Sorting.bubble(numbers);
        assertThat(numbers).as("sorted from %s", shuffled).isSorted();
    }
}
