package dev.seeded.etna;

import static dev.seeded.etna.RedBlackTree.isBlackNode;
import static dev.seeded.etna.RedBlackTree.isRed;

import java.util.List;
import java.util.Map;

/**
 * Operations on red-black trees, each with the faults that ETNA has for it: the code under test. Insertion is that of Okasaki,
 * <em>Red-black trees in a functional setting</em>, JFP 1999, deletion that of Kahrs, <em>Red-black trees with types</em>, JFP
 * 2001.
 */
final class RedBlackTrees {

    enum Mutant {
        NONE,
        SWAP_CD,
        SWAP_BC,
        MISCOLOR_INSERT,
        INSERT_1,
        INSERT_2,
        INSERT_3,
        NO_BALANCE_INSERT_1,
        NO_BALANCE_INSERT_2,
        MISCOLOR_BALLEFT,
        MISCOLOR_BALRIGHT,
        MISCOLOR_JOIN_1,
        MISCOLOR_JOIN_2,
        DELETE_4,
        DELETE_5,
        MISCOLOR_DELETE
    }

    /** Without a fault: for the trees that are inputs. */
    static final RedBlackTrees CORRECT = new RedBlackTrees(Mutant.NONE);

    private final Mutant mutant;

    RedBlackTrees(Mutant mutant) {
        this.mutant = mutant;
    }

    /** Returns the tree into which these entries are inserted, one after the other. */
    static RedBlackTree of(List<Map.Entry<Integer, Integer>> entries) {
        RedBlackTree tree = null;
        for (Map.Entry<Integer, Integer> entry : entries) {
            tree = CORRECT.insert(entry.getKey(), entry.getValue(), tree);
        }
        return tree;
    }

    RedBlackTree insert(int key, int value, RedBlackTree tree) {
        return coloured(false, insertBelow(key, value, tree));
    }

    private RedBlackTree insertBelow(int key, int value, RedBlackTree tree) {
        if (tree == null) {
            return new RedBlackTree(mutant != Mutant.MISCOLOR_INSERT, null, key, value, null);
        }
        if (mutant == Mutant.INSERT_1) {
            return new RedBlackTree(true, null, key, value, null);
        }
        if (key < tree.key()) {
            RedBlackTree left = insertBelow(key, value, tree.left());
            return mutant == Mutant.NO_BALANCE_INSERT_1
                    ? node(tree.isRed(), left, tree, tree.right())
                    : balance(tree.isRed(), left, tree, tree.right());
        }
        if (key > tree.key() && mutant != Mutant.INSERT_2) {
            return mutant == Mutant.NO_BALANCE_INSERT_2
                    ? node(tree.isRed(), tree.left(), tree, insert(key, value, tree.right()))
                    : balance(tree.isRed(), tree.left(), tree, insertBelow(key, value, tree.right()));
        }
        return new RedBlackTree(
                tree.isRed(), tree.left(), tree.key(), mutant == Mutant.INSERT_3 ? tree.value() : value, tree.right());
    }

    /** Returns a tree with this root's entry; a red node below a red one, in either subtree, is moved up. */
    private RedBlackTree balance(boolean isRed, RedBlackTree left, RedBlackTree root, RedBlackTree right) {
        if (!isRed && isRed(left) && isRed(left.left())) {
            return red(
                    coloured(false, left.left()),
                    left,
                    mutant == Mutant.SWAP_CD ? black(right, root, left.right()) : black(left.right(), root, right));
        }
        if (!isRed && isRed(left) && isRed(left.right())) {
            RedBlackTree middle = left.right();
            return red(black(left.left(), left, middle.left()), middle, black(middle.right(), root, right));
        }
        if (!isRed && isRed(right) && isRed(right.left())) {
            RedBlackTree middle = right.left();
            return mutant == Mutant.SWAP_BC
                    ? red(black(left, root, middle.right()), middle, black(middle.left(), right, right.right()))
                    : red(black(left, root, middle.left()), middle, black(middle.right(), right, right.right()));
        }
        if (!isRed && isRed(right) && isRed(right.right())) {
            return red(black(left, root, right.left()), right, coloured(false, right.right()));
        }
        return node(isRed, left, root, right);
    }

    RedBlackTree delete(int key, RedBlackTree tree) {
        RedBlackTree rest = deleteBelow(key, tree);
        return mutant == Mutant.MISCOLOR_DELETE ? rest : coloured(false, rest);
    }

    private RedBlackTree deleteBelow(int key, RedBlackTree tree) {
        if (tree == null) {
            return null;
        }
        if (key == tree.key()) {
            return join(tree.left(), tree.right());
        }
        boolean isLeft = mutant == Mutant.DELETE_5 ? key > tree.key() : key < tree.key();
        RedBlackTree rest = deleteBelow(key, isLeft ? tree.left() : tree.right());
        if (mutant == Mutant.DELETE_4) {
            return rest;
        }
        if (isLeft) {
            return isBlackNode(tree.left()) ? balanceLeft(rest, tree, tree.right()) : red(rest, tree, tree.right());
        }
        return isBlackNode(tree.right()) ? balanceRight(tree.left(), tree, rest) : red(tree.left(), tree, rest);
    }

    /** Returns a tree with this root's entry where the left subtree has one black node too few on each way. */
    private RedBlackTree balanceLeft(RedBlackTree left, RedBlackTree root, RedBlackTree right) {
        if (isRed(left)) {
            return red(coloured(false, left), root, right);
        }
        if (isBlackNode(right)) {
            return balance(false, left, root, coloured(true, right));
        }
        if (isRed(right) && isBlackNode(right.left())) {
            RedBlackTree middle = right.left();
            RedBlackTree last = mutant == Mutant.MISCOLOR_BALLEFT ? right.right() : reddened(right.right());
            return red(black(left, root, middle.left()), middle, balance(false, middle.right(), right, last));
        }
        throw invariantBroken();
    }

    /** Returns a tree with this root's entry where the right subtree has one black node too few on each way. */
    private RedBlackTree balanceRight(RedBlackTree left, RedBlackTree root, RedBlackTree right) {
        if (isRed(right)) {
            return red(left, root, coloured(false, right));
        }
        if (isBlackNode(left)) {
            return balance(false, coloured(true, left), root, right);
        }
        if (isRed(left) && isBlackNode(left.right())) {
            RedBlackTree middle = left.right();
            RedBlackTree first = mutant == Mutant.MISCOLOR_BALRIGHT ? left.left() : reddened(left.left());
            return red(balance(false, first, left, middle.left()), middle, black(middle.right(), root, right));
        }
        throw invariantBroken();
    }

    private RedBlackTree join(RedBlackTree left, RedBlackTree right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        if (left.isRed() != right.isRed()) {
            return right.isRed()
                    ? red(join(left, right.left()), right, right.right())
                    : red(left.left(), left, join(left.right(), right));
        }
        RedBlackTree middle = join(left.right(), right.left());
        boolean isRed = left.isRed();
        if (isRed(middle)) {
            boolean isRedBelow = isRed != (mutant == (isRed ? Mutant.MISCOLOR_JOIN_1 : Mutant.MISCOLOR_JOIN_2));
            return red(
                    node(isRedBelow, left.left(), left, middle.left()),
                    middle,
                    node(isRedBelow, middle.right(), right, right.right()));
        }
        return isRed
                ? red(left.left(), left, red(middle, right, right.right()))
                : balanceLeft(left.left(), left, black(middle, right, right.right()));
    }

    private static RedBlackTree reddened(RedBlackTree tree) {
        if (isBlackNode(tree)) {
            return coloured(true, tree);
        }
        throw invariantBroken();
    }

    private static RedBlackTree coloured(boolean isRed, RedBlackTree tree) {
        return tree == null ? null : node(isRed, tree.left(), tree, tree.right());
    }

    private static RedBlackTree red(RedBlackTree left, RedBlackTree root, RedBlackTree right) {
        return node(true, left, root, right);
    }

    private static RedBlackTree black(RedBlackTree left, RedBlackTree root, RedBlackTree right) {
        return node(false, left, root, right);
    }

    private static RedBlackTree node(boolean isRed, RedBlackTree left, RedBlackTree root, RedBlackTree right) {
        return new RedBlackTree(isRed, left, root.key(), root.value(), right);
    }

    private static IllegalStateException invariantBroken() {
        return new IllegalStateException("no red-black tree");
    }
}
