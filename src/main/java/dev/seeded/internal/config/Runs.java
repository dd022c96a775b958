package dev.seeded.internal.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often tests run: so many times, or until a time is up.
 *
 * @param count the greatest number of runs
 * @param time the time after which none begins; empty for no such time
 */
public record Runs(long count, Optional<Duration> time) {

    /** A single run. */
    public static final Runs ONE = new Runs(1, Optional.empty());

    /** More would take years, and are a slip of the hand. */
    private static final long MOST = 1_000_000_000;

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,15})([smh]?)");

    /** Reads {@code 2000}, {@code 30s}, {@code 10m} or {@code 2h}; empty where it is none of these, or nothing. */
    static Optional<Runs> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        if (number == 0) {
            return Optional.empty();
        }
        return switch (matcher.group(2)) {
            case "s" -> lasting(number, 1);
            case "m" -> lasting(number, 60);
            case "h" -> lasting(number, 3_600);
            default -> number > MOST ? Optional.empty() : Optional.of(new Runs(number, Optional.empty()));
        };
    }

    private static Optional<Runs> lasting(long number, long seconds) {
        // A century, so that the time fits into a long of nanoseconds.
        return number > 3_155_760_000L / seconds
                ? Optional.empty()
                : Optional.of(new Runs(Long.MAX_VALUE, Optional.of(Duration.ofSeconds(number * seconds))));
    }
}
