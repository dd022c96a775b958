package dev.seeded.internal.config;

import dev.seeded.Seed;
import dev.seeded.Seeded.Global;
import dev.seeded.internal.seed.Printable;
import dev.seeded.internal.seed.SeedText;
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
 */
public record Run(
        Seed seed,
        Optional<Setting> given,
        PinPolicy pins,
        boolean announced,
        Optional<String> command,
        GlobalPolicy global) {

    /**
     * Reads the settings of a run in this JVM.
     *
     * @param parameters looks up JUnit's configuration parameters
     */
    public static Outcome<Run> ofThisJvm(Function<String, Optional<String>> parameters) {
        Settings settings =
                new Settings(name -> parameters.apply(name).orElse(null), System::getProperty, System::getenv);
        return Outcome.of(() -> read(settings, FreshSeed::ofThisJvm));
    }

    /**
     * Reads the settings of a run.
     *
     * @param fresh gives the run seed where the user gives none
     * @throws IllegalArgumentException if a setting has a value that it cannot have; the message names value, place and
     *     fix
     */
    public static Run read(Settings settings, Supplier<Seed> fresh) {
        Optional<Setting> given = settings.find("seed");
        Seed seed = given.map(setting -> Seed.of(SeedText.parse(setting.text(), setting.origin())))
                .orElseGet(fresh);
        return new Run(
                seed,
                given,
                choose(settings, "seed.pins", PinPolicy.OBEY, Run::pinPolicy, "write ignore or fail"),
                choose(settings, "seed.announce", true, Run::truth, "write true or false"),
                settings.find("seed.command").map(Setting::text),
                new GlobalPolicy(
                        settings.find("seed.global")
                                .map(written -> choose(
                                        settings,
                                        "seed.global",
                                        Global.OFF,
                                        GlobalPolicy::mode,
                                        "write off, seed, detect or both")),
                        choose(settings, "seed.strict", false, Run::truth, "write true or false"),
                        choose(settings, "seed.collections", false, Run::truth, "write true or false")));
    }

    private static <T> T choose(
            Settings settings, String property, T preset, Function<String, Optional<T>> reader, String fix) {
        Optional<Setting> setting = settings.find(property);
        if (setting.isEmpty()) {
            return preset;
        }
        Setting found = setting.get();
        return reader.apply(found.text().trim())
                .orElseThrow(() -> new IllegalArgumentException(Printable.quote(found.text()) + " (" + found.origin()
                        + ") is not a value of " + property + ": " + fix));
    }

    private static Optional<PinPolicy> pinPolicy(String text) {
        return switch (text) {
            case "ignore" -> Optional.of(PinPolicy.IGNORE);
            case "fail" -> Optional.of(PinPolicy.FAIL);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
