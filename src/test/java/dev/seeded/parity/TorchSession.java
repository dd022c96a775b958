package dev.seeded.parity;

import dev.seeded.parity.TorchInit.Mode;
import dev.seeded.parity.TorchInit.Nonlinearity;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Draws from {@link TorchGenerator}. */
final class TorchSession extends Session {

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
            case "rand_shape" -> flat(torch.rand(args.size(0), args.size(1)));
            case "rand_cube" -> flat(torch.rand(args.size(0), args.size(1), args.size(2)));
            case "randn_shape" -> flat(torch.randn(args.size(0), args.size(1)));
            case "randn_cube" -> flat(torch.randn(args.size(0), args.size(1), args.size(2)));
            case "rand64" -> list(torch.rand64(args.size(0)));
            case "randn" -> list(torch.randn(args.size(0)));
            case "randn_digest" -> List.of(digest(torch.randn(args.size(0))));
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
            case "bernoulli_" -> list(torch.bernoulli(args.real(0), args.size(1)));
            case "dropout" -> list(torch.dropout(args.real(0), args.size(1)));
            case "uniform" -> list(torch.uniform(args.real(0), args.real(1), args.size(2)));
            case "uniform64" -> list(torch.uniform64(args.real(0), args.real(1), args.size(2)));
            case "exponential" -> list(torch.exponential(args.real(0), args.size(1)));
            case "exponential64" -> list(torch.exponential64(args.real(0), args.size(1)));
            case "log_normal" -> list(torch.logNormal(args.real(0), args.real(1), args.size(2)));
            case "multinomial" -> list(torch.multinomial(weights(args), args.size(0), args.flag(1)));
            case "get_state" -> {
                String line = torch.getRngState();
                torch.manualSeed(0).setRngState(line);
                yield List.of(stateDigest(line));
            }
            case "set_state" -> list(torch.setRngState(args.text(0)).rand(args.size(1)));
            case "init" -> init(args);
            default -> throw unknown(op, args);
        };
    }

    /** Takes one word for each integer, as PyTorch did up to 2.6. */
    @Override
    void skip(String op, Args args) {
        if (!op.equals("randint")) {
            throw unknown(op, args);
        }
        torch.rand(args.size(2));
    }

    /** Returns the SHA-256 of a state's bytes but for the spare normal number, which is not exact. */
    private static String stateDigest(String line) {
        byte[] bytes = HexFormat.of().parseHex(line.substring(line.indexOf('\'') + 1, line.lastIndexOf('\'')));
        Arrays.fill(bytes, 5024, 5032, (byte) 0);
        return sha256(bytes);
    }

    private static List<?> flat(float[]... rows) {
        return Stream.of(rows).flatMap(row -> list(row).stream()).toList();
    }

    private static List<?> flat(float[][][] tables) {
        return flat(Stream.of(tables).flatMap(Stream::of).toArray(float[][]::new));
    }

    private static String digest(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return sha256(bytes.array());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<?> init(Args args) {
        TorchInit init = new TorchInit(torch);
        String name = args.text(0);
        int first = name.startsWith("xavier") ? 2 : name.startsWith("kaiming") ? 4 : 1;
        int[] size =
                Arrays.stream(args.texts(first)).mapToInt(Integer::parseInt).toArray();
        return switch (name) {
            case "xavier_uniform" -> list(init.xavierUniform(args.real(1), size));
            case "xavier_normal" -> list(init.xavierNormal(args.real(1), size));
            case "kaiming_uniform" -> list(init.kaimingUniform(args.real(1), mode(args), nonlinearity(args), size));
            case "kaiming_normal" -> list(init.kaimingNormal(args.real(1), mode(args), nonlinearity(args), size));
            case "Linear" -> list(init.linear(size[0], size[1], size[2] == 1));
            case "Conv1d" -> list(init.conv1d(size[0], size[1], size[2], size[3], size[4] == 1));
            case "Conv2d" -> list(init.conv2d(size[0], size[1], size[2], size[3], size[4], size[5] == 1));
            case "Embedding" -> list(init.embedding(size[0], size[1]));
            case "LSTM" -> list(init.lstm(size[0], size[1], size[2], size[3] == 1, size[4] == 1));
            default -> throw unknown("init", args);
        };
    }

    private static Mode mode(Args args) {
        return Mode.valueOf(args.text(2).toUpperCase(Locale.ROOT));
    }

    private static Nonlinearity nonlinearity(Args args) {
        return Nonlinearity.valueOf(args.text(3).toUpperCase(Locale.ROOT));
    }

    /** Returns the names of a layer's parameters, each with its values. */
    private static List<?> list(Map<String, float[]> parameters) {
        List<Object> list = new ArrayList<>();
        parameters.forEach((name, values) -> {
            list.add(name);
            list.addAll(list(values));
        });
        return list;
    }

    private static float[] weights(Args args) {
        String[] texts = args.texts(2);
        float[] weights = new float[texts.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Float.parseFloat(texts[i]);
        }
        return weights;
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
}
