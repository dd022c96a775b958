package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.parity.Printed;
import dev.seeded.parity.TorchGenerator;
import dev.seeded.parity.TorchInit;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The recipes for PyTorch. What they are compared with is what PyTorch 1.13 printed. */
class TorchTest {

    @Test
    void printsWhatPyTorchPrints() {
        TorchGenerator torch = new TorchGenerator(23);
        // torch.set_printoptions(precision=4); torch.manual_seed(23); print(torch.randn(2, 10))
        assertThat(Printed.torch(torch.randn(2, 10), 4)).isEqualTo("""
                tensor([[-0.9012,  0.5656, -0.4882,  0.7507,  1.2886, -0.1708, -0.8564, -0.6576,
                         -0.7005, -0.0962],
                        [-1.1702,  0.7338, -0.5774,  0.5874,  0.1230,  0.0885,  1.0446, -0.1837,
                         -1.8264,  1.7841]])""");
    }

    @Test
    void shufflesAsADataLoaderDoes() {
        // loader = DataLoader(range(10), batch_size=4, shuffle=True)
        TorchGenerator torch = new TorchGenerator(23);
        int[][] orders = new int[2][];
        for (int epoch = 0; epoch < 2; epoch++) {
            torch.random(1); // the base seed of the workers
            TorchGenerator sampler = new TorchGenerator(torch.random(1)[0]);
            orders[epoch] = sampler.randperm(10); // cut into batches of four
        }
        assertThat(orders[0]).containsExactly(0, 2, 6, 3, 5, 7, 8, 4, 9, 1);
        assertThat(orders[1]).containsExactly(6, 8, 0, 3, 1, 4, 7, 9, 5, 2);

        assertThat(Printed.torch(torch.rand(1), 4)).isEqualTo("tensor([0.5876])");
    }

    @Test
    void shufflesAsADataLoaderWithAGeneratorDoes() {
        // loader = DataLoader(range(10), batch_size=4, shuffle=True, generator=g)
        TorchGenerator g = new TorchGenerator(23);
        int[][] orders = new int[2][];
        for (int epoch = 0; epoch < 2; epoch++) {
            g.random(1); // the base seed of the workers
            orders[epoch] = g.randperm(10);
            g.randperm(10); // drawn at the end of an epoch, and not used
        }
        assertThat(orders[0]).containsExactly(6, 2, 8, 9, 5, 0, 4, 3, 7, 1);
        assertThat(orders[1]).containsExactly(5, 4, 6, 7, 2, 1, 9, 0, 8, 3);
    }

    @Test
    void splitsAsRandomSplitDoes() {
        TorchGenerator torch = new TorchGenerator(23);
        // train, test = random_split(range(10), [7, 3])
        int[] permutation = torch.randperm(10);
        int[] train = Arrays.copyOfRange(permutation, 0, 7);
        int[] test = Arrays.copyOfRange(permutation, 7, 10);
        assertThat(train).containsExactly(1, 9, 2, 5, 6, 7, 0);
        assertThat(test).containsExactly(3, 8, 4);
    }

    @Test
    void startsWithTheWeightsOfALayer() {
        TorchInit init = new TorchInit(new TorchGenerator(23));
        Map<String, float[]> linear = init.linear(4, 3, true); // nn.Linear(4, 3)
        float[] bias = linear.get("bias");
        assertThat(Printed.torch(bias, 4)).isEqualTo("tensor([ 0.2876,  0.0540, -0.0347])");

        assertThat(Printed.torch(Arrays.copyOf(linear.get("weight"), 4), 4))
                .isEqualTo("tensor([-0.0717, -0.2111, -0.0776, -0.1429])");
    }

    @Test
    void dropsOut() {
        TorchGenerator torch = new TorchGenerator(23);
        float[] input = {1, 1, 1, 1, 1, 1, 1, 1};
        // print(dropout(input, 0.5))
        float[] mask = torch.dropout(0.5, input.length);
        float[] output = new float[input.length];
        for (int i = 0; i < input.length; i++) {
            output[i] = input[i] * mask[i];
        }
        assertThat(Printed.torch(output, 4)).isEqualTo("tensor([2., 2., 0., 2., 0., 2., 2., 0.])");
    }

    @Test
    void goesOnWherePyTorchStopped() {
        TorchGenerator original = new TorchGenerator(23);
        original.rand(3);
        String line = original.getRngState();

        // line: print(torch.get_rng_state().numpy().tobytes().hex())
        TorchGenerator torch = new TorchGenerator(0).setRngState(line);
        assertThat(torch.rand(3)).containsExactly(original.rand(3));
    }
}
