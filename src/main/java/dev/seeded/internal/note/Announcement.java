package dev.seeded.internal.note;

import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.config.GivenSurroundings;
import dev.seeded.internal.config.Misspelling;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
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
            for (String line : lines(run, Misspelling.ofThisJvm())) {
                StandardError.printNow(line);
            }
            made = true;
        }
    }

    /** Returns the lines that announce this run. */
    static List<String> lines(Run run, List<Misspelling> misspellings) {
        List<String> lines = new ArrayList<>();
        if (run.announced()) {
            lines.add("Seeded: run seed " + run.seed()
                    + (run.given().isPresent() ? source(run.given().get()) : " (fresh)")
                    + surroundings(run) + "; replay with "
                    + Host.typed(Setting.SEED.property(), run.seed().toString())
                    + (run.wanted().areNone() ? "" : settings(run.surroundings())));
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

    private static String source(GivenSetting given) {
        return given.meaning().isEmpty()
                ? " (replayed from " + given.sourceText() + ")"
                : " (" + given.meaning() + ", as " + given.sourceText() + " says)";
    }

    private static String surroundings(Run run) {
        return run.wanted().areNone() ? "" : ", " + run.surroundings();
    }

    private static String settings(Surroundings surroundings) {
        return GivenSurroundings.settings(surroundings).entrySet().stream()
                .map(setting -> " " + Host.typed(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining());
    }
}
