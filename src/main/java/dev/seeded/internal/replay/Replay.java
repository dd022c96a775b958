package dev.seeded.internal.replay;

import java.util.List;

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

    /** One setting of the run, such as {@code seed} and {@code 42}. */
    record Property(String name, String value) {

        /** Returns it as a part of a word that the shell takes literally. */
        public String assignment() {
            return name + "=" + Shell.word(value);
        }
    }
}
