package org.junit.internal;

/** Stands in for JUnit 4's class of this name, by which Jupiter tells an aborted test. */
public class AssumptionViolatedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public AssumptionViolatedException(String message) {
        super(message);
    }
}
