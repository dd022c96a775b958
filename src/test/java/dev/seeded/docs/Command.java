package dev.seeded.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command that a document shows, {@code mvn test -Dtest='DiceTest#rolls' -Dseed=42}.
 *
 * @param tests the classes and methods that {@code -Dtest} selects, of the package {@code dev.seeded.demo}
 * @param options the other options, all of them for the JVM of the tests
 */
record Command(List<String> tests, List<String> options) {

    static final String PROMPT = "$ ";

    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\\S)+");
    private static final String SELECTION = "-Dtest=";

    /** Reads a line, with or without its prompt. */
    static Command parse(String line) {
        List<String> tests = new ArrayList<>();
        List<String> options = new ArrayList<>();
        WORD.matcher(line).results().map(word -> word.group().replace("'", "")).forEach(word -> {
            if (word.startsWith(SELECTION)) {
                tests.addAll(List.of(word.substring(SELECTION.length()).split(",")));
            } else if (word.startsWith("-")) {
                options.add(word);
            }
        });
        return new Command(tests, options);
    }
}
