package dev.seeded.internal.console;

import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Says every five seconds how far some work is: on one line where a person looks at a console. */
public final class ProgressLine implements AutoCloseable {

    private static final long PAUSE_IN_MILLISECONDS = 5_000;

    private final Timer timer = new Timer("seeded-progress", true);
    private final Supplier<String> text;
    private final boolean interactive;
    private final Consumer<String> output;
    private int width;
    private boolean closed;

    /**
     * Creates a line that is not shown of itself.
     *
     * @param text returns what is to be said; empty where that is nothing
     * @param interactive whether each text takes the place of the one before
     */
    public ProgressLine(Supplier<String> text, boolean interactive, Consumer<String> output) {
        this.text = text;
        this.interactive = interactive;
        this.output = output;
    }

    /** Returns a line on {@code System.err}. */
    @SuppressWarnings("SystemConsoleNull") // a JVM that always has one shows more lines, no other
    public static ProgressLine ofThisJvm(Supplier<String> text) {
        boolean interactive = System.console() != null;
        return new ProgressLine(text, interactive, interactive ? StandardError::write : StandardError::print);
    }

    /** Has it shown from now on. */
    public void start() {
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        show();
                    }
                },
                PAUSE_IN_MILLISECONDS,
                PAUSE_IN_MILLISECONDS);
    }

    /** Says how far the work is. */
    public synchronized void show() {
        String line = closed ? "" : text.get();
        if (line.isEmpty()) {
            return;
        }
        if (interactive) {
            String padding = " ".repeat(Math.max(0, width - line.length()));
            width = line.length();
            output.accept("\r" + line + padding);
        } else {
            output.accept(line);
        }
    }

    /** Clears the line, for something else to be said. */
    public synchronized void clear() {
        if (width > 0) {
            output.accept("\r" + " ".repeat(width) + "\r");
            width = 0;
        }
    }

    /** Says no more. */
    @Override
    public synchronized void close() {
        closed = true;
        timer.cancel();
        clear();
    }
}
