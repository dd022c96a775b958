package dev.seeded.internal.launcher;

import dev.seeded.internal.note.EarlierTests;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/** Notes which tests run, of all engines: a later failure may depend on what they left. */
final class TestTrail {

    private TestTrail() {}

    static void started(TestIdentifier test) {
        if (test.getSource().orElse(null) instanceof MethodSource method) {
            EarlierTests.ofThisJvm().begin(method.getClassName(), () -> parents(method));
        }
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

    private static List<String> parents(MethodSource method) {
        try {
            return Stream.<Class<?>>iterate(
                            method.getJavaClass().getSuperclass(), found -> found != null, Class::getSuperclass)
                    .map(Class::getName)
                    .filter(name -> !name.equals("java.lang.Object"))
                    .toList();
        } catch (JUnitException | LinkageError unknown) {
            return List.of();
        }
    }
}
