package dev.seeded.internal.console;

import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Says how far some work is: every second on one line where a person looks at a terminal; in a log every ten seconds, and ever less
 * often after a minute.
 */
public final class ProgressLine implements AutoCloseable {

    private static final long SECOND_IN_MILLISECONDS = 1_000;
    private static final long SHORTEST_PAUSE = 10;

    /** CI systems end what says nothing for ten minutes. */
    private static final long LONGEST_PAUSE = 300;

    private final Timer timer = new Timer("seeded-progress", true);
    private final Supplier<String> text;
    private final boolean interactive;
    private final Consumer<String> output;
    private long seconds;
    private long next = SHORTEST_PAUSE;
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
    public static ProgressLine ofThisJvm(Supplier<String> text) {
        boolean interactive = Terminal.isThere();
        return new ProgressLine(text, interactive, interactive ? StandardError::write : StandardError::print);
    }

    /** Has it shown from now on. */
    public void start() {
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        passSecond();
                    }
                },
                SECOND_IN_MILLISECONDS,
                SECOND_IN_MILLISECONDS);
    }

    /** Says how far the work is, if it is time to. */
    void passSecond() {
        seconds++;
        if (interactive || seconds >= next) {
            next = seconds + Math.max(SHORTEST_PAUSE, Math.min(seconds / 6, LONGEST_PAUSE));
            show();
        }
    }

    /** Says how far the work is. */
    public synchronized void show() {
        String line = closed ? "" : text.get();
        if (line.isEmpty()) {
            return;
        }
        if (interactive) {
            int before = width;
            width = Terminal.width(line);
            String padding = " ".repeat(Math.max(0, before - width));
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
