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

    private static final String ANY = "any";
    private static final WantedClock OF_SEED = new WantedClock(Optional.empty());

    /** Whoever adds milliseconds to what a test calls now stays within a long number of nanoseconds. */
    private static final Instant EARLIEST = Instant.parse("1678-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2261-01-01T00:00:00Z");

    /** Reads the text of the setting; empty where it is no value of it. */
    static Optional<WantedClock> parse(String text) {
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
        return fixed.orElseGet(
                () -> AwkwardInstant.of(seed.stream(Setting.CLOCK.property()).value(), ZoneId.systemDefault()));
    }

    /** Returns the value by which the user asks for it. */
    public String text() {
        return fixed.map(Instant::toString).orElse(ANY);
    }
}
