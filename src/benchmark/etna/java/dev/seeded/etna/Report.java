package dev.seeded.etna;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The tables, in Markdown.
 *
 * @param columns the names of the libraries
 */
record Report(List<Task> tasks, List<String> columns, Outcomes outcomes) {

    private static final List<Long> STEPS = List.of(100L, 1_000L, Comparison.LIMIT.runs());
    private static final String NOT_FOUND = "–";

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        row(text, "", column -> column);
        row(text, "---", column -> "---:");
        for (Workload workload : Workload.values()) {
            List<Task> its =
                    tasks.stream().filter(task -> task.workload() == workload).toList();
            String name = "%s, %d tasks: ".formatted(workload, its.size());
            for (long step : STEPS) {
                row(text, "%sfound within %,d runs".formatted(name, step), column -> share(column, its, step));
            }
            row(text, name + "median of runs", column -> cell(its.stream().map(task -> median(column, task))));
        }
        row(text, "all: median of runs", column -> cell(tasks.stream().map(task -> median(column, task))));
        row(text, "tasks never found", column -> Long.toString(neverFound(column)));
        row(text, "tasks for which no other column needs fewer runs", column -> Long.toString(best(column)));
        row(text, "searches done, of %,d".formatted(tasks.size() * Comparison.REPETITIONS), this::searches);
        text.append('\n');
        row(text, "task", column -> column);
        row(text, "---", column -> "---:");
        for (Task task : tasks) {
            row(text, task.toString(), column -> cell(column, task));
        }
        return text.toString();
    }

    private void row(StringBuilder text, String first, Function<String, String> cell) {
        text.append(columns.stream().map(cell).collect(Collectors.joining(" | ", "| " + first + " | ", " |\n")));
    }

    private String share(String column, List<Task> some, long step) {
        List<Outcome> all = some.stream()
                .flatMap(task -> outcomes.of(column, task).stream())
                .toList();
        long found = all.stream()
                .filter(outcome -> outcome.isFound() && outcome.runs() <= step)
                .count();
        return all.isEmpty() ? "" : "%.0f %%".formatted(100.0 * found / all.size());
    }

    private long neverFound(String column) {
        return tasks.stream()
                .map(task -> outcomes.of(column, task))
                .filter(all -> !all.isEmpty() && all.stream().noneMatch(Outcome::isFound))
                .count();
    }

    private long best(String column) {
        return tasks.stream()
                .filter(task -> Double.isFinite(median(column, task)))
                .filter(task -> columns.stream()
                        .noneMatch(other -> Math.round(median(other, task)) < Math.round(median(column, task))))
                .count();
    }

    private String searches(String column) {
        return "%,d"
                .formatted(tasks.stream()
                        .mapToInt(task -> outcomes.of(column, task).size())
                        .sum());
    }

    private String cell(String column, Task task) {
        List<Outcome> all = outcomes.of(column, task);
        if (all.isEmpty()) {
            return "";
        }
        boolean isOutOfTime =
                all.stream().anyMatch(outcome -> !outcome.isFound() && outcome.runs() < Comparison.LIMIT.runs());
        return number(median(column, task)) + (isOutOfTime ? "*" : "");
    }

    private double median(String column, Task task) {
        return median(outcomes.of(column, task).stream()
                .mapToDouble(outcome -> outcome.isFound() ? outcome.runs() : Double.POSITIVE_INFINITY));
    }

    private static String cell(Stream<Double> values) {
        return number(median(values.mapToDouble(Double::doubleValue)));
    }

    /** Returns the median, not a number where there are no values. */
    private static double median(DoubleStream values) {
        double[] sorted = values.filter(value -> !Double.isNaN(value)).sorted().toArray();
        int count = sorted.length;
        return count == 0 ? Double.NaN : (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }

    private static String number(double median) {
        if (Double.isNaN(median)) {
            return "";
        }
        return Double.isInfinite(median) ? NOT_FOUND : String.format(Locale.ROOT, "%,.0f", median);
    }
}
