package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.StandardError;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Says every five seconds how far the work is, however long a run takes: on one line where a person looks at a console. */
final class Progress implements AutoCloseable {

    private static final long PAUSE_IN_MILLISECONDS = 5_000;

    private final Timer timer = new Timer("seeded-progress", true);
    private final String name;
    private final Supplier<Optional<Seed>> running;
    private final Quota quota;
    private final boolean interactive;
    private final Consumer<String> output;
    private long runs;
    private long failures;

    /** When it will be over, as far as one can tell, on the clock of the quota; known after the first run. */
    private long end;

    private int width;
    private boolean closed;

    /** @param running returns the seed of the run that goes on */
    Progress(String name, Supplier<Optional<Seed>> running, Quota quota, boolean interactive, Consumer<String> output) {
        this.name = name;
        this.running = running;
        this.quota = quota;
        this.interactive = interactive;
        this.output = output;
    }

    /** Begins to say how far the tests of a class are, on {@code System.err}. */
    @SuppressWarnings("SystemConsoleNull") // a JVM that always has one shows more lines, no other
    static Progress ofThisJvm(String className, Supplier<Optional<Seed>> running, Quota quota) {
        boolean interactive = System.console() != null;
        Progress progress = new Progress(
                className, running, quota, interactive, interactive ? StandardError::write : StandardError::print);
        progress.timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        progress.show();
                    }
                },
                PAUSE_IN_MILLISECONDS,
                PAUSE_IN_MILLISECONDS);
        return progress;
    }

    /** Takes how many runs there were, and how many failures. */
    synchronized void count(long runs, long failures) {
        this.runs = runs;
        this.failures = failures;
        this.end = quota.elapsed() + quota.left(runs);
    }

    /** Says how far the work is. */
    synchronized void show() {
        if (closed) {
            return;
        }
        String done = quota.isCounted()
                ? Counted.number(runs) + " of " + Counted.number(quota.count()) + " runs"
                : Counted.of(runs, "run");
        String line = "Seeded: " + name + ": " + done + ", " + Counted.of(failures, "failure")
                + (runs > 0 ? ", " + time(Math.max(0, end - quota.elapsed())) + " left" : "")
                + running.get().map(seed -> ", now with run seed " + seed).orElse("");
        if (interactive) {
            String padding = " ".repeat(Math.max(0, width - line.length()));
            width = line.length();
            output.accept("\r" + line + padding);
        } else {
            output.accept(line);
        }
    }

    /** Clears the line, for something else to be said. */
    synchronized void clear() {
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

    private static String time(long nanos) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }
}
