package dev.seeded.internal.replay;

import dev.seeded.internal.config.Setting;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the command that runs tests again. */
@FunctionalInterface
public interface Replay {

    /**
     * Returns a command for a POSIX shell.
     *
     * @param target what to select
     * @param properties what to set, the run seed first if the test depends on it
     */
    String command(Target target, List<Property> properties);

    /** Returns how the command sets what it sets. */
    default Way way() {
        return Way.PROPERTIES;
    }

    /** Returns whether the command can select so much and no more. Draws are those of one test. */
    default boolean selects(Selection selection) {
        return true;
    }

    /** Returns whether the command of a class leaves out those of its tests that this run left out, as far as that was typed. */
    default boolean leavesOutAgain() {
        return true;
    }

    /** Returns settings as environment variables before a command, for tools that keep {@code -D} to their own JVM. */
    static String variables(List<Property> properties) {
        return properties.stream()
                .map(property -> Setting.variable(property.name()) + "=" + Shell.word(property.value()) + " ")
                .collect(Collectors.joining());
    }

    /** How settings reach JUnit. */
    enum Way {
        /** As variables of the environment, which count only where nothing else gives the setting. */
        VARIABLES,
        /** As system properties of the tests' JVM. */
        PROPERTIES,
        /** As parameters of JUnit, with the suite of the test selected as well. */
        PARAMETERS
    }

    /** One setting of the run, such as {@code seed} and {@code 42}. */
    record Property(String name, String value) {

        /** Returns it as a part of a word that the shell takes literally. */
        public String assignment() {
            return name + "=" + Shell.word(value);
        }
    }
}
