package dev.seeded.parity;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A file of values that an original drew, and their comparison with ours.
 *
 * <p>Each line has the columns session, op, args, values and class, between tabs. A line with the op {@code seed} opens
 * a session, whose lines are drawn in order from one generator.
 */
final class VectorFile {

    /** How exact a value is expected to be. */
    enum Exactness {
        /** Equal in every bit. */
        E,
        /** Equal in every bit, in practice. */
        C,
        /** Within 3 ulp, as it went through a logarithm, sine or cosine. */
        L,
        /** Within a relative difference of 10<sup>-13</sup>, as rounding errors of such functions were multiplied. */
        R,
        /** Within 10<sup>-10</sup>, or that part of it, as differences of rounded values were divided or decomposed. */
        S,
        /** Not compared: depends on the processor's vector unit. */
        V,
        /** Not compared: depends on the version of PyTorch. */
        T;

        boolean isCompared() {
            return this != V && this != T;
        }
    }

    private static final int ULPS = 3;
    private static final double SUM_TOLERANCE = 6.7e-16;

    private final Path file;
    private final Map<Exactness, Integer> counts = new EnumMap<>(Exactness.class);

    private VectorFile(Path file) {
        this.file = file;
    }

    /**
     * Draws all values of a file again.
     *
     * @return the number of values of each class
     * @throws AssertionError naming file, row, column, expected and actual, at the first value that is off
     */
    static Map<Exactness, Integer> replay(Path file) throws IOException {
        VectorFile vectors = new VectorFile(file);
        vectors.replay();
        return vectors.counts;
    }

    private void replay() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Session session = null;
        String name = "";
        for (int i = 0; i < lines.size(); i++) {
            int row = i + 1;
            String[] columns = lines.get(i).split("\t", -1);
            if (columns.length != 5) {
                throw new AssertionError(at(row) + ": expected 5 columns but found " + columns.length);
            }
            String op = columns[1];
            String args = columns[2];
            try {
                if (op.equals("seed")) {
                    name = columns[0];
                    session = Session.open(file.getFileName().toString(), name, args);
                } else if (session == null || !columns[0].equals(name)) {
                    throw new IllegalArgumentException("session " + columns[0] + " was not opened by a seed");
                } else {
                    replay(session, row, op, new Args(args), columns[3], Exactness.valueOf(columns[4]));
                }
            } catch (IllegalArgumentException | IndexOutOfBoundsException refused) {
                throw new AssertionError(at(row) + " (" + op + " " + args + "): " + refused.getMessage(), refused);
            }
        }
    }

    private void replay(Session session, int row, String op, Args args, String values, Exactness exactness) {
        List<String> expected = values.equals("-") || values.isEmpty() ? List.of() : Arrays.asList(values.split(" "));
        counts.merge(exactness, expected.size(), Integer::sum);
        if (exactness == Exactness.V) {
            session.skipVectorised(op, args);
            return;
        }
        List<?> actual = session.draw(op, args);
        if (!exactness.isCompared()) {
            return;
        }
        for (int i = 0; i < expected.size() && i < actual.size(); i++) {
            if (!isEqual(expected.get(i), actual.get(i), exactness, op, args)) {
                throw new AssertionError(at(row) + ", column " + (i + 1) + " (" + op + " " + args + ", class "
                        + exactness + "): expected " + expected.get(i) + " but was " + actual.get(i));
            }
        }
        if (expected.size() != actual.size()) {
            throw new AssertionError(at(row) + " (" + op + " " + args + "): expected " + expected.size()
                    + " values but were " + actual.size());
        }
    }

    private String at(int row) {
        return file.getFileName() + ", row " + row;
    }

    private static boolean isEqual(String expected, Object actual, Exactness exactness, String op, Args args) {
        if (actual instanceof Double value) {
            return isEqual(
                    Double.parseDouble(expected.replace("nan", "NaN").replace("inf", "Infinity")),
                    value,
                    exactness,
                    op,
                    args);
        }
        if (actual instanceof Float value) {
            return isEqual(Float.parseFloat(expected), value, exactness);
        }
        if (actual instanceof Boolean value) {
            return expected.equals(value ? "1" : "0");
        }
        if (actual instanceof Integer || actual instanceof Long || actual instanceof BigInteger) {
            return new BigInteger(expected).equals(new BigInteger(actual.toString()));
        }
        return expected.equals(actual);
    }

    private static boolean isEqual(double expected, double actual, Exactness exactness, String op, Args args) {
        if (Double.doubleToLongBits(expected) == Double.doubleToLongBits(actual)) {
            return true;
        }
        double off = Math.abs(expected - actual);
        if (exactness == Exactness.R) {
            return off <= 1e-13 * Math.abs(expected);
        }
        if (exactness == Exactness.S) {
            return off <= 1e-10 * Math.max(1, Math.abs(expected));
        }
        if (exactness != Exactness.L) {
            return false;
        }
        if (op.startsWith("gauss") || op.startsWith("normal") || op.equals("laplace")) {
            double mean = args.real(0);
            return off <= SUM_TOLERANCE * (Math.abs(mean) + Math.abs(expected - mean));
        }
        return off <= ULPS * Math.ulp(expected);
    }

    private static boolean isEqual(float expected, float actual, Exactness exactness) {
        if (Float.floatToIntBits(expected) == Float.floatToIntBits(actual)) {
            return true;
        }
        return exactness == Exactness.L && Math.abs(expected - actual) <= ULPS * Math.ulp(expected);
    }
}
