package dev.seeded.internal.replay;

import java.util.Optional;

/**
 * What a command selects.
 *
 * @param selection how much that is
 * @param className the binary name of the class; where the whole run is selected, of one that belongs to it
 * @param method the method; empty for the class
 * @param uniqueId the JUnit unique id
 */
public record Target(Selection selection, String className, Optional<String> method, String uniqueId) {

    private static final String EVERY = "*";

    /** Returns the class, or a wildcard for all. */
    String classPattern() {
        return selection == Selection.RUN ? EVERY : className;
    }

    /** Returns the method, or a wildcard for all. */
    String methodPattern() {
        return method.orElse(EVERY);
    }
}
