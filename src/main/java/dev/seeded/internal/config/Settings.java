package dev.seeded.internal.config;

import dev.seeded.internal.config.Setting.Source;
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

    /** Returns the name of the environment variable that stands for a property. */
    public static String variable(String property) {
        return "JUNIT_" + property.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
