package dev.seeded.internal.jvm.hooks;

/** How many tests run. Static, because the patched methods have nothing else to ask, and plain, because they ask often. */
public final class OpenScopes {

    /** How many seed or watch; patched generators read this before anything else. */
    public static int drawing;

    /** How many have an order of their own for what has none; patched iterations read this first. */
    static int ordering;

    /** How many have a time of their own; patched clocks read this first. */
    static int timed;

    /** How many there are; nothing happens to threads and tasks while there are none. */
    static int all;

    /** Whether there ever was one: from then on something may end that began in one. */
    static boolean everAny;

    private OpenScopes() {}

    static synchronized void enter(RunningScope test) {
        everAny = true;
        all++;
        if (test.drawing) {
            drawing++;
        }
        if (test.orders != 0) {
            ordering++;
        }
        if (test.clock != null) {
            timed++;
        }
    }

    /** Closes a test; returns whether it was open. */
    static synchronized boolean leave(RunningScope test) {
        if (!test.open) {
            return false;
        }
        all--;
        if (test.drawing) {
            drawing--;
        }
        if (test.orders != 0) {
            ordering--;
        }
        if (test.clock != null) {
            timed--;
        }
        test.open = false;
        test.drawing = false;
        return true;
    }
}
