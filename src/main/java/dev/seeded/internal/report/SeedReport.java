package dev.seeded.internal.report;

import dev.seeded.internal.config.ContextSeed;
import dev.seeded.internal.config.Pin;
import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.report.Replay.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a failure says of its seed: a title, a line that replays it and, where it helps, one that pins it. */
public final class SeedReport {

    private SeedReport() {}

    /**
     * Writes the report.
     *
     * @param seed the seed of the failed test
     * @param selfContained whether no enclosing context was given a generator, so that the test seed alone reproduces
     * @param runSeedMatters whether the test or an enclosing context was given a generator that depends on the run seed
     */
    public static String of(
            TestName test, Run run, ContextSeed seed, boolean selfContained, boolean runSeedMatters, Replay replay) {
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
        return report.toString();
    }

    private static List<Property> properties(Run run, boolean runSeedMatters) {
        List<Property> properties = new ArrayList<>();
        if (runSeedMatters) {
            properties.add(new Property("seed", run.seed().toString()));
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

    /** Returns the line of a report that begins with "replay". */
    static String replayLine(String report) {
        return report.lines().map(String::trim).skip(1).findFirst().orElse("");
    }

    private static void line(StringBuilder report, String label, String text) {
        report.append("\n\t  ").append(label).append("  ").append(text);
    }
}
