package dev.seeded.internal.config;

import dev.seeded.internal.console.Printable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the user asks beyond one run of each test. */
public sealed interface Exploration {

    /** Asks which tests a failed one needs before it. */
    String BISECT = "seed.bisect";

    /** How long that is looked for where nothing else is said. */
    Duration BISECTING = Duration.ofMinutes(10);

    /** Names the tests that run before the selected ones. */
    String AFTER = "seed.after";

    /**
     * The tests run with many seeds.
     *
     * @param runs how often
     * @param keepGoing whether a test goes on that has failed
     */
    record Search(Runs runs, boolean keepGoing) implements Exploration {}

    /**
     * Each test runs again with the same seed.
     *
     * @param secondJvm whether it does so in a second JVM as well
     * @param same how often, at most, a test that fails runs again with that seed
     * @param others how often, at most, a test that fails runs again with other seeds
     */
    record Check(boolean secondJvm, int same, int others) implements Exploration {}

    /** The tests run with the seeds that they failed with. */
    record Replay() implements Exploration {}

    /**
     * The tests run once, after others.
     *
     * @param others names these, and is none where they are not to run
     */
    record After(Setting others) implements Exploration {}

    /** Returns the setting that names tests to run before the selected ones. */
    static Optional<Setting> after(Settings settings) {
        return settings.find(AFTER).filter(setting -> !setting.text().trim().equalsIgnoreCase("false"));
    }

    /** Returns the setting by which the user asks for more than one run; its value may be none. */
    static Optional<Setting> wanted(Settings settings) {
        return given(settings)
                .filter(setting -> !setting.text().trim().equalsIgnoreCase("false"))
                .findFirst();
    }

    /** Returns the setting of the run seed if it stands for those that tests failed with. */
    static Optional<Setting> last(Settings settings) {
        return settings.find("seed").filter(setting -> setting.text().trim().equalsIgnoreCase("last"));
    }

    /** Returns whether tests run with the seeds that they failed with, and no others. */
    static boolean isReplay(Settings settings) {
        return Validated.of(() -> read(settings))
                .value()
                .filter(Replay.class::isInstance)
                .isPresent();
    }

    /**
     * Reads what the user asks.
     *
     * @throws IllegalArgumentException if a setting has a value that it cannot have; the message names value, place and
     *     fix
     */
    static Exploration read(Settings settings) {
        Runs runs = settings.choose(
                "seed.runs", Runs.ONE, Runs::parse, "write a number of runs or a time in s, m or h: 2000 or 10m, say");
        boolean isLimited = settings.find("seed.runs").isPresent();
        boolean keepGoing = settings.isTrue("seed.keepGoing", false);
        if (keepGoing && !isLimited) {
            Setting found = settings.find("seed.keepGoing").orElseThrow();
            throw new IllegalArgumentException(Printable.quote(found.text()) + " (" + found.sourceText()
                    + ") needs to know for how long: add seed.runs=2000 or seed.runs=10m, say");
        }
        boolean last = last(settings).isPresent();
        boolean check = settings.isTrue("seed.check", false);
        if (Stream.of(isLimited, last, check).filter(Predicate.isEqual(true)).count() > 1) {
            throw new IllegalArgumentException("seed.runs, seed.check and seed=last each choose the seeds of the runs:"
                    + " give one of them, not "
                    + Stream.concat(last(settings).stream(), given(settings))
                            .distinct()
                            .map(Setting::asTyped)
                            .collect(Collectors.joining(" and ")));
        }
        refuseBesides(settings, bisecting(settings).flatMap(unused -> settings.find(BISECT)));
        refuseBesides(settings, after(settings));
        if (after(settings).isPresent()) {
            return new After(after(settings).get());
        }
        Check checked = new Check(
                settings.isTrue("seed.check.jvm", true),
                settings.choose("seed.check.same", 1_000, Exploration::count, "write a number of runs: 3, say"),
                settings.choose("seed.check.others", 1_000, Exploration::count, "write a number of runs: 10, say"));
        if (check && shrinking(settings).isPresent()) {
            throw new IllegalArgumentException(
                    "seed.check compares runs and seed.shrink changes their draws: give one of them");
        }
        if (check) {
            return checked;
        }
        return last ? new Replay() : new Search(runs, keepGoing);
    }

    /** Both are about one run of each test. */
    private static void refuseBesides(Settings settings, Optional<Setting> setting) {
        setting.ifPresent(found -> {
            String others = given(settings)
                    .filter(other -> !other.equals(found))
                    .filter(other -> !other.text().trim().equalsIgnoreCase("false"))
                    .map(Setting::asTyped)
                    .collect(Collectors.joining(" and "));
            if (!others.isEmpty()) {
                throw new IllegalArgumentException(
                        found.asTyped() + " concerns one run of each test: leave out " + others);
            }
        });
    }

    /** Returns how long, at most, tests that may need others before them are looked at; empty if they are not. */
    static Optional<Duration> bisecting(Settings settings) {
        return settings.choose(
                BISECT,
                Optional.empty(),
                text -> switch (text) {
                    case "true" -> Optional.of(Optional.of(BISECTING));
                    case "false" -> Optional.of(Optional.empty());
                    default -> Runs.parse(text).map(Runs::time).filter(Optional::isPresent);
                },
                "write true, false or a time in s, m or h: 30m, say");
    }

    /**
     * How long a failure is shrunk.
     *
     * @param all the time in which it ends
     * @param idle the time without progress after which it ends
     */
    record ShrinkTime(Duration all, Duration idle) {

        private static final ShrinkTime NONE = new ShrinkTime(Duration.ZERO, Duration.ZERO);
        private static final ShrinkTime PRESET = new ShrinkTime(Duration.ofSeconds(60), Duration.ofSeconds(10));

        private static Optional<ShrinkTime> parse(String text) {
            return switch (text) {
                case "true" -> Optional.of(PRESET);
                case "false" -> Optional.of(NONE);
                default -> Runs.parse(text).flatMap(Runs::time).map(time -> new ShrinkTime(time, time));
            };
        }
    }

    /** Returns how long failures are shrunk; empty if they are not. */
    static Optional<ShrinkTime> shrinking(Settings settings) {
        ShrinkTime wanted = settings.choose(
                "seed.shrink", ShrinkTime.NONE, ShrinkTime::parse, "write true, false or a time in s, m or h: 5m, say");
        return Optional.of(wanted).filter(found -> !found.equals(ShrinkTime.NONE));
    }

    /** Returns the time after which a run has failed, if there is one. */
    static Optional<Duration> timeout(Settings settings) {
        return settings.choose(
                "seed.timeout",
                Optional.empty(),
                text -> Runs.parse(text).map(Runs::time).filter(Optional::isPresent),
                "write a time in s, m or h: 30s, say");
    }

    private static Stream<Setting> given(Settings settings) {
        return Stream.concat(
                Settings.OF_EXPLORING.stream().map(settings::find).flatMap(Optional::stream), last(settings).stream());
    }

    private static Optional<Integer> count(String text) {
        return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
