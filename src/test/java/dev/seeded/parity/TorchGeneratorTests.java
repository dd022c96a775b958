package dev.seeded.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
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
    void rangesFrom28BitsOnAreDrawnOf64() {
        assertThat(torch.randint(1L << 28, 1)[0]).isEqualTo(torch.manualSeed(42).random(1)[0] % (1L << 28));
        assertThat(torch.manualSeed(42).randint32(-5, 1L << 30, 1)[0])
                .isEqualTo((int) torch.manualSeed(42).randint(-5, 1L << 30, 1)[0]);
    }

    @Test
    void matricesHaveTheValuesOfAsManyInARow() {
        float[][] normals = torch.randn(3, 7);
        float[] flat = new TorchGenerator(42).randn(21);
        assertThat(normals).hasDimensions(3, 7);
        assertThat(normals[1]).containsExactly(Arrays.copyOfRange(flat, 7, 14));

        float[][] uniforms = torch.manualSeed(42).rand(2, 2);
        assertThat(uniforms[1]).containsExactly(Arrays.copyOfRange(new TorchGenerator(42).rand(4), 2, 4));
    }

    /** The rounding errors of logarithm, sine and cosine, PyTorch's and ours, add up to that in one of two million. */
    @Test
    void normalsOfDoublesAreWithin3Ulp() {
        double original = -0x1.f6e342b1eb2cfp-2;
        double value = torch.manualSeed(127).randn64(5_000_000)[3_561_242];

        assertThat(Math.abs(value - original) / Math.ulp(original)).isEqualTo(3);
    }

    @Test
    void meanAndDeviationAreAppliedInOneRounding() {
        double z = new TorchGenerator(42).randn64(1)[0];

        assertThat(torch.normal64(0.1, 1 / 3.0, 1)).containsExactly(Math.fma(z, 1 / 3.0, 0.1));
    }

    @Test
    void dropoutDrawsNothingWhereNothingIsLeftToChance() {
        assertThat(torch.dropout(0, 2)).containsExactly(1, 1);
        assertThat(torch.dropout(1, 2)).containsExactly(0, 0);
        assertThat(torch.rand(1)).containsExactly(new TorchGenerator(42).rand(1));
    }

    static List<Arguments> refusals() {
        return List.of(
                refusal(t -> t.normal(0, -1, 1), "normal expects std >= 0.0, but found std: -1.0"),
                refusal(t -> t.normal64(0, Double.NaN, 1), "normal expects std >= 0.0, but found std: NaN"),
                refusal(t -> t.randint(5, 5, 1), "random_ expects 'from' to be less than 'to', but got from=5 >= to=5"),
                refusal(t -> t.randint32(0, (1L << 31) + 1, 1), "to - 1 is out of bounds for int: 2147483648"),
                refusal(t -> t.randint32(-(1L << 31) - 1, 1, 1), "from is out of bounds for int: -2147483649"),
                refusal(t -> t.randperm(-1), "n must be non-negative, got: -1"),
                refusal(
                        t -> t.randperm(Integer.MAX_VALUE),
                        "PyTorch's versions differ in randperm of so many: 2147483647"),
                refusal(t -> t.randn(2, -1), "negative dimensions are not allowed: -1"),
                refusal(
                        t -> t.uniform(2, 1, 1),
                        "uniform_ expects to return a [from, to) range, but found from=2.0 > to=1.0"),
                refusal(t -> t.uniform(0, 1e39, 1), "to is out of bounds for float: 1.0E39"),
                refusal(t -> t.uniform64(Double.NaN, 1, 1), "from is out of bounds for double: NaN"),
                refusal(
                        t -> t.uniform64(-1e308, 1e308, 1),
                        "uniform_ expects to-from <= 1.7976931348623157E308, but found to=1.0E308 and from=-1.0E308"),
                refusal(t -> t.exponential(-1, 1), "exponential_ expects lambda >= 0.0, but found lambda=-1.0"),
                refusal(t -> t.logNormal(0, 0, 1), "log_normal_ expects std > 0.0, but found std=0.0"),
                refusal(t -> t.bernoulli(1.5, 1), "bernoulli_ expects p to be in [0, 1], but got p=1.5"),
                refusal(t -> t.dropout(Double.NaN, 1), "dropout probability has to be between 0 and 1, but got NaN"),
                refusal(
                        t -> t.multinomial(new float[] {1, -2}, 2, true),
                        "probability tensor contains either `inf`, `nan` or element < 0: -2.0"),
                refusal(
                        t -> t.multinomial(new float[] {0, 0}, 2, true),
                        "invalid multinomial distribution (sum of probabilities <= 0)"),
                refusal(
                        t -> t.multinomial(new float[] {1, 2}, 0, false),
                        "cannot sample n_sample <= 0 samples, got: 0"),
                refusal(
                        t -> t.multinomial(new float[] {1, 0, 2}, 3, false),
                        "cannot sample 3 without replacement: 2 weights are above 0"),
                refusal(
                        t -> t.multinomial(new float[] {1, 2}, 1, true),
                        "PyTorch's versions differ in one sample with replacement; newer ones draw it as without"),
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
        assertThat(torch.initialSeed()).hasToString("18446744073709551609");
    }

    private interface Use {
        void of(TorchGenerator torch);
    }
}
