package dev.seeded.internal.jvm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which test each thread runs, for JVMs without the agent. Tests are noted when they begin and never taken away: at the
 * end of most there would be nothing else to do, and that little would cost more than all the rest. Instead, those that
 * are over are passed by when somebody asks.
 */
public final class ThreadContexts {

    /** Static, because code that asks for the current test has nothing at hand but its thread. */
    private static final ThreadLocal<@Nullable Entry> LAST_BEGUN = new ThreadLocal<>();

    private ThreadContexts() {}

    /** A test, or a class, that a thread has begun. */
    public abstract static class Entry {

        private @Nullable Entry below;

        /** Returns whether this takes the place of the other: it is known to be over, or is the same. */
        protected abstract boolean replaces(Entry other);

        /** Returns whether it is over. */
        protected abstract boolean isOver();

        /** Returns its seed, which somebody needs; empty if it is over. */
        protected abstract Optional<Long> seed();
    }

    /** Notes that this thread begins a test, inside of those that are not over. */
    public static void begin(Entry test) {
        Entry latest = LAST_BEGUN.get();
        test.below = latest != null && test.replaces(latest) ? latest.below : unfinished(latest);
        LAST_BEGUN.set(test);
    }

    /** Returns code that another thread runs for this one, within the tests that this one runs. */
    public static Runnable here(Runnable code) {
        Entry latest = LAST_BEGUN.get();
        return () -> {
            LAST_BEGUN.set(latest);
            code.run();
        };
    }

    /** Returns the seed of the innermost test that this thread runs. */
    static Optional<Long> seed() {
        for (Entry test = unfinished(LAST_BEGUN.get()); test != null; test = unfinished(test.below)) {
            Optional<Long> seed = test.seed();
            if (seed.isPresent()) {
                return seed;
            }
        }
        return Optional.empty();
    }

    private static @Nullable Entry unfinished(@Nullable Entry latest) {
        Entry test = latest;
        while (test != null && test.isOver()) {
            test = test.below;
        }
        return test;
    }
}
