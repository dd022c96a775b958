package dev.seeded.parity;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Draws random sessions of {@code torch.randint} from PyTorch 2.7 or later, whose ranges from 2<sup>28</sup> to
 * 2<sup>32</sup> - 1 older versions draw otherwise, for {@link VectorsTests}.
 *
 * <pre>
 * java -cp JARS src/test/java/dev/seeded/parity/TorchRandint.java SESSIONS [SEED] &gt; FOLDER/randint-torch.tsv
 * </pre>
 *
 * The jars are those that {@code src/it/djl} has from DJL, PyTorch 2.7.1 among them. The committed
 * {@code randint-torch.tsv} is 12 sessions with seed 1.
 */
final class TorchRandint {

    private static final long INT_VALUES = 1L << 32;

    private final Random random;

    private TorchRandint(long seed) {
        random = new Random(seed);
    }

    public static void main(String[] args) {
        int sessions = Integer.parseInt(args[0]);
        TorchRandint draws = new TorchRandint(args.length > 1 ? Long.parseLong(args[1]) : 1);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            for (int i = 0; i < sessions; i++) {
                draws.session("tr" + i, manager);
            }
        }
    }

    private void session(String name, NDManager manager) {
        int seed = random.nextInt();
        Engine.getEngine("PyTorch").setRandomSeed(seed);
        print(name, "seed", "int:" + seed, "-", "-");
        int draws = 1 + random.nextInt(20);
        for (int i = 0; i < draws; i++) {
            int size = random.nextInt(20);
            if (random.nextInt(4) == 0) { // shows how many words the draw before has taken
                NDArray drawn = manager.randomUniform(0, 1, new Shape(size));
                print(name, "rand", "" + size, values(drawn), "E");
            } else {
                randint(name, manager, size);
            }
        }
    }

    private void randint(String name, NDManager manager, int size) {
        long width = width();
        DataType type = random.nextInt(3) == 0 ? DataType.FLOAT64 : DataType.INT64;
        long low = random.nextInt(3) == 0 ? 0 : random.nextInt();
        if (width <= INT_VALUES && random.nextInt(3) == 0) {
            type = DataType.INT32;
            low = Integer.MIN_VALUE + (long) (random.nextDouble() * (INT_VALUES - width));
        } else if (width > 1L << 50) {
            type = DataType.INT64;
        }
        NDArray drawn = manager.randomInteger(low, low + width, new Shape(size), type);
        String args = String.join(",", "" + low, "" + (low + width), "" + size, type.toString());
        print(name, "randint", args, values(drawn), "E");
    }

    /** Returns the number of values of a range: often one from 2<sup>28</sup> on, or one at a border. */
    private long width() {
        return switch (random.nextInt(6)) {
            case 0 -> 1 + random.nextInt(1 << 28);
            case 1 -> (1L << 28 + random.nextInt(6)) + random.nextInt(3) - 1;
            case 2 -> INT_VALUES + (random.nextLong() >>> 2 + random.nextInt(30));
            default -> (1L << 28) + (long) (random.nextDouble() * (INT_VALUES - (1L << 28)));
        };
    }

    private static String values(NDArray drawn) {
        return Arrays.stream(drawn.toArray()).map(Object::toString).collect(Collectors.joining(" "));
    }

    private static void print(String session, String op, String args, String values, String exactness) {
        System.out.println(String.join("\t", session, op, args, values.isEmpty() ? "-" : values, exactness));
    }
}
