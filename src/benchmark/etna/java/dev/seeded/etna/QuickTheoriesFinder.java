package dev.seeded.etna;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;

/** QuickTheories, which visits the boundaries first. */
final class QuickTheoriesFinder implements Finder {

    private static final Gen<Integer> NUMBERS = integers().all();
    private static final Gen<Boolean> FLAGS = booleans().all();
    private static final Gen<SearchTree> SEARCH_TREES =
            lists().of(NUMBERS.zip(FLAGS, Map::entry)).ofSizeBetween(0, 19).map(SearchTrees::of);
    private static final Gen<RedBlackTree> RED_BLACK_TREES =
            lists().of(NUMBERS.zip(NUMBERS, Map::entry)).ofSizeBetween(0, 19).map(RedBlackTrees::of);
    private static final Gen<Term> TERMS =
            source -> new Terms(bound -> integers().between(0, bound - 1).generate(source)).closed();

    @Override
    public Outcome find(Task task, long seed, Limit limit) {
        Count count = new Count(limit);
        Gen<BooleanSupplier> runs = source -> task.property().draw().apply(new Generated(source));
        try {
            qt().withFixedSeed(seed)
                    .withExamples(Math.toIntExact(limit.runs()))
                    .withShrinkCycles(0)
                    .forAll(runs)
                    .check(count::holds);
        } catch (AssertionError found) {
            // Counted.
        }
        return count.outcome();
    }

    private record Generated(RandomnessSource source) implements Inputs {

        @Override
        public SearchTree searchTree() {
            return SEARCH_TREES.generate(source);
        }

        @Override
        public RedBlackTree redBlackTree() {
            return RED_BLACK_TREES.generate(source);
        }

        @Override
        public Term term() {
            return TERMS.generate(source);
        }

        @Override
        public int number() {
            return NUMBERS.generate(source);
        }

        @Override
        public boolean flag() {
            return FLAGS.generate(source);
        }
    }
}
