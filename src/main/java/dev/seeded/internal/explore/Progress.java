package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.ProgressLine;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Says how far the runs of a class are, however long one takes. */
final class Progress implements AutoCloseable {

    private final String name;
    private final Supplier<Optional<Seed>> running;
    private final Quota quota;
    private final ProgressLine line;
    private long runs;
    private long failures;

    /** When it will be over, as far as one can tell, on the clock of the quota; known after the first run. */
    private long end;

    /** @param running returns the seed of the run that goes on */
    Progress(String name, Supplier<Optional<Seed>> running, Quota quota, boolean interactive, Consumer<String> output) {
        this(name, running, quota, text -> new ProgressLine(text, interactive, output));
    }

    private Progress(
            String name, Supplier<Optional<Seed>> running, Quota quota, Function<Supplier<String>, ProgressLine> line) {
        this.name = name;
        this.running = running;
        this.quota = quota;
        this.line = line.apply(this::text);
    }

    /** Begins to say how far the tests of a class are, on {@code System.err}. */
    static Progress ofThisJvm(String className, Supplier<Optional<Seed>> running, Quota quota) {
        Progress progress = new Progress(className, running, quota, ProgressLine::ofThisJvm);
        progress.line.start();
        return progress;
    }

    /** Takes how many runs there were, and how many failures. */
    synchronized void count(long runs, long failures) {
        this.runs = runs;
        this.failures = failures;
        this.end = quota.elapsed() + quota.left(runs);
    }

    /** Says how far the work is. */
    void show() {
        line.show();
    }

    /** Clears the line, for something else to be said. */
    void clear() {
        line.clear();
    }

    /** Says no more. */
    @Override
    public void close() {
        line.close();
    }

    private synchronized String text() {
        String done = quota.isCounted()
                ? Counted.number(runs) + " of " + Counted.number(quota.count()) + " runs"
                : Counted.of(runs, "run");
        return "Seeded: " + name + ": " + done + ", " + Counted.of(failures, "failure")
                + (runs > 0 ? ", " + time(Math.max(0, end - quota.elapsed())) + " left" : "")
                + running.get().map(seed -> ", now with run seed " + seed).orElse("");
    }

    private static String time(long nanos) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }
}
