package dev.seeded.internal.note;

/** What a context was given from its test seed: a generator, the seed itself, or seeding of something beyond the test. */
public enum Given {
    /** Nothing. */
    NOTHING,
    /** Something that a pin fixes. */
    PINNED,
    /** Something that the run seed decides. */
    DERIVED;

    /** Returns what two contexts together were given. */
    public Given and(Given other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
