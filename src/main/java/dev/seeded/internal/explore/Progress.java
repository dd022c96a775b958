package dev.seeded.internal.explore;

import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.ProgressLine;
import dev.seeded.internal.console.Terminal;
import dev.seeded.internal.explore.ClassExploration.Running;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says how far the runs of classes are, one after the other, however long one takes or however many there are. */
final class Progress implements AutoCloseable {

    /** Runs after which the time that the others take can be told. */
    private static final int ENOUGH = 10;

    private final ProgressLine line;

    /** Null before the first class. */
    private @Nullable Part now;

    /** What is said of one class. */
    private static final class Part {

        private final String name;
        private final Supplier<Optional<Running>> running;
        private final Quota quota;
        private long runs;
        private long failures;

        /** When it will be over, as far as one can tell, on the clock of the quota; known after the first run. */
        private long end;

        Part(String name, Supplier<Optional<Running>> running, Quota quota) {
            this.name = name;
            this.running = running;
            this.quota = quota;
        }

        private String failed() {
            String text = Counted.of(failures, "failure");
            return failures == 0 ? text : Terminal.red(text);
        }

        String text() {
            String done = quota.isCounted()
                    ? Counted.number(runs) + " of " + Counted.number(quota.count()) + " runs"
                    : Counted.of(runs, "run");
            return "Seeded: " + name + ": " + done + ", " + failed()
                    + (runs >= (quota.isCounted() ? ENOUGH : 1)
                            ? ", " + time(Math.max(0, end - quota.elapsed())) + " left"
                            : "")
                    + running.get().map(Running::progress).orElse("");
        }
    }

    /** Says nothing of itself. */
    Progress(boolean interactive, Consumer<String> output) {
        this(text -> new ProgressLine(text, interactive, output));
    }

    private Progress(Function<Supplier<String>, ProgressLine> line) {
        this.line = line.apply(this::text);
    }

    /** Begins to say how far the work is, on {@code System.err}. */
    static Progress ofThisJvm() {
        Progress progress = new Progress(ProgressLine::ofThisJvm);
        progress.line.start();
        return progress;
    }

    /**
     * Goes on to the next class.
     *
     * @param running returns the run that goes on
     */
    synchronized void begin(String className, Supplier<Optional<Running>> running, Quota quota) {
        now = new Part(className, running, quota);
    }

    /** Takes how many runs of the class there were, and how many failures. */
    synchronized void count(long runs, long failures) {
        Part part = now;
        if (part != null) {
            part.runs = runs;
            part.failures = failures;
            part.end = part.quota.elapsed() + part.quota.left(runs);
        }
    }

    /** Says how far the work is. */
    void show() {
        line.show();
    }

    /** Clears the line, for something else to be said. */
    void clear() {
        line.clear();
    }

    /** Says no more of the class: what is still done says itself how far it is. */
    void end() {
        synchronized (this) {
            now = null;
        }
        clear();
    }

    /** Says no more. */
    @Override
    public void close() {
        line.close();
    }

    private synchronized String text() {
        return now == null ? "" : now.text();
    }

    private static String time(long nanos) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }
}
