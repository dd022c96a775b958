package dev.seeded.parity;

import dev.seeded.internal.draws.DrawRecorder;
import java.util.function.DoubleSupplier;

/**
 * What all generators of this package share.
 *
 * @param <B> where the bits come from
 */
abstract class ParityGenerator<B extends BitGenerator> {

    final B source;

    ParityGenerator(B source) {
        this.source = source;
    }

    /**
     * Has the draws of a generator recorded from now on, if it is one of this package. Not for users: {@link
     * dev.seeded.internal.draws.ParityRecording} calls this by reflection.
     */
    static void recordDraws(Object generator, DrawRecorder recorder) {
        if (generator instanceof ParityGenerator<?> parity) {
            parity.source.recordDraws(recorder);
        }
    }

    static double[] doubles(int size, DoubleSupplier draw) {
        double[] values = new double[Arguments.size(size)];
        for (int i = 0; i < size; i++) {
            values[i] = draw.getAsDouble();
        }
        return values;
    }
}
