package dev.seeded.internal.draws;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The way to record the draws of the generators of {@code dev.seeded.parity}, which keeps it from users: the first of them
 * brings it along. Static, as the JDK's own secrets between packages are, and written once.
 */
public final class ParityRecording {

    private static volatile @Nullable BiPredicate<Object, DrawRecorder> recording;

    private ParityRecording() {}

    /** Takes what records the draws of a generator that has not drawn yet; it returns whether it is one of these. */
    public static void become(BiPredicate<Object, DrawRecorder> way) {
        recording = way;
    }

    /** Begins to record the draws of a generator; returns whether it is one of these. */
    static boolean begin(Object generator, DrawRecorder recorder) {
        BiPredicate<Object, DrawRecorder> way = recording;
        return way != null && way.test(generator, recorder);
    }
}
