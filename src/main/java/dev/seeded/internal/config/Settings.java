package dev.seeded.internal.config;

import dev.seeded.internal.config.Setting.Source;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.surroundings.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * Finds settings: a JUnit configuration parameter first, which system properties belong to, then the environment, where
 * property {@code seed.x} is variable {@code JUNIT_SEED_X}. Blank counts as not given.
 */
public final class Settings {

    private static final String SEED = "seed";

    /** All settings. */
    static final List<String> NAMES = List.of(
            SEED,
            Exploration.AFTER,
            "seed.announce",
            Exploration.BISECT,
            "seed.check",
            "seed.check.jvm",
            "seed.check.same",
            "seed.check.others",
            WantedClock.SETTING,
            "seed.command",
            "seed.draws",
            "seed.global",
            "seed.keepGoing",
            Surroundings.LOCALE,
            "seed.memory",
            "seed.pins",
            "seed.report",
            "seed.runs",
            "seed.shrink",
            "seed.strict",
            "seed.timeout",
            Unordered.SETTING,
            Surroundings.ZONE);

    /** Those that ask for exploring, besides {@code seed=last}. */
    static final List<String> OF_EXPLORING =
            List.of("seed.runs", "seed.keepGoing", "seed.check", "seed.shrink", Exploration.AFTER);

    /** Those that besides concern what no annotation of ours is on. */
    private static final List<String> OF_ALL_TESTS = List.of(
            SEED,
            Exploration.BISECT,
            "seed.draws",
            Surroundings.LOCALE,
            Surroundings.ZONE,
            Unordered.SETTING,
            WantedClock.SETTING);

    private final Function<String, @Nullable String> parameters;
    private final Function<String, @Nullable String> systemProperties;
    private final Function<String, @Nullable String> environment;

    /**
     * Reads settings through these lookups, each of which returns null where there is no value.
     *
     * @param systemProperties only tells whether a configuration parameter is a system property
     */
    public Settings(
            Function<String, @Nullable String> parameters,
            Function<String, @Nullable String> systemProperties,
            Function<String, @Nullable String> environment) {
        this.parameters = parameters;
        this.systemProperties = systemProperties;
        this.environment = environment;
    }

    /**
     * Returns the settings of this JVM.
     *
     * @param parameters looks up JUnit's configuration parameters
     */
    public static Settings ofThisJvm(Function<String, Optional<String>> parameters) {
        return new Settings(name -> parameters.apply(name).orElse(null), System::getProperty, System::getenv);
    }

    /**
     * Returns whether any is given in this JVM. Asked first, as most runs have none, and what reads them need not be loaded.
     *
     * @param parameters looks up JUnit's configuration parameters
     */
    public static boolean areGiven(Function<String, Optional<String>> parameters) {
        return areGiven(NAMES, parameters);
    }

    /**
     * Returns whether any is given in this JVM that concerns more than what annotations of ours are on. Where none is, a
     * suite without such annotations is to cost nothing.
     */
    public static boolean concernAllTests(ConfigurationParameters parameters) {
        Function<String, Optional<String>> lookup = parameters::get;
        return areGiven(OF_EXPLORING, lookup) || areGiven(OF_ALL_TESTS, lookup);
    }

    private static boolean areGiven(List<String> names, Function<String, Optional<String>> parameters) {
        for (String name : names) {
            if (parameters.apply(name).isPresent() || System.getenv(variable(name)) != null) {
                return true;
            }
        }
        return false;
    }

    /** Returns the setting of this name, of which {@code seed} is the first part. */
    public Optional<Setting> find(String property) {
        String parameter = parameters.apply(property);
        if (parameter != null && !parameter.trim().isEmpty()) {
            Source source = parameter.equals(systemProperties.apply(property))
                    ? Source.SYSTEM_PROPERTY
                    : Source.CONFIGURATION_PARAMETER;
            return Optional.of(new Setting(parameter, source, property));
        }
        String variable = variable(property);
        String value = environment.apply(variable);
        return value == null || value.trim().isEmpty()
                ? Optional.empty()
                : Optional.of(new Setting(value, Source.ENVIRONMENT_VARIABLE, variable));
    }

    /**
     * Returns the commit that is checked out.
     *
     * @throws IllegalArgumentException if there is none; the message says where it was looked for
     */
    Commit commit() {
        return Commit.checkedOut(environment, Path.of(System.getProperty("basedir", "")));
    }

    /**
     * Returns the value of a setting.
     *
     * @param preset the value where it is not given
     * @param reader makes the value from its text in small letters, blanks around it removed; empty where that is no value
     * @param fix how it is written, for the error
     * @throws IllegalArgumentException if the text is no value; the message names value, place and fix
     */
    <T> T choose(String property, T preset, Function<String, Optional<T>> reader, String fix) {
        Optional<Setting> setting = find(property);
        if (setting.isEmpty()) {
            return preset;
        }
        Setting found = setting.get();
        return reader.apply(found.text().trim().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException(Printable.quote(found.text()) + " ("
                        + found.sourceText() + ") is not a value of " + property + ": " + fix));
    }

    /**
     * Returns whether a setting is true.
     *
     * @param preset the value where it is not given
     * @throws IllegalArgumentException if it is neither true nor false
     */
    boolean isTrue(String property, boolean preset) {
        return choose(property, preset, Settings::truth, "write true or false");
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Returns the name of the environment variable that stands for a property. */
    public static String variable(String property) {
        return "JUNIT_" + property.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
