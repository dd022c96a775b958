package dev.seeded.parity;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Draws from {@link TorchGenerator}. */
final class TorchSession extends Session {

    private static final int BLOCK = 16;

    private final TorchGenerator torch;

    TorchSession(String seed) {
        if (!seed.startsWith("int:")) {
            throw unknownSeed(seed);
        }
        torch = new TorchGenerator(new BigInteger(seed.substring("int:".length())).longValue());
    }

    @Override
    List<?> draw(String op, Args args) {
        return switch (op) {
            case "rand" -> list(torch.rand(args.size(0)));
            case "rand64" -> list(torch.rand64(args.size(0)));
            case "randn" -> list(torch.randn(args.size(0)));
            case "randn64" -> list(torch.randn64(args.size(0)));
            case "normal" -> list(torch.normal(args.real(0), args.real(1), args.size(2)));
            case "normal64" -> list(torch.normal64(args.real(0), args.real(1), args.size(2)));
            case "randint" -> randint(args.number(0), args.number(1), args.size(2), args.text(3));
            case "random_" -> list(torch.random(args.size(0)));
            case "randperm" -> list(torch.randperm(args.size(0)));
            case "bernoulli" -> {
                float[] p = new float[args.size(1)];
                Arrays.fill(p, Float.parseFloat(args.text(0)));
                yield list(torch.bernoulli(p));
            }
            default -> throw unknown(op, args);
        };
    }

    private List<?> randint(long low, long high, int size, String dtype) {
        if (dtype.equals("int32")) {
            return list(torch.randint32(low, high, size));
        }
        long[] values = torch.randint(low, high, size);
        return switch (dtype) {
            case "f32", "float32" ->
                Arrays.stream(values).mapToObj(value -> (float) value).toList();
            case "f64", "float64" ->
                Arrays.stream(values).mapToObj(value -> (double) value).toList();
            case "bool" -> Arrays.stream(values).mapToObj(value -> value != 0).toList();
            case "uint8", "int8", "int16", "int64" -> list(values);
            default -> throw new IllegalArgumentException("unknown dtype " + dtype);
        };
    }

    @Override
    void skipVectorised(String op, Args args) {
        switch (op) {
            case "uniform" -> torch.rand(args.size(2));
            case "randn" -> torch.rand(uniformsOfNormals(args.size(0)));
            case "normal" -> torch.rand(uniformsOfNormals(args.size(2)));
            default -> throw unknown(op, args);
        }
    }

    /** Returns how many values go into a block-wise fill, which draws the last block again when it is not full. */
    private static int uniformsOfNormals(int size) {
        return size % BLOCK == 0 ? size : size + BLOCK;
    }
}
