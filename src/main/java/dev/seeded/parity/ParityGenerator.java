package dev.seeded.parity;

import dev.seeded.internal.draws.DrawRecorder;
import dev.seeded.internal.draws.ParityRecording;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;

/** What all generators of this package share: where their bits come from, how they start, and what outlasts a draw. */
abstract class ParityGenerator<B extends BitGenerator> {

    /** Each generator has it in a field of its own type too, which saves a cast at each draw. */
    final B source;

    static {
        ParityRecording.become(ParityGenerator::recordDraws);
    }

    private final String call;
    private String seed = "";

    /** The second of a pair of normal numbers, which the next call returns; NaN where there is none. */
    double spareNormal = Double.NaN;

    /** @param call what makes such a generator in Python, without the seed in parentheses */
    ParityGenerator(B source, String call) {
        this.source = source;
        this.call = call;
    }

    private static boolean recordDraws(Object generator, DrawRecorder recorder) {
        if (generator instanceof ParityGenerator<?> parity) {
            parity.source.recordDraws(recorder);
            return true;
        }
        return false;
    }

    /** Starts anew with the seed as Python writes it; the source has it already. */
    final void startAnew(String seed) {
        this.seed = seed;
        spareNormal = Double.NaN;
    }

    static double[] doubles(int size, DoubleSupplier draw) {
        double[] values = new double[Arguments.size(size)];
        Arrays.setAll(values, i -> draw.getAsDouble());
        return values;
    }

    static long[] longs(int size, LongSupplier draw) {
        long[] values = new long[Arguments.size(size)];
        Arrays.setAll(values, i -> draw.getAsLong());
        return values;
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** Returns the array with the function's value in place of each of its own. */
    static double[] mapped(double[] values, DoubleUnaryOperator function) {
        Arrays.setAll(values, i -> function.applyAsDouble(values[i]));
        return values;
    }

    /** Draws a double in [0, 1). */
    double nextDouble() {
        return source.nextDouble();
    }

    /** Returns a standard normal number by Box and Muller's method, every second time the one that was kept. */
    final double boxMuller() {
        double spare = takeSpareNormal();
        if (!Double.isNaN(spare)) {
            return spare;
        }
        double angle = 2 * Math.PI * nextDouble();
        double radius = Math.sqrt(-2 * Elementary.log(1 - nextDouble()));
        spareNormal = radius * Elementary.sin(angle);
        return radius * Elementary.cos(angle);
    }

    final double takeSpareNormal() {
        double spare = spareNormal;
        spareNormal = Double.NaN;
        return spare;
    }

    /** Returns the call that makes this generator in Python, {@code random.Random(42)}, say. */
    @Override
    public String toString() {
        return call + "(" + seed + ")";
    }
}
