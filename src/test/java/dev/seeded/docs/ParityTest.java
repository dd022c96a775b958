package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.parity.NumPyBitGenerator;
import dev.seeded.parity.NumPyGenerator;
import dev.seeded.parity.PythonRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParityTest {

    @Test
    void dealsAsTheOriginalDoes(@Seeded(42) PythonRandom random) {
        List<Integer> cards = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        random.shuffle(cards);
        // random.seed(42); cards = list(range(10)); random.shuffle(cards)
        assertThat(cards).containsExactly(7, 3, 2, 8, 5, 6, 9, 4, 0, 1);
    }

    @Test
    void goesOnFromAState() {
        // np.random.Generator(np.random.Philox(7))
        NumPyGenerator original = new NumPyGenerator(NumPyBitGenerator.PHILOX, 7);
        original.random(3);
        NumPyGenerator copy = new NumPyGenerator(NumPyBitGenerator.PHILOX, 0);
        copy.setBitGeneratorState(original.getBitGeneratorState());
        assertThat(copy.poisson(4.5, 2)).containsExactly(original.poisson(4.5, 2));
    }
}
