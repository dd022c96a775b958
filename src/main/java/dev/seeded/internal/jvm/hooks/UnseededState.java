package dev.seeded.internal.jvm.hooks;

import java.io.Serial;
import java.util.concurrent.atomic.AtomicLong;

/** The state of a {@code Random} that was created without a seed. */
final class UnseededState extends AtomicLong {

    @Serial
    private static final long serialVersionUID = 1;

    /** Whether it was given a seed since. */
    boolean explicit;

    /** A plain write is enough for what is in a final field, and saves the fence of a volatile one. */
    UnseededState(long seed) {
        setPlain(seed);
    }
}
