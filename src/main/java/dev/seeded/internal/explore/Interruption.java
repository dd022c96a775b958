package dev.seeded.internal.explore;

import dev.seeded.internal.console.StandardError;
import java.util.function.Supplier;

/** What is still said when somebody ends the JVM before the work is done, with Ctrl-C, say. */
final class Interruption {

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** Has the text written if the JVM ends before the interruption is revoked. */
    static Interruption announcing(Supplier<String> text) {
        Thread hook = new Thread(
                () -> StandardError.printNow("Seeded: interrupted; so far:\n" + text.get()), "seeded-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    void revoke() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // Then it has been written.
        }
    }
}
