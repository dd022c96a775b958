package dev.seeded.internal.replay;

/** How much has to run again so that a failure comes back. */
public enum Selection {
    /** The test alone: its method, or its invocation where the tool can select one. */
    TEST,
    /** All tests of the nested class that the test is in, without those of the classes around. */
    NESTED,
    /** All tests of the outermost class that the test is in. */
    CLASS,
    /** All tests that this tool ran. */
    RUN
}
