package dev.seeded.internal.secondjvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IterationOrderTests {

    @Test
    void isThatOfAMapWithTwoEntries() {
        String order = IterationOrder.ofThisJvm();

        assertThat(order).hasSize(6).contains("0", "1", "2", "3", "4", "5");
        for (int one = 0; one < 4; one++) {
            for (int other = 0; other < one; other++) {
                List<Integer> iterated = List.copyOf(Map.of(one, "", other, "").keySet());
                assertThat(order.indexOf("" + iterated.get(0))).isLessThan(order.indexOf("" + iterated.get(1)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"501234", "512304", "432105", "421035"})
    void isOppositeInTheFirstJvmThatIsStartedForIt(String order) throws IOException {
        try (JvmProcess second = JvmProcess.start(List.of(), System.getProperty("java.class.path"), order)) {
            assertThat(second.order())
                    .isEqualTo(new StringBuilder(order).reverse().toString());
        }
    }

    @Test
    void isOppositeThoughCompiledBeforeItIsChanged() throws IOException {
        List<String> compiled = List.of("-Xcomp", "-XX:CompileCommand=compileonly,java/util/ImmutableCollections*.*");

        try (JvmProcess second = JvmProcess.start(compiled, System.getProperty("java.class.path"), "501234")) {
            assertThat(second.order()).isEqualTo("432105");
        }
    }

    @ParameterizedTest
    @CsvSource({"1230, 0321, true", "1230, 3210, false", "1230, 1230, false", "1230, 2301, false"})
    void isOppositeIfItIsReversed(String one, String other, boolean opposite) {
        assertThat(IterationOrder.areOpposite(one, other)).isEqualTo(opposite);
    }
}
