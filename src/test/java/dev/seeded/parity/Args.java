package dev.seeded.parity;

import java.math.BigInteger;
import java.util.Arrays;

/** The arguments of an op, which a vector file has between commas. */
final class Args {

    private final String text;
    private final String[] parts;

    Args(String text) {
        this.text = text;
        this.parts = text.isEmpty() || text.equals("-") ? new String[0] : text.split(",", -1);
    }

    int length() {
        return parts.length;
    }

    String text(int index) {
        return parts[index];
    }

    int size(int index) {
        return Integer.parseInt(parts[index]);
    }

    long number(int index) {
        return Long.parseLong(parts[index]);
    }

    BigInteger big(int index) {
        return new BigInteger(parts[index]);
    }

    double real(int index) {
        return Double.parseDouble(parts[index]);
    }

    boolean flag(int index) {
        return switch (parts[index]) {
            case "1", "True", "true" -> true;
            case "0", "False", "false" -> false;
            default -> throw new IllegalArgumentException("not a flag: " + parts[index]);
        };
    }

    double[] reals(int from) {
        return Arrays.stream(parts, from, parts.length)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    int[] ints(int from) {
        return Arrays.stream(parts, from, parts.length)
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** The next values, as rows of a square. */
    double[][] square(int from, int size) {
        double[][] square = new double[size][];
        for (int i = 0; i < size; i++) {
            square[i] = Arrays.copyOfRange(reals(from), i * size, (i + 1) * size);
        }
        return square;
    }

    BigInteger[] bigs() {
        return Arrays.stream(parts).map(BigInteger::new).toArray(BigInteger[]::new);
    }

    @Override
    public String toString() {
        return text;
    }
}
