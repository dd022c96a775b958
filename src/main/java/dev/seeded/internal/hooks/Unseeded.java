package dev.seeded.internal.hooks;

import java.io.Serial;
import java.util.concurrent.atomic.AtomicLong;

/** The state of a {@code Random} that was created without a seed. */
final class Unseeded extends AtomicLong {

    @Serial
    private static final long serialVersionUID = 1;

    /** Whether it was given a seed since. */
    boolean explicit;

    Unseeded(long seed) {
        super(seed);
    }
}
