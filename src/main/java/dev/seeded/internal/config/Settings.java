package dev.seeded.internal.config;

import dev.seeded.internal.config.Setting.Source;
import dev.seeded.internal.console.Printable;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds settings: a JUnit configuration parameter first, which system properties belong to, then the environment, where
 * property {@code seed.x} is variable {@code JUNIT_SEED_X}. Blank counts as not given.
 */
public final class Settings {

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
                .orElseThrow(() -> new IllegalArgumentException(Printable.quote(found.text()) + " (" + found.origin()
                        + ") is not a value of " + property + ": " + fix));
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
