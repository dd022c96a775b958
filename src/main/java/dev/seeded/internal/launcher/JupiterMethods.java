package dev.seeded.internal.launcher;

import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** The test methods that Jupiter itself runs. */
final class JupiterMethods {

    static final String ENGINE = "[engine:junit-jupiter]";

    private JupiterMethods() {}

    /** Counts those of a plan, before it has any invocations. */
    static long count(TestPlan plan) {
        return plan.countTestIdentifiers(
                test -> isMethod(test) && test.getUniqueId().startsWith(ENGINE));
    }

    private static boolean isMethod(TestIdentifier test) {
        Optional<TestSource> source = test.getSource();
        return source.filter(MethodSource.class::isInstance).isPresent();
    }
}
