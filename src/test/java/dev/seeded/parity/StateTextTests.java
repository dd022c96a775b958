package dev.seeded.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StateTextTests {

    private final PythonRandom python = new PythonRandom(42);
    private final NumPyRandomState numPy = new NumPyRandomState(42);
    private final NumPyGenerator generator = new NumPyGenerator(42);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            (3, (1, 2                | expected ',' or ')' at character 10
            (3, (1, ...), None)      | expected a value at character 9
            (3, (1, 2), None)        | expected a sequence of 625 at character 5
            (3, (1, 2), None) 4      | expected the end at character 19
            {'a' 1}                  | expected a key and ':' at character 6
            3                        | expected a sequence of 3 at character 1
            """)
    void saysWhereAStateIsMalformed(String state, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> python.setstate(state))
                .withMessage("malformed state: " + reason);

        assertThat(python.random()).as("goes on").isEqualTo(new PythonRandom(42).random());
    }

    @Test
    void namesAWordThatIsNone() {
        String state = python.getstate();
        int at = state.indexOf(", ", 30) + 2;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> python.setstate(state.substring(0, at) + "-" + state.substring(at)))
                .withMessage("malformed state: expected an integer from 0 to 2**32 - 1 at character " + (at + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> python.setstate(state.replace("624)", "625)")))
                .withMessageContaining("expected an integer from 0 to 624 at character");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> python.setstate(state.replace("((3", "((2")))
                .withMessage("state with version 2 passed to Random.setstate() of version 3");
    }

    @Test
    void refusesAnotherGenerator() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> numPy.setState(numPy.getState().replace("MT19937", "PCG64")))
                .withMessage("malformed state: expected 'MT19937' at character 22");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.setBitGeneratorState(
                        new NumPyGenerator(NumPyBitGenerator.SFC64, 1).getBitGeneratorState()))
                .withMessage("malformed state: expected 'PCG64' at character 45");
    }

    @Test
    void keepsTheSpareNormal() {
        python.gauss();
        numPy.randn();
        PythonRandom otherPython = new PythonRandom(0);
        NumPyRandomState otherNumPy = new NumPyRandomState(0);
        otherPython.setstate(python.getstate());
        otherNumPy.setState(numPy.getState());

        assertThat(otherPython.gauss()).isEqualTo(python.gauss());
        assertThat(otherPython.random()).isEqualTo(python.random());
        assertThat(otherNumPy.randn()).isEqualTo(numPy.randn());
        assertThat(otherNumPy.rand()).isEqualTo(numPy.rand());
        assertThat(otherPython).hasToString("random.Random(...)");
    }

    @ParameterizedTest
    @EnumSource
    void everyBitGeneratorGoesOnFromItsState(NumPyBitGenerator kind) {
        NumPyGenerator first = new NumPyGenerator(kind, 42);
        first.integers(0, 100, 3, NumPyType.INT32);
        NumPyGenerator second = new NumPyGenerator(kind, 0);
        second.setBitGeneratorState(first.getBitGeneratorState());

        assertThat(second.integers(0, 100, 9, NumPyType.INT32))
                .containsExactly(first.integers(0, 100, 9, NumPyType.INT32));
        assertThat(second.random(100)).containsExactly(first.random(100));
    }

    @Test
    void namesTheBitGenerator() {
        assertThat(new NumPyGenerator(NumPyBitGenerator.PHILOX, 7))
                .hasToString("np.random.Generator(np.random.Philox(7))");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> new NumPyGenerator(NumPyBitGenerator.SFC64, 7).advance(BigInteger.ONE))
                .withMessage("SFC64 has no advance here");
    }

    @Test
    void seedSequencesSpawn() {
        SeedSequence root = new SeedSequence(42);
        SeedSequence child = root.spawn(2).get(1);

        // np.random.SeedSequence(42).generate_state(2), and that of spawn(2)[1]
        assertThat(root.generateState(2)).containsExactly(3444837047L, 2669555309L);
        assertThat(child).hasToString("np.random.SeedSequence(42, spawn_key=(1,))");
        assertThat(child.spawnKey()).containsExactly(1);
        assertThat(child.generateState(2)).containsExactly(4091952314L, 31242083L);
        assertThat(new SeedSequence(BigInteger.valueOf(42), 1).generateState(1, NumPyType.UINT64))
                .containsExactly(134183728835869882L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> root.generateState(1, NumPyType.INT64))
                .withMessage("only support uint32 or uint64: int64");
    }
}
