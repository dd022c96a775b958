package dev.seeded.etna;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The outcomes of all searches, kept in a file of one line for each. */
final class Outcomes {

    private final Map<String, Outcome> byName = new HashMap<>();

    static Outcomes read(Path file) throws IOException {
        Outcomes outcomes = new Outcomes();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] fields = line.split("\t");
                outcomes.byName.put(fields[0], new Outcome(Long.parseLong(fields[1]), Boolean.parseBoolean(fields[2])));
            }
        }
        return outcomes;
    }

    boolean has(String column, Task task, int repetition) {
        return byName.containsKey(name(column, task, repetition));
    }

    void add(Path file, String column, Task task, int repetition, Outcome outcome) throws IOException {
        String name = name(column, task, repetition);
        byName.put(name, outcome);
        Files.writeString(
                file,
                name + "\t" + outcome.runs() + "\t" + outcome.isFound() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Returns the outcomes of all repetitions that there are. */
    List<Outcome> of(String column, Task task) {
        return IntStream.range(0, Comparison.REPETITIONS)
                .mapToObj(repetition -> name(column, task, repetition))
                .filter(byName::containsKey)
                .map(byName::get)
                .toList();
    }

    private static String name(String column, Task task, int repetition) {
        return column + ": " + task + " " + repetition;
    }
}
