package dev.seeded.internal.explore;

import dev.seeded.internal.report.StandardError;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says about every five seconds how far the work is: on one line where a person looks at a console. */
final class Progress {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);

    private final String name;
    private final Budget.Share budget;
    private final boolean interactive;
    private final Consumer<String> output;
    private long shown;
    private int width;

    Progress(String name, Budget.Share budget, boolean interactive, Consumer<String> output) {
        this.name = name;
        this.budget = budget;
        this.interactive = interactive;
        this.output = output;
    }

    /** Returns the progress of the tests of a class on {@code System.err}. */
    @SuppressWarnings("SystemConsoleNull") // a JVM that always has one shows more lines, no other
    static Progress ofThisJvm(String className, Budget.Share budget) {
        boolean interactive = System.console() != null;
        return new Progress(className, budget, interactive, interactive ? StandardError::write : StandardError::print);
    }

    /** Says how many runs there were and how many failures, unless it was said a moment ago. */
    void show(long runs, long failures) {
        long elapsed = budget.elapsed();
        if (elapsed - shown < PAUSE) {
            return;
        }
        shown = elapsed;
        String line = "Seeded: " + name + ": " + String.format(Locale.ROOT, "%,d", runs)
                + (budget.isCounted() ? String.format(Locale.ROOT, " of %,d", budget.count()) : "") + " runs, "
                + String.format(Locale.ROOT, "%,d", failures) + (failures == 1 ? " failure, " : " failures, ")
                + time(budget.left(runs)) + " left";
        if (interactive) {
            String padding = " ".repeat(Math.max(0, width - line.length()));
            width = line.length();
            output.accept("\r" + line + padding);
        } else {
            output.accept(line);
        }
    }

    /** Clears the line. */
    void end() {
        if (width > 0) {
            output.accept("\r" + " ".repeat(width) + "\r");
            width = 0;
        }
    }

    private static String time(long nanos) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }
}
