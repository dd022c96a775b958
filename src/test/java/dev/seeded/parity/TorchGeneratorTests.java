package dev.seeded.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TorchGeneratorTests {

    private final TorchGenerator torch = new TorchGenerator(42);

    @Test
    void theLower32BitsOfASeedCount() {
        assertThat(new TorchGenerator((1L << 32) + 42).rand(5)).containsExactly(torch.rand(5));
    }

    @Test
    void randnKeepsTheSecondOfAPairUntilSeeded() {
        TorchGenerator other = new TorchGenerator(42);
        float[] pair = torch.randn(2);

        other.randn(1);
        other.rand(3);
        assertThat(other.randn(1)).containsExactly(pair[1]);

        other.manualSeed(42).randn(1);
        other.manualSeed(42);
        assertThat(other.randn(1)).containsExactly(pair[0]);
    }

    @Test
    void bothPrecisionsShareTheSpareNormal() {
        double[] pair = torch.randn64(2);
        TorchGenerator other = new TorchGenerator(42);

        assertThat(other.randn(1)).containsExactly((float) pair[0]);
        assertThat(other.randn64(1)).containsExactly(pair[1]);
    }

    @Test
    void blocksOfNormalsLeaveTheSpareAlone() {
        torch.randn(1);
        torch.randn64(17);
        TorchGenerator other = new TorchGenerator(42);
        double spare = other.randn64(2)[1];

        assertThat(torch.randn64(1)).containsExactly(spare);
    }

    @Test
    void theFullRangeOf32BitsIsDrawnByWordsOnlyForInt32() {
        int[] narrow = new TorchGenerator(42).randint32(Integer.MIN_VALUE, 1L << 31, 2);
        long[] wide = torch.randint(Integer.MIN_VALUE, 1L << 31, 1);

        assertThat(wide[0]).isEqualTo(narrow[1]);
    }

    static List<Arguments> refusals() {
        return List.of(
                refusal(
                        t -> t.randn(16),
                        "PyTorch makes 16 normal float32 values with the processor's vector unit, which rounds in its "
                                + "own way: take fewer than 16 at a time, or float64"),
                refusal(t -> t.normal(0, -1, 1), "normal expects std >= 0.0, but found std: -1.0"),
                refusal(t -> t.normal64(0, Double.NaN, 1), "normal expects std >= 0.0, but found std: NaN"),
                refusal(t -> t.randint(5, 5, 1), "random_ expects 'from' to be less than 'to', but got from=5 >= to=5"),
                refusal(t -> t.randint32(0, (1L << 31) + 1, 1), "to - 1 is out of bounds for int: 2147483648"),
                refusal(t -> t.randint32(-(1L << 31) - 1, 1, 1), "from is out of bounds for int: -2147483649"),
                refusal(t -> t.randperm(-1), "n must be non-negative, got: -1"),
                refusal(
                        t -> t.randperm(Integer.MAX_VALUE),
                        "PyTorch's versions differ in randperm of so many: 2147483647"),
                refusal(t -> t.rand(-1), "negative dimensions are not allowed: -1"),
                refusal(
                        t -> t.bernoulli(new float[] {1.5f}),
                        "Expected p_in >= 0 && p_in <= 1 to be true, but got p_in: 1.5"));
    }

    private static Arguments refusal(Use use, String reason) {
        return Arguments.of(use, reason);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void refusesWhatPyTorchRefuses(Use use, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> use.of(torch)).withMessage(reason);

        assertThat(torch.rand(1)).as("draws nothing").containsExactly(new TorchGenerator(42).rand(1));
    }

    @Test
    void toStringIsTheCallInPython() {
        assertThat(torch).hasToString("torch.Generator().manual_seed(42)");

        torch.manualSeed(-7);

        assertThat(torch).hasToString("torch.Generator().manual_seed(-7)");
        assertThat(torch.initialSeed()).isEqualTo(-7);
    }

    private interface Use {
        void of(TorchGenerator torch);
    }
}
