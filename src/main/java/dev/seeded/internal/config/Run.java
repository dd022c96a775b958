package dev.seeded.internal.config;

import dev.seeded.Seed;
import dev.seeded.internal.UserError;
import dev.seeded.internal.config.GivenSetting.Source;
import dev.seeded.internal.jvm.Unordered;
import dev.seeded.internal.seed.SeedText;
import dev.seeded.internal.surroundings.Surroundings;
import dev.seeded.internal.surroundings.WantedSurroundings;
import dev.seeded.internal.surroundings.WantedSurroundings.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What holds for a whole run.
 *
 * @param seed the run seed
 * @param given where the run seed was given; empty where it is fresh
 * @param pins what becomes of pins
 * @param announced whether the run seed is written to {@code System.err} at the start
 * @param command the user's template for replay lines
 * @param global what becomes of random numbers that the JVM gives
 * @param draws what the one selected test is to draw in place of what its seed gives
 * @param after names the tests that run before the selected ones
 * @param wanted which default locale and time zone it has
 * @param timeout the time after which a test has failed
 * @param edgeCases whether three of four run seeds have tests draw edge cases
 * @param shrinksReplays whether failures are shrunk, and would be when a printed command runs, as the environment or a file
 *     asks for it
 * @param ofSuite names the parameters of JUnit that the suite of these tests sets, as far as they decide over tests
 */
public record Run(
        Seed seed,
        Optional<GivenSetting> given,
        PinPolicy pins,
        boolean announced,
        Optional<String> command,
        JvmPolicy global,
        Optional<GivenSetting> draws,
        Optional<GivenSetting> after,
        WantedSurroundings wanted,
        Optional<Duration> timeout,
        boolean edgeCases,
        boolean shrinksReplays,
        List<String> ofSuite) {

    private static final String COMMIT = "commit";

    /**
     * Reads the settings of a run in this JVM.
     *
     * @param parameters looks up JUnit's configuration parameters
     */
    public static Validated<Run> ofThisJvm(Function<String, Optional<String>> parameters) {
        List<String> ofSuite = PlanParameters.ofSuite(parameters);
        return Setting.areGiven(parameters)
                ? Validated.of(() -> read(Settings.ofThisJvm(parameters), FreshSeed::ofThisJvm)
                        .inSuite(ofSuite))
                : Validated.known(preset(FreshSeed.ofThisJvm()).inSuite(ofSuite));
    }

    /** Returns a run in which nothing is set, with this seed. */
    static Run preset(Seed seed) {
        return new Run(
                seed,
                Optional.empty(),
                PinPolicy.OBEY,
                true,
                Optional.empty(),
                JvmPolicy.PRESET,
                Optional.empty(),
                Optional.empty(),
                WantedSurroundings.NONE,
                Optional.empty(),
                false,
                false,
                List.of());
    }

    /**
     * Reads the settings of a run.
     *
     * @param fresh gives the run seed where the user gives none
     * @throws UserError if a setting has a value that it cannot have; the message names value, place and
     *     fix
     */
    public static Run read(Settings settings, Supplier<Seed> fresh) {
        // Seeds of earlier runs are each test's own; for all others "last" gives none.
        Optional<GivenSetting> given =
                Exploration.last(settings).isPresent() ? Optional.empty() : settings.find(Setting.SEED);
        if (given.filter(setting -> setting.says(COMMIT)).isPresent()) {
            Commit commit = settings.commit();
            return read(settings, commit.seed(), given.map(setting -> setting.meaning(commit.toString())));
        }
        return read(
                settings,
                given.map(setting -> Seed.of(SeedText.parse(setting.text(), setting.sourceText())))
                        .orElseGet(fresh),
                given);
    }

    private static Run read(Settings settings, Seed seed, Optional<GivenSetting> given) {
        return new Run(
                seed,
                given,
                settings.read(Setting.PINS, Run::pinPolicy).orElse(PinPolicy.OBEY),
                settings.isTrue(Setting.ANNOUNCE),
                settings.find(Setting.COMMAND).map(GivenSetting::text),
                new JvmPolicy(
                        settings.read(Setting.GLOBAL, JvmPolicy::mode),
                        settings.isTrue(Setting.STRICT),
                        settings.read(Setting.UNORDERED, Unordered::parse).orElseThrow(),
                        settings.read(Setting.CLOCK, WantedClock::parse)),
                settings.find(Setting.DRAWS),
                Exploration.after(settings),
                new WantedSurroundings(
                        settings.read(Setting.LOCALE, WantedSurroundings::parseLocale)
                                .orElse(Wanted.nothing()),
                        settings.read(Setting.ZONE, WantedSurroundings::parseZone)
                                .orElse(Wanted.nothing()),
                        GivenSurroundings.areOfProject(settings)),
                Exploration.timeout(settings),
                settings.isTrue(Setting.EDGE_CASES),
                Exploration.shrinking(settings).isPresent()
                        && settings.find(Setting.SHRINK)
                                .filter(shrinking -> shrinking.source() != Source.SYSTEM_PROPERTY)
                                .isPresent(),
                List.of());
    }

    /** Returns whether nothing but the seed decides over it. */
    public boolean isSeedAlone() {
        return pins == PinPolicy.OBEY
                && global.mode().isEmpty()
                && !global.strict()
                && !global.seedsOrdersOrClock()
                && after.isEmpty()
                && wanted.areNone()
                && timeout.isEmpty()
                && !edgeCases;
    }

    /** Returns the default locale and time zone that the run is given. */
    public Surroundings surroundings() {
        return wanted.of(seed);
    }

    /** Returns this run with another seed. */
    public Run with(Seed other) {
        return with(other, given, ofSuite);
    }

    /** Returns this run, whose seed nobody gave if it is a parameter of JUnit, as exploring sets it for each run. */
    public Run ofExploration() {
        return with(seed, given.filter(setting -> setting.source() != Source.CONFIGURATION_PARAMETER), ofSuite);
    }

    private Run inSuite(List<String> parameters) {
        return parameters.isEmpty() ? this : with(seed, given, parameters);
    }

    private Run with(Seed other, Optional<GivenSetting> from, List<String> suite) {
        return new Run(
                other,
                from,
                pins,
                announced,
                command,
                global,
                draws,
                after,
                wanted,
                timeout,
                edgeCases,
                shrinksReplays,
                suite);
    }

    private static Optional<PinPolicy> pinPolicy(String text) {
        return switch (text) {
            case "ignore" -> Optional.of(PinPolicy.IGNORE);
            case "fail" -> Optional.of(PinPolicy.FAIL);
            default -> Optional.empty();
        };
    }
}
