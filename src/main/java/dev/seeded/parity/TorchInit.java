package dev.seeded.parity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * PyTorch's initial weights: those of {@code torch.nn.init}, and those that new layers have.
 *
 * <pre>{@code
 * TorchInit init = new TorchInit(new TorchGenerator(23));   // torch.manual_seed(23)
 * Map<String, float[]> linear = init.linear(4, 3, true);    // nn.Linear(4, 3).state_dict()
 * float[] weight = linear.get("weight");                    // of 3 × 4
 * }</pre>
 *
 * <p>Values are {@code float32} in the order of a tensor's memory, and draw from the generator in PyTorch's order. They are
 * as exact as those of {@link TorchGenerator#uniform} and {@link TorchGenerator#normal}. A layer is a map from the names of
 * its parameters to their values, as its {@code state_dict()} has them.
 *
 * <p>X. Glorot and Y. Bengio, <em>Understanding the Difficulty of Training Deep Feedforward Neural Networks</em>, AISTATS
 * 2010, 249–256 (Xavier); K. He, X. Zhang, S. Ren and J. Sun, <em>Delving Deep into Rectifiers</em>, ICCV 2015, 1026–1034
 * (Kaiming).
 *
 * @since 0.1
 */
public final class TorchInit {

    private static final int GATES = 4;

    private final TorchGenerator generator;

    /** Creates initialisers that draw from a generator. */
    public TorchInit(TorchGenerator generator) {
        this.generator = generator;
    }

    /** Which number of a layer's connections Kaiming's methods keep the variance with. */
    public enum Mode {
        /** Those that come in, as PyTorch's {@code "fan_in"} says. */
        FAN_IN,
        /** Those that go out, as PyTorch's {@code "fan_out"} says. */
        FAN_OUT
    }

    /** The function that follows a layer, for PyTorch's {@code calculate_gain(nonlinearity, param)}. */
    public enum Nonlinearity {
        /** None, or a convolution. */
        LINEAR,
        /** The logistic function. */
        SIGMOID,
        /** The hyperbolic tangent. */
        TANH,
        /** The rectifier. */
        RELU,
        /** The rectifier with a slope for negative numbers. */
        LEAKY_RELU,
        /** The scaled exponential unit. */
        SELU;

        /**
         * Returns the gain.
         *
         * @param param the slope for negative numbers, of {@link #LEAKY_RELU} alone; PyTorch's default is 0.01
         */
        public double gain(double param) {
            return switch (this) {
                case LINEAR, SIGMOID -> 1;
                case TANH -> 5.0 / 3;
                case RELU -> Math.sqrt(2);
                case LEAKY_RELU -> Math.sqrt(2 / (1 + param * param));
                case SELU -> 0.75;
            };
        }
    }

    /**
     * Returns the values of PyTorch's {@code xavier_uniform_(empty(size), gain)}.
     *
     * @param size the shape: outputs, inputs, and those of a kernel
     * @throws IllegalArgumentException if that has fewer than two dimensions
     */
    public float[] xavierUniform(double gain, int... size) {
        return uniform(Math.sqrt(3) * xavier(gain, size), size);
    }

    /**
     * Returns the values of PyTorch's {@code xavier_normal_(empty(size), gain)}.
     *
     * @param size the shape: outputs, inputs, and those of a kernel
     * @throws IllegalArgumentException if that has fewer than two dimensions
     */
    public float[] xavierNormal(double gain, int... size) {
        return generator.normal(0, xavier(gain, size), product(size, 0));
    }

    /**
     * Returns the values of PyTorch's {@code kaiming_uniform_(empty(size), a, mode, nonlinearity)}, whose defaults are 0,
     * {@link Mode#FAN_IN} and {@link Nonlinearity#LEAKY_RELU}.
     *
     * @param a the slope for negative numbers
     * @param size the shape: outputs, inputs, and those of a kernel
     * @throws IllegalArgumentException if that has fewer than two dimensions
     */
    public float[] kaimingUniform(double a, Mode mode, Nonlinearity nonlinearity, int... size) {
        return uniform(Math.sqrt(3) * kaiming(a, mode, nonlinearity, size), size);
    }

    /**
     * Returns the values of PyTorch's {@code kaiming_normal_(empty(size), a, mode, nonlinearity)}, whose defaults are 0,
     * {@link Mode#FAN_IN} and {@link Nonlinearity#LEAKY_RELU}.
     *
     * @param a the slope for negative numbers
     * @param size the shape: outputs, inputs, and those of a kernel
     * @throws IllegalArgumentException if that has fewer than two dimensions
     */
    public float[] kaimingNormal(double a, Mode mode, Nonlinearity nonlinearity, int... size) {
        return generator.normal(0, kaiming(a, mode, nonlinearity, size), product(size, 0));
    }

    /** Returns {@code weight} and {@code bias} of PyTorch's {@code nn.Linear(in_features, out_features, bias)}. */
    public Map<String, float[]> linear(int inFeatures, int outFeatures, boolean bias) {
        return layer(bias, outFeatures, inFeatures);
    }

    /**
     * Returns {@code weight} and {@code bias} of PyTorch's {@code nn.Conv1d(in_channels, out_channels, kernel_size,
     * groups=groups, bias=bias)}.
     *
     * @throws IllegalArgumentException if {@code groups} does not divide both numbers of channels
     */
    public Map<String, float[]> conv1d(int inChannels, int outChannels, int kernelSize, int groups, boolean bias) {
        return layer(bias, outChannels, perGroup(inChannels, outChannels, groups), kernelSize);
    }

    /**
     * Returns {@code weight} and {@code bias} of PyTorch's {@code nn.Conv2d(in_channels, out_channels, (kernel_height,
     * kernel_width), groups=groups, bias=bias)}.
     *
     * @throws IllegalArgumentException if {@code groups} does not divide both numbers of channels
     */
    public Map<String, float[]> conv2d(
            int inChannels, int outChannels, int kernelHeight, int kernelWidth, int groups, boolean bias) {
        return layer(bias, outChannels, perGroup(inChannels, outChannels, groups), kernelHeight, kernelWidth);
    }

    /** Returns {@code weight} of PyTorch's {@code nn.Embedding(num_embeddings, embedding_dim)}. */
    public Map<String, float[]> embedding(int numEmbeddings, int embeddingDim) {
        Map<String, float[]> parameters = new LinkedHashMap<>();
        parameters.put("weight", generator.randn(product(new int[] {numEmbeddings, embeddingDim}, 0)));
        return parameters;
    }

    /**
     * Returns the parameters of PyTorch's {@code nn.LSTM(input_size, hidden_size, num_layers, bias,
     * bidirectional=bidirectional)}, from {@code weight_ih_l0} on.
     */
    public Map<String, float[]> lstm(
            int inputSize, int hiddenSize, int numLayers, boolean bias, boolean bidirectional) {
        Map<String, float[]> parameters = new LinkedHashMap<>();
        double bound = 1 / Math.sqrt(hiddenSize);
        int gates = Math.multiplyExact(GATES, hiddenSize);
        int directions = bidirectional ? 2 : 1;
        for (int layer = 0; layer < numLayers; layer++) {
            for (int direction = 0; direction < directions; direction++) {
                String name = "_l" + layer + (direction == 0 ? "" : "_reverse");
                int inputs = layer == 0 ? inputSize : directions * hiddenSize;
                parameters.put("weight_ih" + name, uniform(bound, gates, inputs));
                parameters.put("weight_hh" + name, uniform(bound, gates, hiddenSize));
                if (bias) {
                    parameters.put("bias_ih" + name, uniform(bound, gates));
                    parameters.put("bias_hh" + name, uniform(bound, gates));
                }
            }
        }
        return parameters;
    }

    private static int perGroup(int inChannels, int outChannels, int groups) {
        Arguments.require(groups > 0, () -> "groups must be a positive integer, got: " + groups);
        Arguments.require(
                inChannels % groups == 0,
                () -> "in_channels must be divisible by groups: " + inChannels + ", " + groups);
        Arguments.require(
                outChannels % groups == 0,
                () -> "out_channels must be divisible by groups: " + outChannels + ", " + groups);
        return inChannels / groups;
    }

    private Map<String, float[]> layer(boolean bias, int... size) {
        Map<String, float[]> parameters = new LinkedHashMap<>();
        parameters.put("weight", kaimingUniform(Math.sqrt(5), Mode.FAN_IN, Nonlinearity.LEAKY_RELU, size));
        if (bias) {
            int inputs = product(size, 1);
            parameters.put("bias", uniform(inputs > 0 ? 1 / Math.sqrt(inputs) : 0, size[0]));
        }
        return parameters;
    }

    private float[] uniform(double bound, int... size) {
        int count = product(size, 0);
        return count == 0 ? new float[0] : generator.uniform(-bound, bound, count);
    }

    private static double xavier(double gain, int... size) {
        return gain * Math.sqrt(2.0 / (fan(Mode.FAN_IN, size) + fan(Mode.FAN_OUT, size)));
    }

    private static double kaiming(double a, Mode mode, Nonlinearity nonlinearity, int... size) {
        return nonlinearity.gain(a) / Math.sqrt(fan(mode, size));
    }

    private static double fan(Mode mode, int... size) {
        Arguments.require(
                size.length >= 2,
                () -> "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions, got: "
                        + Arrays.toString(size));
        return (double) size[mode == Mode.FAN_IN ? 1 : 0] * product(size, 2);
    }

    /** Returns the number of values of a tensor's dimensions from one on. */
    private static int product(int[] size, int from) {
        return Arrays.stream(size, from, size.length).map(Arguments::size).reduce(1, Math::multiplyExact);
    }
}
