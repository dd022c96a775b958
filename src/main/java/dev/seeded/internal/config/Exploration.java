package dev.seeded.internal.config;

import dev.seeded.internal.seed.Printable;
import java.util.List;
import java.util.Optional;

/**
 * What the user asks beyond one run.
 *
 * @param runs how often to run the tests
 * @param keepGoing whether to go on with a test that has failed
 */
public record Exploration(Runs runs, boolean keepGoing) {

    private static final List<String> SWITCHES = List.of("seed.runs", "seed.keepGoing");

    /** Returns the setting by which the user asks for more than one run; its value may be none. */
    public static Optional<Setting> wanted(Settings settings) {
        return SWITCHES.stream()
                .map(settings::find)
                .flatMap(Optional::stream)
                .filter(setting -> !setting.text().trim().equals("false"))
                .findFirst();
    }

    /**
     * Reads what the user asks.
     *
     * @throws IllegalArgumentException if a setting has a value that it cannot have; the message names value, place and
     *     fix
     */
    public static Exploration read(Settings settings) {
        Optional<Runs> runs = settings.choose(
                "seed.runs",
                Optional.empty(),
                text -> Runs.parse(text).map(Optional::of),
                "write a number of runs or a time in s, m or h: 2000 or 10m, say");
        boolean keepGoing = settings.isTrue("seed.keepGoing", false);
        if (keepGoing && runs.isEmpty()) {
            Setting found = settings.find("seed.keepGoing").orElseThrow();
            throw new IllegalArgumentException(Printable.quote(found.text()) + " (" + found.origin()
                    + ") needs to know for how long: add seed.runs=2000 or seed.runs=10m, say");
        }
        return new Exploration(runs.orElse(Runs.ONE), keepGoing);
    }
}
