package dev.seeded.internal.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.Draw.Site;
import dev.seeded.internal.draws.GeneratorName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChoiceTests {

    @ParameterizedTest
    @MethodSource("calls")
    void isWrittenAsInCode(String method, Domain domain, String call) {
        Choice choice = new Choice(
                new GeneratorName("c", "Random", ""), domain, domain.simplest(), new Site(method, "", 1, List.of()));

        assertThat(choice.call()).isEqualTo(call);
    }

    @ParameterizedTest
    @MethodSource("portedCalls")
    void isWrittenAsTheOriginalCallsIt(String caller, String method, Domain domain, String call) {
        Choice choice = new Choice(
                new GeneratorName("c", "dev.seeded.parity." + caller.replaceAll("\\..*", ""), ""),
                domain,
                domain.simplest(),
                new Site(method, caller, 1, List.of()));

        assertThat(choice.call()).isEqualTo(call);
    }

    static List<Arguments> portedCalls() {
        Domain unit = Domain.real(0, Math.nextDown(1.0));
        return List.of(
                Arguments.of("PythonRandom.randint", "nextLong", Domain.whole(1, 6), "randint(1, 6)"),
                Arguments.of("PythonRandom.randrange", "nextLong", Domain.whole(0, 9), "randrange(10)"),
                Arguments.of("PythonRandom.randrange", "nextInt", Domain.whole(0, 9), "randrange(10) in randrange"),
                Arguments.of("PythonRandom.shuffle", "nextInt", Domain.slot(3), "randrange(3) in shuffle"),
                Arguments.of("PythonRandom.random", "nextDouble", unit, "random()"),
                Arguments.of("PythonRandom.gauss", "nextDouble", unit, "random() in gauss"),
                Arguments.of("PythonRandom.randbytes", "nextBytes", Domain.whole(-128, 127), "randbytes()"),
                Arguments.of("NumPyRandomState.randint", "nextLong", Domain.whole(0, 9), "randint(0, 10)"),
                Arguments.of("NumPyRandomState.permutation", "nextInt", Domain.slot(3), "randint(0, 3) in permutation"),
                Arguments.of("NumPyGenerator.integers", "nextLong", Domain.whole(-9, -1), "integers(-9, 0)"),
                Arguments.of(
                        "NumPyGenerator.integers",
                        "nextLong",
                        Domain.whole(1, Long.MAX_VALUE),
                        "integers(1, 9223372036854775808)"),
                Arguments.of("NumPyGenerator.choice", "nextLong", Domain.whole(0, 9), "integers(0, 10) in choice"),
                Arguments.of(
                        "NumPyGenerator.standardNormal",
                        "nextLong",
                        Domain.whole(Long.MIN_VALUE, Long.MAX_VALUE),
                        "randomRaw() in standardNormal"),
                Arguments.of("TorchGenerator.rand", "nextFloat", unit, "rand()"),
                Arguments.of("TorchGenerator.bernoulli", "nextDouble", unit, "rand() in bernoulli"),
                Arguments.of("TorchGenerator.randperm", "nextInt", Domain.slot(3), "randint(0, 3) in randperm"));
    }

    static List<Arguments> calls() {
        return List.of(
                Arguments.of("nextFloat", Domain.real(0, Math.nextDown(1.0F)), "nextFloat()"),
                Arguments.of("nextFloat", Domain.real(0, Math.nextDown(2.5F)), "nextFloat(0.0, 2.5)"),
                Arguments.of("nextDouble", Domain.real(0, Math.nextDown(1.0)), "nextDouble()"),
                Arguments.of("nextDouble", Domain.real(1, Math.nextDown(2.5)), "nextDouble(1.0, 2.5)"),
                Arguments.of("nextInt", Domain.whole(0, 9), "nextInt(10)"),
                Arguments.of("nextInt", Domain.whole(3, 9), "nextInt(3, 10)"),
                Arguments.of("nextInt", Domain.whole(Integer.MIN_VALUE, Integer.MAX_VALUE), "nextInt()"));
    }
}
