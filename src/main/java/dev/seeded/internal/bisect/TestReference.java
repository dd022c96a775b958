package dev.seeded.internal.bisect;

import dev.seeded.internal.execution.TestSelection;

/**
 * A test method of Jupiter's that ran in this JVM, with all of its invocations, or a class whose tests could not run.
 *
 * @param id its unique id in Jupiter's engine
 * @param className the binary name of its class
 * @param method its method; empty for a class
 * @param parameters the types of the method's parameters, separated by commas
 * @param title what a person calls it
 */
record TestReference(String id, String className, String method, String parameters, String title) {

    boolean isInClassOf(TestReference other) {
        return className.equals(other.className);
    }

    /** Returns the unique id of the outermost class, all of whose tests run one after the other. */
    String outermostClass() {
        int end = id.indexOf("/[", id.indexOf("/[") + 1);
        return end < 0 ? id : id.substring(0, end);
    }

    TestSelection selected() {
        return new TestSelection(id);
    }
}
