package dev.seeded.etna;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A fault and a property that it breaks.
 *
 * @param mutant the name of the fault
 */
record Task(Workload workload, String mutant, Property property) {

    /** So many runs with few different keys break each property that a fault can break at all. */
    private static final long ENOUGH = 20_000;

    /**
     * Returns all tasks: the pairs of fault and property that dense inputs break.
     *
     * @throws IllegalStateException if a property is broken where there is no fault
     */
    static List<Task> all() {
        List<Task> tasks = new ArrayList<>();
        for (Workload workload : Workload.values()) {
            for (String mutant : workload.mutants()) {
                for (Property property : workload.properties(mutant)) {
                    Task task = new Task(workload, mutant, property);
                    if (task.isPossible()) {
                        tasks.add(task);
                    }
                }
            }
        }
        tasks.stream().filter(task -> task.mutant.equals("NONE")).findAny().ifPresent(task -> {
            throw new IllegalStateException(task + " is broken without a fault");
        });
        return tasks;
    }

    private boolean isPossible() {
        Count count = new Count(new Limit(ENOUGH, Long.MAX_VALUE));
        Inputs dense = new DenseInputs(new Random(7));
        while (count.holds(property.draw().apply(dense))) {
            // The next.
        }
        return count.outcome().isFound();
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(workload, mutant.toLowerCase(Locale.ROOT), property.name());
    }

    /** Inputs with keys so few that they meet. */
    private record DenseInputs(Random random) implements Inputs {

        @Override
        public SearchTree searchTree() {
            SearchTree tree = null;
            for (int size = random.nextInt(10); size > 0; size--) {
                tree = SearchTrees.CORRECT.insert(number(), flag(), tree);
            }
            return tree;
        }

        @Override
        public RedBlackTree redBlackTree() {
            RedBlackTree tree = null;
            for (int size = random.nextInt(20); size > 0; size--) {
                tree = RedBlackTrees.CORRECT.insert(number(), number(), tree);
            }
            return tree;
        }

        @Override
        public Term term() {
            return new Terms(random::nextInt).closed();
        }

        @Override
        public int number() {
            return random.nextInt(20);
        }

        @Override
        public boolean flag() {
            return random.nextBoolean();
        }
    }
}
