package dev.seeded.internal.jvm.hooks;

import java.io.Serial;
import java.util.concurrent.atomic.AtomicLong;

/** The state of a {@code Random} that was created without a seed. */
final class UnseededState extends AtomicLong {

    @Serial
    private static final long serialVersionUID = 1;

    private final long initial;

    /** Whether it was given a seed since. */
    boolean explicit;

    /** Whether a test drew from its streams instead of this. */
    boolean seeded;

    /** A plain write is enough for what is in a final field, and saves the fence of a volatile one. */
    UnseededState(long seed) {
        initial = seed;
        setPlain(seed);
    }

    /** Returns whether anything was ever drawn from this, rather than from a generator that a subclass has. */
    boolean isDrawnFrom() {
        return seeded || get() != initial;
    }
}
