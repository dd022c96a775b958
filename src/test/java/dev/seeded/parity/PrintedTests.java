package dev.seeded.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What {@code printed.tsv} does not have, in a form that can be read. */
class PrintedTests {

    @Test
    void numPyPadsToTheWidestNumber() {
        assertThat(Printed.numpy(new double[] {0.5, -12.25, Double.NaN, Double.NEGATIVE_INFINITY, -0.0}, 2))
                .isEqualTo("[  0.5  -12.25    nan   -inf  -0.  ]");
    }

    @Test
    void numPyTurnsToScientificForm() {
        assertThat(Printed.numpy(new double[] {1, 1000}, 3)).isEqualTo("[   1. 1000.]");
        assertThat(Printed.numpy(new double[] {1, 1001}, 3)).isEqualTo("[1.000e+00 1.001e+03]");
        assertThat(Printed.numpy(new double[] {0.0001}, 8)).isEqualTo("[0.0001]");
        assertThat(Printed.numpy(new double[] {1e-100, 1}, 0)).isEqualTo("[1.e-100 1.e+000]");
    }

    @Test
    void pyTorchWritesWholeNumbersWithoutDigits() {
        assertThat(Printed.torch(new float[] {1, -20, Float.POSITIVE_INFINITY}, 4))
                .isEqualTo("tensor([  1., -20.,  inf])");
        assertThat(Printed.torch(new float[] {1, 2000}, 1)).isEqualTo("tensor([1.0e+00, 2.0e+03])");
        assertThat(Printed.torch(new float[] {1.5f, 2}, 0)).isEqualTo("tensor([2, 2])");
    }

    @Test
    void linesBreakWhereTheOriginalsBreakThem() {
        double[] ones = new double[38];
        Arrays.fill(ones, 1.5);
        assertThat(Printed.numpy(ones, 8).lines().map(String::length)).containsExactly(72, 72, 9);

        float[] floats = new float[11];
        Arrays.fill(floats, 1.5f);
        assertThat(Printed.torch(floats, 4)).isEqualTo("""
                tensor([1.5000, 1.5000, 1.5000, 1.5000, 1.5000, 1.5000, 1.5000, 1.5000, 1.5000,
                        1.5000, 1.5000])""");
    }

    @Test
    void moreThanAThousandValuesAreSummarized() {
        assertThat(Printed.numpy(new double[1001], 8)).isEqualTo("[0. 0. 0. ... 0. 0. 0.]");
        assertThat(Printed.torch(new float[1001], 4)).isEqualTo("tensor([0., 0., 0.,  ..., 0., 0., 0.])");
        assertThat(Printed.numpy(new double[7][143], 8).lines()).hasSize(7);
        assertThat(Printed.torch(new float[7][143], 4)).isEqualTo("""
                tensor([[0., 0., 0.,  ..., 0., 0., 0.],
                        [0., 0., 0.,  ..., 0., 0., 0.],
                        [0., 0., 0.,  ..., 0., 0., 0.],
                        ...,
                        [0., 0., 0.,  ..., 0., 0., 0.],
                        [0., 0., 0.,  ..., 0., 0., 0.],
                        [0., 0., 0.,  ..., 0., 0., 0.]])""");
    }

    @Test
    void emptyTensorsTellTheirShape() {
        assertThat(Printed.numpy(new double[0], 8)).isEqualTo("[]");
        assertThat(Printed.numpy(new double[2][0], 8)).isEqualTo("[]");
        assertThat(Printed.torch(new float[0], 4)).isEqualTo("tensor([])");
        assertThat(Printed.torch(new float[2][0], 4)).isEqualTo("tensor([], size=(2, 0))");
    }

    @Test
    void refusesWhatIsNoMatrixAndNoPrecision() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Printed.numpy(new double[][] {{1, 2}, {3}}, 8))
                .withMessage("rows must have one length, but row 0 has 2 values and row 1 has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Printed.torch(new float[][] {{1}, {2}, {}}, 4))
                .withMessage("rows must have one length, but row 0 has 1 values and row 2 has 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Printed.torch(new float[1], -1))
                .withMessage("precision must be non-negative, got: -1");
    }
}
