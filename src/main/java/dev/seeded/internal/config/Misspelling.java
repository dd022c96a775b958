package dev.seeded.internal.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A property that is no setting, but nearly.
 *
 * @param written the name as the user wrote it
 * @param meant the setting that it is closest to
 */
public record Misspelling(String written, String meant) {

    private static final List<String> VALID = List.of(
            "seed.announce",
            "seed.check",
            "seed.check.jvm",
            "seed.check.same",
            "seed.check.others",
            "seed.collections",
            "seed.command",
            "seed.global",
            "seed.keepGoing",
            "seed.memory",
            "seed.pins",
            "seed.runs",
            "seed.strict",
            "seed.timeout");
    private static final int TOLERANCE = 2;

    /** Returns the misspelt settings among these property names, in alphabetical order. */
    public static List<Misspelling> among(Collection<String> properties) {
        return properties.stream()
                .filter(name -> name.startsWith("seed.") && !VALID.contains(name))
                .sorted()
                .map(name -> new Misspelling(name, closest(name)))
                .filter(misspelling -> distance(misspelling.written, misspelling.meant) <= TOLERANCE)
                .toList();
    }

    private static String closest(String name) {
        return VALID.stream()
                .min(Comparator.comparingInt(valid -> distance(name, valid)))
                .orElseThrow();
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
