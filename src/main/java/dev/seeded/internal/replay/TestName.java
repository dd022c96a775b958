package dev.seeded.internal.replay;

import dev.seeded.internal.seed.Identity;
import java.util.List;
import java.util.Optional;

/**
 * The names of a test, or of a class.
 *
 * @param title what a person calls it, on one line
 * @param className the binary name of the class to select
 * @param method the method to select; empty for the class
 * @param uniqueId the JUnit unique id
 * @param outermostClass the binary name of the class around all others whose tests have run
 */
public record TestName(
        String title, String className, Optional<String> method, String uniqueId, String outermostClass) {

    private static final List<String> NESTED = List.of("/[nested-class:", "/[nested-class-template:");

    /** Returns the name of a test before which none of the classes around its own ran: to select these would not be the same. */
    public TestName inClassAlone() {
        return new TestName(title, className, method, uniqueId, className);
    }

    /** Returns how much a command selects, which is less where the classes around the test's own have not run. */
    public Selection selected(Selection wanted) {
        return wanted == Selection.CLASS && !classId().equals(firstSegments(2)) ? Selection.NESTED : wanted;
    }

    /** Returns what a command selects to run this much again. */
    public Target target(Selection selection) {
        return switch (selection) {
            // A dynamic test draws from its factory's generator, after those before it: the factory runs again.
            case TEST -> new Target(selection, className, method, Identity.factory(uniqueId));
            case NESTED, CLASS -> new Target(selection, outermostClass, Optional.empty(), classId());
            case RUN -> new Target(selection, outermostClass, Optional.empty(), firstSegments(1));
        };
    }

    /** Returns the id of the outermost class, which is a nested one where that ran alone. */
    private String classId() {
        int nested = NESTED.stream().mapToInt(uniqueId::lastIndexOf).max().orElse(-1);
        if (nested < 0 || !outermostClass.equals(className)) {
            return firstSegments(2);
        }
        int end = uniqueId.indexOf(']', nested);
        boolean isNested = className.endsWith("$" + uniqueId.substring(uniqueId.indexOf(':', nested) + 1, end));
        return isNested ? uniqueId.substring(0, end + 1) : firstSegments(2);
    }

    /** Returns the id of what the test lies in: of the engine, or of the outermost class. */
    private String firstSegments(int count) {
        int jupiter = uniqueId.lastIndexOf("[engine:");
        int end = Math.max(jupiter, 0);
        for (int segment = 0; segment < count && end >= 0; segment++) {
            end = uniqueId.indexOf("/[", end + 1);
        }
        return end < 0 ? uniqueId : uniqueId.substring(0, end);
    }
}
