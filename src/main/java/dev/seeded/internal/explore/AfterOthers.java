package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.TestSelection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs the tests of each class once, those of the first after others that need not be selected: one of the same class runs
 * in one go with them, and all do so in this JVM, however the tool that started it shares out the classes.
 */
final class AfterOthers implements Mode {

    private static final int NAMED = 10;

    private Map<TestSelection, String> others;

    /** @param others with what a person calls them */
    AfterOthers(Map<TestSelection, String> others) {
        this.others = others;
    }

    @Override
    public void explore(ClassExploration tests) {
        Map<String, RunResult> results = tests.runAfter(List.copyOf(others.keySet()));
        if (!others.isEmpty()) {
            StandardError.print("Seeded: ran " + ran(results) + " before the tests of " + tests.name());
            others = Map.of();
        }
        tests.tests().forEach(test -> test.finish());
    }

    private String ran(Map<String, RunResult> results) {
        String ran = others.keySet().stream()
                .limit(NAMED)
                .map(other -> others.get(other) + " (" + outcome(requireNonNull(results.get(other.id()))) + ")")
                .collect(Collectors.joining(", "));
        int more = others.size() - NAMED;
        return ran + (more > 0 ? " and " + Counted.number(more) + " more" : "");
    }

    private static String outcome(RunResult result) {
        return result.outcome().name().toLowerCase(Locale.ROOT);
    }
}
