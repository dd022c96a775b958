package dev.seeded.internal.explore;

/** A way to run the tests of a class more than once. */
@FunctionalInterface
interface Mode {

    /** Runs the tests, and reports each once. */
    void explore(ClassExploration tests);

    /** Says what is to be said of all classes together. */
    default void end() {}
}
