package dev.seeded.internal.note;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.FreshSeed;
import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.config.GivenSurroundings;
import dev.seeded.internal.config.Misspelling;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.replay.Host;
import dev.seeded.internal.surroundings.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The line that says the run seed before any test body runs, and warnings about settings that nobody reads. */
public final class Announcement {

    private static final Slot<Boolean> MADE = JvmState.ANNOUNCED.holding(Boolean.class);

    private Announcement() {}

    /** Writes to standard error the first time that it is called in this JVM; returns when that is done. */
    public static void makeOnce(Run run) {
        if (!isMade()) {
            make(lines(run, Map.of(), Misspelling.ofThisJvm()));
        }
    }

    /** Writes instead what holds for the many runs of exploring, each of which has a run seed of its own. */
    public static void makeOnceForManyRuns(Run run, Settings settings) {
        if (!isMade()) {
            make(lines(run, Exploration.settings(settings), Misspelling.ofThisJvm()));
        }
    }

    /** Writes instead that each test has the seeds that it failed with. */
    public static void makeOnceForFailedSeeds(Run run) {
        if (!isMade()) {
            make(lines(
                    run,
                    "Seeded: seed=last runs each test with the seeds that it failed with",
                    Misspelling.ofThisJvm()));
        }
    }

    /** Returns whether it is made, as it is once the run seed matters to a test. */
    public static boolean isMade() {
        return MADE.get() != null;
    }

    private static synchronized void make(List<String> lines) {
        if (!isMade()) {
            for (String line : lines) {
                StandardError.printNow(line);
            }
            MADE.set(true);
        }
    }

    /**
     * Returns the lines that announce a run.
     *
     * @param exploring the settings that ask for many runs, each of which chooses its locale and zone where the seed does;
     *     none if it is a single run
     */
    static List<String> lines(Run run, Map<String, String> exploring, List<Misspelling> misspellings) {
        Surroundings chosen =
                exploring.isEmpty() || !run.wanted().areFromSeed() ? run.surroundings() : Surroundings.OF_MACHINE;
        return lines(
                run,
                "Seeded: run seed " + run.seed()
                        + (run.given().isPresent() ? source(run.given().get()) : " (" + FreshSeed.origin() + ")")
                        + (run.wanted().areNone() || chosen.equals(Surroundings.OF_MACHINE) ? "" : ", " + chosen)
                        + (exploring.isEmpty() ? "; replay with " : "; repeat this run with ")
                        + settings(run, chosen, exploring),
                misspellings);
    }

    private static String settings(Run run, Surroundings chosen, Map<String, String> exploring) {
        if (run.isSeedAlone() && exploring.isEmpty()) {
            // Most runs are, and need load nothing that reads more.
            return Host.typed(Setting.SEED.property(), run.seed().toString());
        }
        Map<String, String> settings = new LinkedHashMap<>();
        Reproduction.settings(run, true).stream()
                .filter(setting -> GivenSurroundings.settings(chosen).containsKey(setting.name())
                        || !GivenSurroundings.settings(run.surroundings()).containsKey(setting.name()))
                .forEach(setting -> settings.put(setting.name(), setting.value()));
        settings.putAll(exploring);
        return settings.entrySet().stream()
                .map(setting -> Host.typed(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static List<String> lines(Run run, String announcement, List<Misspelling> misspellings) {
        List<String> lines = new ArrayList<>();
        if (run.announced()) {
            lines.add(announcement);
        }
        for (Misspelling misspelling : misspellings) {
            lines.add("Seeded: warning: " + Printable.line(misspelling.written())
                    + " is not a setting and has no effect: "
                    + misspelling
                            .meant()
                            .map(meant -> "did you mean " + meant + "?")
                            .orElseGet(() -> "there are " + Misspelling.settings()));
        }
        return lines;
    }

    private static String source(GivenSetting given) {
        return given.meaning().isEmpty()
                ? " (from " + given.sourceText() + ")"
                : " (" + given.meaning() + ", as " + given.sourceText() + " says)";
    }
}
