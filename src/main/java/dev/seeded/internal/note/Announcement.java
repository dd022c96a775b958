package dev.seeded.internal.note;

import dev.seeded.internal.config.Misspelling;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.replay.Host;
import dev.seeded.internal.surroundings.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The line that says the run seed before any test body runs, and warnings about settings that nobody reads. */
public final class Announcement {

    private static volatile boolean made;

    private Announcement() {}

    /** Writes to standard error the first time that it is called in this JVM; returns when that is done. */
    public static void makeOnce(Run run) {
        if (!made) {
            make(run);
        }
    }

    /** Returns whether it is made, as it is once the run seed matters to a test. */
    public static boolean isMade() {
        return made;
    }

    private static synchronized void make(Run run) {
        if (!made) {
            lines(run, Misspelling.ofThisJvm()).forEach(StandardError::printNow);
            made = true;
        }
    }

    /** Returns the lines that announce this run. */
    static List<String> lines(Run run, List<Misspelling> misspellings) {
        List<String> lines = new ArrayList<>();
        if (run.announced()) {
            String origin = run.given()
                    .map(given -> given.meaning().isEmpty()
                            ? " (replayed from " + given.origin() + ")"
                            : " (" + given.meaning() + ", as " + given.origin() + " says)")
                    .orElse(" (fresh)");
            Surroundings surroundings = run.surroundings();
            lines.add("Seeded: run seed " + run.seed() + origin
                    + (surroundings.equals(Surroundings.OF_MACHINE) ? "" : ", " + surroundings)
                    + "; replay with " + Host.typed("seed", run.seed().toString())
                    + surroundings.settings().entrySet().stream()
                            .map(setting -> " " + Host.typed(setting.getKey(), setting.getValue()))
                            .collect(Collectors.joining()));
        }
        for (Misspelling misspelling : misspellings) {
            lines.add("Seeded: warning: " + Printable.line(misspelling.written()) + " is no setting and has no effect: "
                    + misspelling
                            .meant()
                            .map(meant -> "did you mean " + meant + "?")
                            .orElseGet(() -> "there are " + Misspelling.settings()));
        }
        return lines;
    }
}
