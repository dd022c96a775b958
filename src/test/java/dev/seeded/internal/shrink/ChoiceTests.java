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
