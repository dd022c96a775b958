package dev.seeded.edges;

import dev.seeded.Seed;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.draws.GeneratorName;
import dev.seeded.internal.edges.EdgeCases;
import dev.seeded.internal.edges.EdgeMix;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.seed.Derivation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Faults that a test may find, and after how many runs it does. */
enum Fault {
    ABSOLUTE(40, random -> Math.abs(random.nextInt()) < 0),
    DIVISION(30, random -> random.nextInt(1_000_000) == 0),
    EXACT_BALANCE(5, random -> {
        int balance = 1 + random.nextInt(1_000_000);
        return IntStream.range(0, 10).anyMatch(unused -> 1 + random.nextInt(1_000_000) == balance);
    }),
    ZERO_OF_UNIT(10, random -> IntStream.range(0, 10).anyMatch(unused -> random.nextDouble() == 0.0)),
    LAST_INDEX(60, random -> random.nextInt(5_000) == 4_999),
    TREE_KEEPS_EQUAL_KEY(6, random -> Tree.fails(random, Tree.Mutant.KEEPS_EQUAL, Random::nextInt)),
    TREE_DELETES_WRONG_WAY(25, random -> Tree.fails(random, Tree.Mutant.WRONG_WAY, Random::nextInt)),
    TREE_DROPS_SUBTREE(80, random -> Tree.fails(random, Tree.Mutant.DROPS, Random::nextInt)),
    BOUNDED_TREE_KEEPS_EQUAL_KEY(5, random -> Tree.fails(random, Tree.Mutant.KEEPS_EQUAL, keys -> keys.nextInt(1_000))),
    BOUNDED_TREE_DELETES_WRONG_WAY(
            20, random -> Tree.fails(random, Tree.Mutant.WRONG_WAY, keys -> keys.nextInt(1_000))),
    BOUNDED_TREE_DROPS_SUBTREE(50, random -> Tree.fails(random, Tree.Mutant.DROPS, keys -> keys.nextInt(1_000))),
    TWO_EQUAL(35, random -> random.nextInt(100_000) == random.nextInt(100_000)),
    INTERVALS_TOUCH(500, random -> random.nextInt(10_000) + random.nextInt(10_000) == random.nextInt(20_000)),
    DEEP_STACK(40, random -> {
        Deque<Integer> stack = new ArrayDeque<>();
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(3)) {
                case 0 -> stack.push(step);
                case 1 -> stack.poll();
                default -> stack.peek();
            }
            if (stack.size() > 64) {
                return true;
            }
        }
        return false;
    }),
    TWELVE_BEFORE(130, random -> {
        int adds = 0;
        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(3)) {
                case 0 -> adds++;
                case 1 -> {
                    return adds >= 12;
                }
                default -> {}
            }
        }
        return false;
    }),
    EASY_NUMBER(25, random -> random.nextInt(100) > 90),
    EASY_ORDER(5, random -> {
        List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3, 4, 5));
        Collections.shuffle(numbers, random);
        return numbers.indexOf(1) > numbers.indexOf(2);
    }),
    EASY_TRUTHS(25, random -> random.nextBoolean() && !random.nextBoolean() && random.nextBoolean()),
    EASY_REAL(60, random -> random.nextDouble() * random.nextInt(10) > 7);

    static final int MOST = 20_000;

    private final int half;

    @SuppressWarnings("ImmutableEnumChecker") // it has no state
    private final Predicate<Random> test;

    Fault(int half, Predicate<Random> test) {
        this.half = half;
        this.test = test;
    }

    /** Returns the number of runs within which half of all explorations are to find it. */
    int half() {
        return half;
    }

    /** Returns the number of the run that finds it, in an exploration from this seed; one more than there are where none does. */
    int found(long first, boolean edgeCases) {
        for (int run = 0; run < MOST; run++) {
            Seed runSeed = Seed.of(Derivation.runSeed(first, run));
            if (test.test(random(runSeed, name(), edgeCases))) {
                return run + 1;
            }
        }
        return MOST + 1;
    }

    /** Returns the numbers of the runs that find it, the least first. */
    List<Integer> found(boolean edgeCases) {
        return LongStream.range(0, 10)
                .mapToObj(seed -> found(seed, edgeCases))
                .sorted()
                .toList();
    }

    static Random random(Seed runSeed, String name, boolean edgeCases) {
        Seed seed = Seed.of(Derivation.testSeed(runSeed.value(), name));
        Recipe recipe = Recipe.of(Random.class, "", unused -> Optional.empty());
        return (Random) EdgeMix.of(runSeed)
                .filter(unused -> edgeCases)
                .map(mix -> DrawSession.makeWithin(
                        new EdgeCases(mix, seed, Fault.class), new GeneratorName(name, "Random", ""), recipe, seed))
                .orElseGet(() -> recipe.maker().apply(seed));
    }

    /** A binary search tree with a fault. */
    private static final class Tree {

        enum Mutant {
            KEEPS_EQUAL,
            WRONG_WAY,
            DROPS
        }

        private interface Keys {
            int next(Random random);
        }

        private static final class Node {
            final int key;
            int value;

            @Nullable
            Node left;

            @Nullable
            Node right;

            Node(int key, int value) {
                this.key = key;
                this.value = value;
            }
        }

        private final Mutant mutant;
        private @Nullable Node root;

        private Tree(Mutant mutant) {
            this.mutant = mutant;
        }

        static boolean fails(Random random, Mutant mutant, Keys keys) {
            Tree tree = new Tree(mutant);
            Map<Integer, Integer> expected = new TreeMap<>();
            int size = random.nextInt(20);
            for (int at = 0; at < size; at++) {
                int key = keys.next(random);
                tree.root = tree.insert(tree.root, key, at);
                expected.put(key, at);
            }
            int deleted = keys.next(random);
            tree.root = tree.delete(tree.root, deleted);
            expected.remove(deleted);
            Map<Integer, Integer> found = new TreeMap<>();
            list(tree.root, found);
            return !found.equals(expected);
        }

        private Node insert(@Nullable Node node, int key, int value) {
            if (node == null) {
                return new Node(key, value);
            }
            if (key < node.key) {
                node.left = insert(node.left, key, value);
            } else if (key > node.key) {
                node.right = insert(node.right, key, value);
            } else if (mutant != Mutant.KEEPS_EQUAL) {
                node.value = value;
            }
            return node;
        }

        private @Nullable Node delete(@Nullable Node node, int key) {
            if (node == null) {
                return null;
            }
            if (key == node.key) {
                return mutant == Mutant.DROPS ? node.left : join(node.left, node.right);
            }
            if (key < node.key == (mutant != Mutant.WRONG_WAY)) {
                node.left = delete(node.left, key);
            } else {
                node.right = delete(node.right, key);
            }
            return node;
        }

        private static @Nullable Node join(@Nullable Node left, @Nullable Node right) {
            if (left == null || right == null) {
                return left == null ? right : left;
            }
            left.right = join(left.right, right);
            return left;
        }

        private static void list(@Nullable Node node, Map<Integer, Integer> into) {
            if (node != null) {
                list(node.left, into);
                into.put(node.key, node.value);
                list(node.right, into);
            }
        }
    }
}
