package dev.seeded.etna;

import java.util.List;
import java.util.Map;

/** Operations on binary search trees, each with the faults that ETNA has for it: the code under test. */
final class SearchTrees {

    enum Mutant {
        NONE,
        INSERT_1,
        INSERT_2,
        INSERT_3,
        DELETE_4,
        DELETE_5,
        UNION_6,
        UNION_7,
        UNION_8
    }

    /** Without a fault: for the trees that are inputs. */
    static final SearchTrees CORRECT = new SearchTrees(Mutant.NONE);

    private final Mutant mutant;

    SearchTrees(Mutant mutant) {
        this.mutant = mutant;
    }

    /** Returns the tree into which these entries are inserted, one after the other. */
    static SearchTree of(List<Map.Entry<Integer, Boolean>> entries) {
        SearchTree tree = null;
        for (Map.Entry<Integer, Boolean> entry : entries) {
            tree = CORRECT.insert(entry.getKey(), entry.getValue(), tree);
        }
        return tree;
    }

    SearchTree insert(int key, boolean value, SearchTree tree) {
        if (tree == null || mutant == Mutant.INSERT_1) {
            return new SearchTree(null, key, value, null);
        }
        if (key < tree.key()) {
            return node(insert(key, value, tree.left()), tree, tree.right());
        }
        if (key > tree.key() && mutant != Mutant.INSERT_2) {
            return node(tree.left(), tree, insert(key, value, tree.right()));
        }
        return new SearchTree(tree.left(), tree.key(), mutant == Mutant.INSERT_3 ? tree.value() : value, tree.right());
    }

    SearchTree delete(int key, SearchTree tree) {
        if (tree == null) {
            return null;
        }
        if (key == tree.key()) {
            return join(tree.left(), tree.right());
        }
        boolean isLeft = mutant == Mutant.DELETE_5 ? key > tree.key() : key < tree.key();
        if (mutant == Mutant.DELETE_4) {
            return delete(key, isLeft ? tree.left() : tree.right());
        }
        return isLeft
                ? node(delete(key, tree.left()), tree, tree.right())
                : node(tree.left(), tree, delete(key, tree.right()));
    }

    private static SearchTree join(SearchTree left, SearchTree right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return node(left.left(), left, node(join(left.right(), right.left()), right, right.right()));
    }

    /** Returns a tree with the entries of both; where both have a key, the first decides. */
    SearchTree union(SearchTree one, SearchTree other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return switch (mutant) {
            case UNION_6 -> node(one.left(), one, node(union(one.right(), other.left()), other, other.right()));
            case UNION_7, UNION_8 -> unionByRoots(one, other);
            default ->
                node(union(one.left(), below(one.key(), other)), one, union(one.right(), above(one.key(), other)));
        };
    }

    private SearchTree unionByRoots(SearchTree one, SearchTree other) {
        if (one.key() == other.key()) {
            return node(union(one.left(), other.left()), one, union(one.right(), other.right()));
        }
        if (one.key() > other.key()) {
            return union(other, one);
        }
        return mutant == Mutant.UNION_7
                ? node(one.left(), one, node(union(one.right(), other.left()), other, other.right()))
                : node(
                        union(one.left(), below(one.key(), other.left())),
                        one,
                        union(one.right(), node(above(one.key(), other.left()), other, other.right())));
    }

    private static SearchTree below(int key, SearchTree tree) {
        if (tree == null) {
            return null;
        }
        return key <= tree.key() ? below(key, tree.left()) : node(tree.left(), tree, below(key, tree.right()));
    }

    private static SearchTree above(int key, SearchTree tree) {
        if (tree == null) {
            return null;
        }
        return key >= tree.key() ? above(key, tree.right()) : node(above(key, tree.left()), tree, tree.right());
    }

    private static SearchTree node(SearchTree left, SearchTree root, SearchTree right) {
        return new SearchTree(left, root.key(), root.value(), right);
    }
}
