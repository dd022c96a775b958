package dev.seeded.etna;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Has each library search for each fault, ten times, and prints the tables. Outcomes are appended to a file as they come: what is
 * there is not searched again.
 */
final class Comparison {

    static final int REPETITIONS = 10;
    static final Limit LIMIT = new Limit(20_000, TimeUnit.SECONDS.toNanos(10));

    /** The columns, from left to right. */
    private static final Map<String, Supplier<Finder>> FINDERS = finders();

    private Comparison() {}

    private static Map<String, Supplier<Finder>> finders() {
        Map<String, Supplier<Finder>> finders = new LinkedHashMap<>();
        finders.put("Seeded uniform", () -> new SeededFinder(false));
        finders.put("Seeded with edge cases", () -> new SeededFinder(true));
        finders.put("junit-quickcheck", QuickcheckFinder::new);
        finders.put("QuickTheories", QuickTheoriesFinder::new);
        finders.put("Kotest", KotestFinder::new);
        finders.put("JQF with Zest", ZestFinder::new);
        finders.put("Jazzer", JazzerFinder::new);
        return finders;
    }

    /** Takes the file of outcomes, the seconds that may pass before it ends with what there is, and columns; none for all. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[1]));
        List<String> columns = arguments.length == 2
                ? List.copyOf(FINDERS.keySet())
                : Arrays.asList(arguments).subList(2, arguments.length);
        List<Task> tasks = Task.all();
        Outcomes outcomes = Outcomes.read(file);
        for (String column : columns) {
            Finder finder = FINDERS.get(column).get();
            for (int repetition = 0; repetition < REPETITIONS; repetition++) {
                long seed = new SplittableRandom(repetition).nextLong();
                for (Task task : tasks) {
                    if (System.nanoTime() < end && !outcomes.has(column, task, repetition)) {
                        outcomes.add(file, column, task, repetition, finder.find(task, seed, LIMIT));
                    }
                }
            }
        }
        System.out.print(new Report(tasks, List.copyOf(FINDERS.keySet()), outcomes));
    }
}
