package dev.seeded.internal.config;

import dev.seeded.internal.UserError;
import dev.seeded.internal.config.GivenSetting.Source;
import dev.seeded.internal.console.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Returns a setting, if it is given. */
    public Optional<GivenSetting> find(Setting setting) {
        String property = setting.property();
        String parameter = parameters.apply(property);
        if (parameter != null && !parameter.trim().isEmpty()) {
            Source source = parameter.equals(systemProperties.apply(property))
                    ? Source.SYSTEM_PROPERTY
                    : Source.CONFIGURATION_PARAMETER;
            return Optional.of(new GivenSetting(parameter, source, property));
        }
        String value = environment.apply(setting.variable());
        return value == null || value.trim().isEmpty()
                ? Optional.empty()
                : Optional.of(new GivenSetting(value, Source.ENVIRONMENT_VARIABLE, setting.variable()));
    }

    /** Returns a setting, if it is given and asks for something: not if it is false, nor a run seed that is a number. */
    public Optional<GivenSetting> inForce(Setting setting) {
        return find(setting).filter(given -> setting == Setting.SEED ? given.says("last") : !given.says("false"));
    }

    /**
     * Makes sure that no setting is given with others that it excludes, or without the one that it needs.
     *
     * @throws UserError if one is; the message names both and the fix
     */
    public void demandThatTheyFit() {
        for (Setting setting : Setting.values()) {
            inForce(setting).ifPresent(given -> demandThatNoneExcludes(given, setting));
        }
        for (Setting setting : Setting.values()) {
            inForce(setting).ifPresent(given -> demandThatItHasWhatItNeeds(given, setting));
        }
    }

    /** Returns what keeps a setting that says how to search from having an effect; empty if nothing does. */
    private Optional<String> idle(Setting setting) {
        return Setting.REPLAYS.stream()
                .filter(setting::isIdleWith)
                .filter(replay -> inForce(replay).isPresent())
                .findFirst()
                .map(replay -> "with " + (replay == Setting.SEED ? "seed=last" : replay.property()))
                .or(() -> lacked(setting)
                        .filter(unused -> find(Setting.SEED).isPresent())
                        .map(needed -> "without " + needed.property()));
    }

    /** Returns whether a setting says how to search, and something keeps it from having an effect. */
    boolean isWithoutEffect(Setting setting) {
        return idle(setting).isPresent();
    }

    /** Returns a sentence on each setting that is given and has no effect. */
    public List<String> withoutEffect() {
        return Arrays.stream(Setting.values())
                .flatMap(setting -> inForce(setting).stream()
                        .flatMap(given -> idle(setting).stream()
                                .map(why -> Printable.line(given.asTyped()) + " has no effect " + why)))
                .toList();
    }

    private Optional<Setting> lacked(Setting setting) {
        return setting.needed().filter(needed -> find(needed).isEmpty());
    }

    private void demandThatNoneExcludes(GivenSetting given, Setting setting) {
        String others = setting.excluded().stream()
                .filter(other -> !isWithoutEffect(other))
                .map(this::inForce)
                .flatMap(Optional::stream)
                .map(GivenSetting::asTyped)
                .collect(Collectors.joining(" and "));
        if (!others.isEmpty()) {
            throw new UserError(given.asTyped() + " cannot be given with " + others + ": leave out one or the other");
        }
    }

    private void demandThatItHasWhatItNeeds(GivenSetting given, Setting setting) {
        lacked(setting).filter(unused -> !isWithoutEffect(setting)).ifPresent(needed -> {
            throw new UserError(
                    given.asTyped() + " needs " + needed.property() + " (for example " + needed.examples() + ")");
        });
    }

    /**
     * Returns the commit that a CI system has checked out.
     *
     * @throws UserError if there is none; the message says what to do
     */
    Commit commit() {
        return Commit.checkedOut(environment);
    }

    /**
     * Returns the value of a setting, given or preset; empty where it is neither.
     *
     * @param reader makes the value from its text in small letters, blanks around it removed; empty where that is no value
     * @throws UserError if the text is no value; the message names value, place and fix
     */
    <T> Optional<T> read(Setting setting, Function<String, Optional<T>> reader) {
        Optional<GivenSetting> given = find(setting).filter(unused -> !isWithoutEffect(setting));
        String text = given.map(GivenSetting::text).orElse(setting.preset());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = reader.apply(text.trim().toLowerCase(Locale.ROOT));
        if (value.isEmpty()) {
            throw new UserError(Printable.quote(text) + " ("
                    + given.map(GivenSetting::sourceText).orElse("preset") + ") is not a value of "
                    + setting.property() + "; write " + setting.form().replace('`', '\''));
        }
        return value;
    }

    /**
     * Returns whether a setting is true that is true or false.
     *
     * @throws UserError if it is neither
     */
    boolean isTrue(Setting setting) {
        return read(setting, Settings::truth).orElseThrow();
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
