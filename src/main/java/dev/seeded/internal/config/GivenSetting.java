package dev.seeded.internal.config;

/**
 * A value that the user gave, and where.
 *
 * @param text the value as it was written
 * @param source the kind of place that it was written in
 * @param name the name that it has there
 * @param meaning what the text stands for, where it is a word for something else; empty otherwise
 */
public record GivenSetting(String text, Source source, String name, String meaning) {

    /** Creates a setting that means what it says. */
    public GivenSetting(String text, Source source, String name) {
        this(text, source, name, "");
    }

    /** Returns this setting, whose text stands for something else. */
    GivenSetting meaning(String found) {
        return new GivenSetting(text, source, name, found);
    }

    /** Returns whether it is this word, in capitals or not. */
    boolean says(String word) {
        return text.trim().equalsIgnoreCase(word);
    }

    /** The places that a setting can be written in. */
    public enum Source {
        SYSTEM_PROPERTY("system property", "-D"),
        CONFIGURATION_PARAMETER("JUnit configuration parameter", ""),
        ENVIRONMENT_VARIABLE("environment variable", "");

        private final String label;
        private final String prefix;

        Source(String label, String prefix) {
            this.label = label;
            this.prefix = prefix;
        }
    }

    /** Returns the place in words: "system property seed". */
    public String sourceText() {
        return source.label + " " + name;
    }

    /** Returns the setting as it is typed: "-Dseed=42". */
    public String asTyped() {
        return source.prefix + name + "=" + text.trim();
    }
}
