package dev.seeded.internal.note;

import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.declared.Pin;
import dev.seeded.internal.replay.Replay;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.internal.replay.TestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a failure says of its seed: a title, a line that replays it and, where it helps, one that pins it. */
public final class SeedReport {

    private static final Pattern REPLAY = Pattern.compile(
            "[^\n]*\n\t  (replay  .*?)(\n\t  pin     @Seeded\\(-?\\d+L\\))?((?:\n\t  unseeded  [^\n]*)*)",
            Pattern.DOTALL);

    private static final String UNSEEDED = "unseeded";

    private SeedReport() {}

    /**
     * Writes the report.
     *
     * @param seed the seed of the failed test
     * @param selfContained whether no enclosing context was given a generator, so that the test seed alone reproduces
     * @param unseeded the places where the test drew random numbers that are not seeded
     * @param runSeedMatters whether the test or an enclosing context was given a generator that depends on the run seed
     */
    public static String of(
            TestName test,
            Run run,
            ContextSeed seed,
            boolean selfContained,
            boolean runSeedMatters,
            List<String> unseeded,
            Replay replay) {
        StringBuilder report = new StringBuilder(test.title()).append(" ran with seed ");
        Optional<Pin> pin = seed.pin();
        if (pin.isPresent()) {
            report.append(seed.seed()).append(", pinned by ").append(pin.get());
            run.given()
                    .map(Setting::asTyped)
                    .ifPresent(given -> report.append("; ").append(given).append(" did not apply"));
        } else {
            report.append(run.seed());
        }
        line(report, "replay", replay.command(test, properties(run, runSeedMatters)));
        if (pin.isEmpty() && selfContained) {
            line(report, "pin   ", "@Seeded(" + seed.seed() + "L)");
        }
        unseeded.forEach(place -> line(report, UNSEEDED, place));
        return report.toString();
    }

    private static List<Property> properties(Run run, boolean runSeedMatters) {
        List<Property> properties = new ArrayList<>();
        if (runSeedMatters) {
            properties.add(new Property("seed", run.seed().toString()));
        }
        run.global()
                .mode()
                .ifPresent(mode ->
                        properties.add(new Property("seed.global", mode.name().toLowerCase(Locale.ROOT))));
        if (run.global().collections()) {
            properties.add(new Property("seed.collections", "true"));
        }
        if (run.pins() == PinPolicy.IGNORE) {
            properties.add(new Property("seed.pins", "ignore"));
        }
        return properties;
    }

    /** Returns the first line of a report. */
    static String title(String report) {
        return report.lines().findFirst().orElse("");
    }

    /** Returns what a report replays with, from the word "replay" on; a test's name may have several lines. */
    static String replay(String report) {
        Matcher matcher = REPLAY.matcher(report);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static void line(StringBuilder report, String label, String text) {
        report.append("\n\t  ").append(label).append("  ").append(text);
    }
}
