package dev.seeded.internal.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.parity.NumPyGenerator;
import dev.seeded.parity.NumPyRandomState;
import dev.seeded.parity.PythonRandom;
import dev.seeded.parity.TorchGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactoriesTests {

    @ParameterizedTest
    @CsvSource({
        "42,                   np.random.RandomState(42)",
        "4294967295,           np.random.RandomState(4294967295)",
        "4294967296,           np.random.RandomState(0)",
        "-1,                   np.random.RandomState(4294967295)",
        "-9223372036854775808, np.random.RandomState(0)",
    })
    void numPyRandomStateTakesTheLower32Bits(long seed, String call) {
        assertThat(created(NumPyRandomState.class, seed)).hasToString(call);
    }

    @ParameterizedTest
    @CsvSource({
        "42,                   np.random.default_rng(42)",
        "-1,                   np.random.default_rng(18446744073709551615)",
        "-9223372036854775808, np.random.default_rng(9223372036854775808)",
    })
    void numPyGeneratorTakesTheSeedWithoutItsSign(long seed, String call) {
        assertThat(created(NumPyGenerator.class, seed)).hasToString(call);
    }

    @ParameterizedTest
    @CsvSource({
        "42,                   random.Random(42)",
        "-1,                   random.Random(-1)",
        "-9223372036854775808, random.Random(-9223372036854775808)",
    })
    void pythonRandomTakesTheSeed(long seed, String call) {
        assertThat(created(PythonRandom.class, seed)).hasToString(call);
    }

    @ParameterizedTest
    @CsvSource({
        "42, torch.Generator().manual_seed(42)",
        "-1, torch.Generator().manual_seed(-1)",
    })
    void torchGeneratorTakesTheSeed(long seed, String call) {
        assertThat(created(TorchGenerator.class, seed)).hasToString(call);
    }

    private static Object created(Class<?> type, long seed) {
        return Libraries.factory(type).orElseThrow().create(Seed.of(seed));
    }
}
