package dev.seeded.parity;

import java.math.BigInteger;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** One generator that draws what a vector file says. */
abstract class Session {

    /**
     * Opens a session of the system that the file's name tells, or else the session's.
     *
     * @throws IllegalArgumentException if neither does, or the seed has another form than the system takes
     */
    static Session open(String file, String session, String seed) {
        if (file.contains("printed")) {
            return new PrintedSession();
        }
        if (file.contains("np_legacy") || session.startsWith("nl")) {
            return new NumPyRandomStateSession(seed);
        }
        if (file.contains("np_gen") || session.startsWith("ng")) {
            return new NumPyGeneratorSession(seed);
        }
        if (file.contains("torch") || session.startsWith("to")) {
            return new TorchSession(seed);
        }
        if (file.contains("python") || session.startsWith("py")) {
            return new PythonSession(seed);
        }
        throw new IllegalArgumentException("neither file nor session tell the system: " + session);
    }

    /**
     * Draws the values of an op.
     *
     * @throws IllegalArgumentException if the op is unknown
     */
    abstract List<?> draw(String op, Args args);

    /**
     * Takes what an op took from the generator in another version than ours, so that the next values are right.
     *
     * @throws IllegalArgumentException if that is unknown
     */
    void skip(String op, Args args) {
        throw unknown(op, args);
    }

    static IllegalArgumentException unknown(String op, Args args) {
        return new IllegalArgumentException("unknown op " + op + " with " + args.length() + " arguments");
    }

    static IllegalArgumentException unknownSeed(String seed) {
        return new IllegalArgumentException("unknown form of a seed: " + seed);
    }

    static <T> List<T> times(int count, Supplier<T> draw) {
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(draw.get());
        }
        return values;
    }

    static List<?> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }

    static List<?> list(long[] values) {
        return LongStream.of(values).boxed().toList();
    }

    static List<?> list(double[][] rows) {
        return list(Stream.of(rows).flatMapToDouble(DoubleStream::of).toArray());
    }

    static List<?> list(double[][][] tables) {
        return Stream.of(tables)
                .flatMap(Stream::of)
                .flatMap(row -> list(row).stream())
                .toList();
    }

    static List<?> list(long[][] rows) {
        return list(Stream.of(rows).flatMapToLong(LongStream::of).toArray());
    }

    /** Returns a table of the numbers from 0 on. */
    static double[][] rows(Args args) {
        double[][] rows = new double[args.size(0)][args.size(1)];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = i * rows[i].length + j;
            }
        }
        return rows;
    }

    /** Returns the mean of vectors, which follows their number and dimension. */
    static double[] mean(Args args) {
        return Arrays.copyOf(args.reals(2), args.size(1));
    }

    /** Returns the covariances, which follow that. */
    static double[][] covariances(Args args) {
        int n = args.size(1);
        double[] values = args.reals(2);
        return IntStream.rangeClosed(1, n)
                .mapToObj(row -> Arrays.copyOfRange(values, row * n, (row + 1) * n))
                .toArray(double[][]::new);
    }

    static List<?> list(int[] values) {
        return IntStream.of(values).boxed().toList();
    }

    static List<?> list(float[] values) {
        List<Float> list = new ArrayList<>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }

    static List<?> list(boolean[] values) {
        List<Boolean> list = new ArrayList<>();
        for (boolean value : values) {
            list.add(value);
        }
        return list;
    }

    static List<?> hex(byte[] bytes) {
        return bytes.length == 0 ? List.of() : List.of(HexFormat.of().formatHex(bytes));
    }

    static List<Integer> range(int n) {
        return new ArrayList<>(virtualRange(n));
    }

    /** A range that takes no memory. */
    static List<Integer> virtualRange(int n) {
        return new Range(n);
    }

    static BigInteger[] bigs(String list) {
        return new Args(list).bigs();
    }

    private static final class Range extends AbstractList<Integer> implements RandomAccess {

        private final int size;

        Range(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            return index;
        }

        @Override
        public int size() {
            return size;
        }
    }
}
