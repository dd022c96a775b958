package dev.seeded.parity;

import java.util.Arrays;
import java.util.List;

/** Prints arrays. Arguments are the precision, the shape, 3x4 say, and the values, which start over when there are too few. */
final class PrintedSession extends Session {

    @Override
    List<?> draw(String op, Args args) {
        int precision = args.size(0);
        int[] shape = Arrays.stream(args.text(1).split("x"))
                .mapToInt(Integer::parseInt)
                .toArray();
        double[] pool = args.reals(2);
        double[][] rows = new double[shape[0]][shape.length == 1 ? 1 : shape[1]];
        int i = 0;
        for (double[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                row[column] = pool[i++ % pool.length];
            }
        }
        double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        String text = switch (op) {
            case "numpy" -> shape.length == 1 ? Printed.numpy(flat, precision) : Printed.numpy(rows, precision);
            case "torch" ->
                shape.length == 1
                        ? Printed.torch(floats(flat), precision)
                        : Printed.torch(
                                Arrays.stream(rows).map(PrintedSession::floats).toArray(float[][]::new), precision);
            default -> throw unknown(op, args);
        };
        return List.of(text.replace(' ', '_').replace('\n', '|'));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
