package dev.seeded.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A command that a document shows, {@code JUNIT_SEED=42 ./gradlew test} or {@code mvn test -Dtest='DiceTest#rolls'}.
 *
 * @param variables the environment variables before the program
 * @param program the build tool
 * @param options the options for the JVM of the tests
 * @param tests the classes and methods that {@code -Dtest} selects, of which {@code dev.seeded.demo} is the package
 */
record Command(Map<String, String> variables, String program, List<String> options, List<String> tests) {

    static final String PROMPT = "$ ";

    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\\S)+");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Z_]+=.*");
    private static final String SELECTION = "-Dtest=";

    /** Reads what follows the prompt. */
    static Command parse(String typed) {
        Map<String, String> variables = new LinkedHashMap<>();
        List<String> programs = new ArrayList<>();
        List<String> options = new ArrayList<>();
        List<String> tests = new ArrayList<>();
        WORD.matcher(typed).results().map(word -> word.group().replace("'", "")).forEach(word -> {
            if (word.startsWith(SELECTION)) {
                tests.addAll(List.of(word.substring(SELECTION.length()).split(",")));
            } else if (word.startsWith("-D") || word.startsWith("-javaagent")) {
                options.add(word);
            } else if (ASSIGNMENT.matcher(word).matches()) {
                String[] assignment = word.split("=", 2);
                variables.put(assignment[0], assignment[1]);
            } else {
                programs.add(word);
            }
        });
        return new Command(variables, programs.get(0), options, tests);
    }
}
