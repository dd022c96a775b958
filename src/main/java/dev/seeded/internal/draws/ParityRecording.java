package dev.seeded.internal.draws;

import dev.seeded.parity.PythonRandom;
import java.lang.reflect.Method;

/** Records the draws of the generators of {@link dev.seeded.parity}, which keeps the way in from users. */
public final class ParityRecording {

    private static final String PACKAGE = PythonRandom.class.getPackageName() + ".";

    private ParityRecording() {}

    /** Has the draws of a generator recorded that has not drawn yet, if it is one of these. */
    public static void begin(Object generator, DrawRecorder recorder) {
        if (!generator.getClass().getName().startsWith(PACKAGE)) {
            return;
        }
        try {
            Method admit = Class.forName(PACKAGE + "ParityGenerator")
                    .getDeclaredMethod("recordDraws", Object.class, DrawRecorder.class);
            admit.setAccessible(true);
            admit.invoke(null, generator, recorder);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
