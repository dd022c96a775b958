package dev.seeded.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What tutorials on reproducible random numbers show in Python, step by step in Java. */
class TutorialTests {

    @Test
    void pythonGivesTheSameNumbersAfterTheSameSeed() {
        PythonRandom random = new PythonRandom(42);
        assertThat(random.randint(1, 10)).isEqualTo(2);
        assertThat(random.randint(1, 10)).isEqualTo(1);

        random.seed(42);
        assertThat(random.randint(1, 10)).isEqualTo(2);
        assertThat(random.randint(1, 10)).isEqualTo(1);
    }

    @Test
    void pythonGivesOtherNumbersAfterAnotherSeed() {
        PythonRandom random = new PythonRandom(42);
        List<Integer> numbers = tenOf(random);

        random.seed(23);

        assertThat(tenOf(random)).isNotEqualTo(numbers);
    }

    private static List<Integer> tenOf(PythonRandom random) {
        return Stream.generate(() -> random.randint(1, 10)).limit(10).toList();
    }

    @Test
    void numPysLocalisedStateLeavesTheGlobalOneAsItWas() {
        NumPyRandomState global = new NumPyRandomState(23);
        NumPyRandomState undisturbed = new NumPyRandomState(23);
        NumPyRandomState localised = new NumPyRandomState(90210);

        assertThat(global.rand()).isEqualTo(0.5172978838465893);
        assertThat(localised.rand(2)).containsExactly(0.1923366508281691, 0.9251010224012353);
        assertThat(global.rand()).isEqualTo(0.9469626038148141);
        assertThat(localised.rand()).isEqualTo(0.395783476409281);

        undisturbed.rand(2);
        assertThat(global.rand(100)).containsExactly(undisturbed.rand(100));
    }

    @Test
    void numPysGeneratorShufflesAlikeForAlikeSeeds() {
        assertThat(new NumPyGenerator(7).permutation(List.of("a", "b", "c", "d", "e")))
                .isEqualTo(new NumPyGenerator(7).permutation(List.of("a", "b", "c", "d", "e")));
    }

    @Test
    void pyTorchSeededTwiceGivesTheSameTensors() {
        TorchGenerator torch = new TorchGenerator(23);
        float[] first = torch.rand(3);
        assertThat(first).containsExactly(0.42825812f, 0.2888626f, 0.4224267f);
        assertThat(torch.rand(3)).isNotEqualTo(first);

        torch.manualSeed(23);
        assertThat(torch.rand(3)).containsExactly(first);
    }
}
