package dev.seeded.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Catches what is written to {@code System.err}; tests that use it hold the lock on {@code Resources.SYSTEM_ERR}. */
public final class ErrorOutput {

    private ErrorOutput() {}

    /** Runs an action and returns what was written to {@code System.err} meanwhile. */
    public static String of(Runnable action) {
        PrintStream original = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(original);
        }
        return written.toString(StandardCharsets.UTF_8);
    }
}
