package dev.seeded.internal.memory;

/** What is still done when somebody ends the JVM before the work is done, with Ctrl-C or {@code System.exit}, say. */
public final class AtShutdown implements AutoCloseable {

    /** Does nothing. */
    static final AtShutdown NOTHING = new AtShutdown(new Thread());

    private final Thread hook;

    private AtShutdown(Thread hook) {
        this.hook = hook;
    }

    /** Has an action run if the JVM ends before the result is closed. */
    public static AtShutdown run(Runnable action) {
        AtShutdown registered = new AtShutdown(new Thread(action, "seeded-shutdown"));
        try {
            Runtime.getRuntime().addShutdownHook(registered.hook);
        } catch (IllegalStateException tooLate) {
            // It ends already.
        }
        return registered;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException tooLate) {
            // It ends, and so the action runs.
        }
    }
}
