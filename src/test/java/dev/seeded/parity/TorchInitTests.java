package dev.seeded.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.seeded.parity.TorchInit.Mode;
import dev.seeded.parity.TorchInit.Nonlinearity;
import org.junit.jupiter.api.Test;

/** What {@code sessions-torch.tsv} does not have. */
class TorchInitTests {

    private final TorchGenerator torch = new TorchGenerator(42);
    private final TorchInit init = new TorchInit(torch);

    @Test
    void gainsAreThoseOfPyTorch() {
        assertThat(Nonlinearity.TANH.gain(0)).isEqualTo(1.6666666666666667);
        assertThat(Nonlinearity.LEAKY_RELU.gain(0.01)).isEqualTo(1.4141428569978354);
    }

    @Test
    void kaimingKeepsTheVarianceOfInputsOrOutputs() {
        float[] in = init.kaimingUniform(0, Mode.FAN_IN, Nonlinearity.LINEAR, 2, 8);
        torch.manualSeed(42);
        float[] out = init.kaimingUniform(0, Mode.FAN_OUT, Nonlinearity.LINEAR, 2, 8);

        assertThat(out[0]).isCloseTo(2 * in[0], within(1e-6f));
    }

    @Test
    void emptyTensorsDrawNothing() {
        assertThat(init.xavierUniform(1, 3, 0)).isEmpty();
        assertThat(init.kaimingNormal(0, Mode.FAN_IN, Nonlinearity.RELU, 0, 3)).isEmpty();
        assertThat(init.linear(0, 3, true).get("bias")).containsExactly(0, 0, 0);
    }

    @Test
    void refusesWhatPyTorchRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> init.xavierNormal(1, 3))
                .withMessage(
                        "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions, got: [3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> init.conv1d(3, 4, 2, 2, true))
                .withMessage("in_channels must be divisible by groups: 3, 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> init.conv2d(4, 3, 2, 2, 2, true))
                .withMessage("out_channels must be divisible by groups: 3, 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> init.conv1d(4, 3, 2, 0, true))
                .withMessage("groups must be a positive integer, got: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> init.linear(-1, 3, true))
                .withMessage("negative dimensions are not allowed: -1");
    }
}
