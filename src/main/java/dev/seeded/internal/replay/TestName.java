package dev.seeded.internal.replay;

import java.util.Optional;

/**
 * What names a failed test, or a class whose set-up failed.
 *
 * @param title what a person calls it, on one line
 * @param className the binary name of the class to select
 * @param method the method to select; empty for the class
 * @param uniqueId the JUnit unique id
 */
public record TestName(String title, String className, Optional<String> method, String uniqueId) {

    /** Returns the same test, for which a whole class is to be selected. */
    public TestName withClass(Class<?> selected) {
        return new TestName(title, selected.getName(), Optional.empty(), uniqueId);
    }
}
