package dev.seeded.internal.config;

import dev.seeded.Seed;
import dev.seeded.internal.generator.AwkwardInstant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * The instant at which the clock of each test starts.
 *
 * @param fixed that of all tests; empty where each test's seed chooses its own
 */
public record WantedClock(Optional<Instant> fixed) {

    /** The setting that asks for it. */
    public static final String SETTING = "seed.clock";

    private static final String ANY = "any";
    private static final WantedClock OF_SEED = new WantedClock(Optional.empty());

    /** Whoever adds milliseconds to what a test calls now stays within a long number of nanoseconds. */
    private static final Instant EARLIEST = Instant.parse("1678-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2261-01-01T00:00:00Z");

    /** Reads the setting, if it is given. */
    static Optional<WantedClock> read(Settings settings) {
        return settings.find(SETTING)
                .map(given -> settings.choose(
                        SETTING,
                        OF_SEED,
                        WantedClock::parse,
                        "write any, or an instant between the years 1678 and 2261: 2024-02-29T23:59:59Z, say"));
    }

    private static Optional<WantedClock> parse(String text) {
        if (text.equals(ANY)) {
            return Optional.of(OF_SEED);
        }
        try {
            return Optional.of(Instant.parse(text.toUpperCase(Locale.ROOT)))
                    .filter(instant -> instant.isAfter(EARLIEST) && instant.isBefore(LATEST))
                    .map(instant -> new WantedClock(Optional.of(instant)));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    /** Returns the instant at which the clock of a test or class starts. */
    public Instant of(Seed seed) {
        return fixed.orElseGet(() -> AwkwardInstant.of(seed.stream(SETTING).value(), ZoneId.systemDefault()));
    }

    /** Returns the value by which the user asks for it. */
    public String text() {
        return fixed.map(Instant::toString).orElse(ANY);
    }
}
