package dev.seeded.internal.draws;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to record the draws of the generators of {@code dev.seeded.parity}, which keeps it from users: the first of them
 * brings it along. Static, as the JDK's own secrets between packages are, and written once.
 */
public final class ParityRecording {

    private static volatile @Nullable BiConsumer<Object, DrawRecorder> recording;

    private ParityRecording() {}

    /** Takes what records the draws of a generator that has not drawn yet, if it is one of these. */
    public static void become(BiConsumer<Object, DrawRecorder> way) {
        recording = way;
    }

    static void begin(Object generator, DrawRecorder recorder) {
        BiConsumer<Object, DrawRecorder> way = recording;
        if (way != null) {
            way.accept(generator, recorder);
        }
    }
}
