package dev.seeded.etna;

import com.pholser.junit.quickcheck.generator.GenerationStatus;
import com.pholser.junit.quickcheck.generator.Generator;
import com.pholser.junit.quickcheck.generator.java.lang.BooleanGenerator;
import com.pholser.junit.quickcheck.generator.java.lang.IntegerGenerator;
import com.pholser.junit.quickcheck.random.SourceOfRandomness;
import java.util.function.Supplier;

/**
 * Generators for junit-quickcheck, which JQF takes as well.
 *
 * @param sources gives the source of the next parameter
 */
record QuickcheckInputs(Supplier<SourceOfRandomness> sources, GenerationStatus status) implements Inputs {

    private static final Generator<SearchTree> SEARCH_TREES = new Generator<>(SearchTree.class) {
        @Override
        public SearchTree generate(SourceOfRandomness random, GenerationStatus status) {
            SearchTree tree = null;
            for (int size = random.nextInt(20); size > 0; size--) {
                tree = SearchTrees.CORRECT.insert(random.nextInt(), random.nextBoolean(), tree);
            }
            return tree;
        }
    };

    private static final Generator<RedBlackTree> RED_BLACK_TREES = new Generator<>(RedBlackTree.class) {
        @Override
        public RedBlackTree generate(SourceOfRandomness random, GenerationStatus status) {
            RedBlackTree tree = null;
            for (int size = random.nextInt(20); size > 0; size--) {
                tree = RedBlackTrees.CORRECT.insert(random.nextInt(), random.nextInt(), tree);
            }
            return tree;
        }
    };

    private static final Generator<Term> TERMS = new Generator<>(Term.class) {
        @Override
        public Term generate(SourceOfRandomness random, GenerationStatus status) {
            return new Terms(random::nextInt).closed();
        }
    };

    private static final Generator<Integer> NUMBERS = new IntegerGenerator();
    private static final Generator<Boolean> FLAGS = new BooleanGenerator();

    @Override
    public SearchTree searchTree() {
        return SEARCH_TREES.generate(sources.get(), status);
    }

    @Override
    public RedBlackTree redBlackTree() {
        return RED_BLACK_TREES.generate(sources.get(), status);
    }

    @Override
    public Term term() {
        return TERMS.generate(sources.get(), status);
    }

    @Override
    public int number() {
        return NUMBERS.generate(sources.get(), status);
    }

    @Override
    public boolean flag() {
        return FLAGS.generate(sources.get(), status);
    }
}
