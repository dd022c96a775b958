package dev.seeded.testing;

/** Counts calls, which a static field of this type keeps from test to test. */
public final class Counter {

    private int count;

    /** Counts, and returns the number of calls so far. */
    public int next() {
        return ++count;
    }
}
