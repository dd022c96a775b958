package dev.seeded.internal.config;

import dev.seeded.internal.UserError;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the user asks beyond one run of each test. */
public sealed interface Exploration {

    /** How long that is looked for where nothing else is said. */
    Duration BISECTING = Duration.ofMinutes(10);

    /** They say how {@code seed.check} goes about it. */
    List<Setting> CHECKING = List.of(Setting.CHECK_JVM, Setting.CHECK_SAME, Setting.CHECK_OTHERS);

    /**
     * The tests run with many seeds.
     *
     * @param runs how often
     * @param keepGoing whether a test goes on that has failed
     * @param jobs how many JVMs do so side by side
     */
    record Search(Runs runs, boolean keepGoing, int jobs) implements Exploration {}

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
    record After(GivenSetting others) implements Exploration {}

    /** Returns the setting that names tests to run before the selected ones. */
    static Optional<GivenSetting> after(Settings settings) {
        return settings.inForce(Setting.AFTER);
    }

    /** Returns the setting by which the user asks for more than one run. */
    static Optional<GivenSetting> wanted(Settings settings) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.explores() && !settings.isWithoutEffect(setting))
                .map(settings::inForce)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> last(settings));
    }

    /** Returns whether the tests run once, be it after others, all with the one run seed. */
    static boolean isOfOneRun(Settings settings) {
        return wanted(settings).isEmpty() || after(settings).isPresent();
    }

    /**
     * Makes sure that somebody explores if that is wanted.
     *
     * @throws UserError if it is wanted and the engine takes no part
     */
    static void demandSomebodyFor(Settings settings) {
        if (!Claim.isMade()) {
            wanted(settings).ifPresent(wanted -> {
                throw new UserError(wanted.asTyped()
                        + " needs the test engine \"seeded\", which is not part of this run: "
                        + "include it beside junit-jupiter, or remove " + wanted.name());
            });
        }
    }

    /** Returns the setting of the run seed if it stands for those that tests failed with. */
    static Optional<GivenSetting> last(Settings settings) {
        return settings.inForce(Setting.SEED);
    }

    /** Returns whether tests run with the seeds that they failed with, and no others. */
    static boolean isReplay(Settings settings) {
        return Validated.of(() -> read(settings))
                .value()
                .filter(Replay.class::isInstance)
                .isPresent();
    }

    /** Returns what repeats an exploration beside its run seed, and what each of its runs chooses for itself. */
    static Map<String, String> settings(Settings settings) {
        Map<String, String> given = new LinkedHashMap<>();
        Arrays.stream(Setting.values())
                .filter(setting -> !settings.isWithoutEffect(setting)
                        && (setting.explores()
                                || CHECKING.contains(setting)
                                || setting == Setting.LOCALE
                                || setting == Setting.ZONE))
                .forEach(setting -> settings.find(setting)
                        .filter(found -> !found.says(setting.preset()))
                        .ifPresent(found ->
                                given.put(setting.property(), found.text().trim())));
        return given;
    }

    /**
     * Reads what the user asks.
     *
     * @throws UserError if a setting has a value that it cannot have; the message names value, place and
     *     fix
     */
    static Exploration read(Settings settings) {
        Runs runs = settings.read(Setting.RUNS, Runs::parse).orElseThrow();
        boolean keepGoing = settings.isTrue(Setting.KEEP_GOING);
        int jobs = settings.read(Setting.JOBS, Exploration::jobs).orElseThrow();
        Check check = new Check(
                settings.isTrue(Setting.CHECK_JVM),
                settings.read(Setting.CHECK_SAME, Exploration::count).orElseThrow(),
                settings.read(Setting.CHECK_OTHERS, Exploration::count).orElseThrow());
        // Wrong values are named before wrong pairs.
        shrinking(settings);
        bisecting(settings);
        settings.demandThatTheyFit();
        Optional<GivenSetting> others = after(settings);
        if (others.isPresent()) {
            return new After(others.get());
        }
        if (settings.isTrue(Setting.CHECK)) {
            return check;
        }
        return last(settings).isPresent() ? new Replay() : new Search(runs, keepGoing, jobs);
    }

    /** Returns how long, at most, tests that may need others before them are looked at; empty if they are not. */
    static Optional<Duration> bisecting(Settings settings) {
        return settings.read(Setting.BISECT, text -> switch (text) {
                    case "true" -> Optional.of(BISECTING);
                    case "false" -> Optional.of(Duration.ZERO);
                    default -> Runs.parse(text).flatMap(Runs::time);
                })
                .filter(time -> !time.isZero());
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
        return settings.read(Setting.SHRINK, ShrinkTime::parse).filter(wanted -> !wanted.equals(ShrinkTime.NONE));
    }

    /** Returns the time after which a run has failed, if there is one. */
    static Optional<Duration> timeout(Settings settings) {
        return settings.read(Setting.TIMEOUT, text -> Runs.parse(text).flatMap(Runs::time));
    }

    private static Optional<Integer> jobs(String text) {
        return text.equals("cores")
                ? Optional.of(Runtime.getRuntime().availableProcessors())
                : Optional.of(text)
                        .filter(number -> number.matches("[1-9][0-9]{0,2}"))
                        .map(Integer::valueOf);
    }

    private static Optional<Integer> count(String text) {
        return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
