package dev.seeded.internal.draws;

import dev.seeded.parity.PythonRandom;
import java.lang.reflect.Method;

/** Listens to the generators of {@link dev.seeded.parity}, which keeps the way in from users. */
public final class ParityRecording {

    private static final String PACKAGE = PythonRandom.class.getPackageName() + ".";

    private ParityRecording() {}

    /** Has a generator heard that has not drawn yet, if it is one that can be. */
    public static void begin(Object generator, DrawRecorder listener) {
        if (!generator.getClass().getName().startsWith(PACKAGE)) {
            return;
        }
        try {
            Method admit = Class.forName(PACKAGE + "ParityGenerator")
                    .getDeclaredMethod("recordDraws", Object.class, DrawRecorder.class);
            admit.setAccessible(true);
            admit.invoke(null, generator, listener);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
