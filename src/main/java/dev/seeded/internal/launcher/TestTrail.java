package dev.seeded.internal.launcher;

import dev.seeded.internal.note.EarlierTests;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/** Notes which tests run, of all engines: a later failure may depend on what they left. */
final class TestTrail {

    private TestTrail() {}

    static void started(TestIdentifier test) {
        TestSource source = test.getSource().orElse(null);
        if (test.isTest() && source instanceof MethodSource method) {
            EarlierTests earlier = EarlierTests.ofThisJvm();
            if (earlier.begin(method.getClassName())) {
                addParents(method, earlier);
            }
        } else if (source instanceof ClassSource type && isClass(test)) {
            EarlierTests.ofThisJvm().beginClass(type.getClassName());
        }
    }

    /** Invocations of a class have the same source. */
    private static boolean isClass(TestIdentifier test) {
        String kind = test.getUniqueIdObject().getLastSegment().getType();
        return kind.equals("class") || kind.equals("class-template");
    }

    static void finished(TestIdentifier test) {
        TestSource source = test.getSource().orElse(null);
        if (source instanceof MethodSource method) {
            EarlierTests.ofThisJvm().end(method.getClassName(), method.getMethodName());
        } else if (source instanceof ClassSource type) {
            EarlierTests.ofThisJvm().end(type.getClassName(), "");
        } else {
            EarlierTests.ofThisJvm().end(test.getDisplayName(), "");
        }
    }

    private static void addParents(MethodSource method, EarlierTests earlier) {
        try {
            Class<?> parent = method.getJavaClass().getSuperclass();
            while (parent != null && parent != Object.class) {
                earlier.extend(method.getClassName(), parent.getName());
                parent = parent.getSuperclass();
            }
        } catch (JUnitException | LinkageError unknown) {
            // Another engine may name what is not there.
        }
    }
}
