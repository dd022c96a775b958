package dev.seeded.internal.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What looks like a setting and is none.
 *
 * @param written the name as the user wrote it, as it is typed
 * @param meant the setting that it is close to, as it is typed; empty where it is close to none
 */
public record Misspelling(String written, Optional<String> meant) {

    private static final int TOLERANCE = 2;

    /** Returns the misspelt settings of this JVM: first properties, then variables, each in alphabetical order. */
    public static List<Misspelling> ofThisJvm() {
        List<Misspelling> all =
                new ArrayList<>(amongProperties(System.getProperties().stringPropertyNames()));
        all.addAll(amongVariables(System.getenv().keySet()));
        return all;
    }

    /** Returns the misspelt settings among these names of system properties. */
    static List<Misspelling> amongProperties(Collection<String> properties) {
        List<String> unknown = new ArrayList<>();
        for (String name : properties) {
            if (Setting.isOurs(name.toLowerCase(Locale.ROOT))
                    && !names(Setting::property).contains(name)) {
                unknown.add(name);
            }
        }
        return unknown.isEmpty() ? List.of() : of(unknown, names(Setting::property), name -> "-D" + name);
    }

    /** Returns the misspelt settings among these names of environment variables. */
    static List<Misspelling> amongVariables(Collection<String> variables) {
        List<String> ours = new ArrayList<>();
        for (String name : variables) {
            if (name.startsWith(Setting.SEED.variable())) {
                ours.add(name);
            }
        }
        if (ours.isEmpty()) {
            return List.of();
        }
        List<String> valid = names(Setting::variable);
        ours.removeAll(valid);
        return of(ours, valid, name -> name);
    }

    /** Returns what is said where no setting is close. */
    public static String settings() {
        return names(Setting::property).stream().skip(1).collect(Collectors.joining(", "));
    }

    private static List<String> names(Function<Setting, String> name) {
        return Arrays.stream(Setting.values()).map(name).toList();
    }

    private static List<Misspelling> of(List<String> unknown, List<String> valid, UnaryOperator<String> typed) {
        return unknown.stream()
                .sorted()
                .map(name ->
                        new Misspelling(typed.apply(name), closest(name, valid).map(typed)))
                .toList();
    }

    private static Optional<String> closest(String name, List<String> valid) {
        return valid.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) <= TOLERANCE);
    }

    /** Levenshtein's distance, capitals and small letters being equal. */
    private static int distance(String written, String valid) {
        String from = written.toLowerCase(Locale.ROOT);
        String to = valid.toLowerCase(Locale.ROOT);
        int[] previous = new int[to.length() + 1];
        Arrays.setAll(previous, column -> column);
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int substituted = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(substituted, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
