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
        List<Long> numbers = tenOf(random);

        random.seed(23);

        assertThat(tenOf(random)).isNotEqualTo(numbers);
    }

    private static List<Long> tenOf(PythonRandom random) {
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

    @Test
    void numPyPrintsWithTwoDigits() {
        NumPyRandomState global = new NumPyRandomState(23);
        NumPyRandomState localised = new NumPyRandomState(90210);

        assertThat(Printed.numpy(global.rand(3), 2)).isEqualTo("[0.52 0.95 0.77]");
        assertThat(Printed.numpy(localised.rand(3), 2)).isEqualTo("[0.19 0.93 0.4 ]");
    }

    @Test
    void pyTorchPrintsWithOneDigit() {
        assertThat(Printed.torch(new TorchGenerator(23).rand(3), 1)).isEqualTo("tensor([0.4, 0.3, 0.4])");
    }
}
