package dev.seeded.etna;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A node of a red-black tree; {@code null} is the empty tree. */
record RedBlackTree(boolean isRed, RedBlackTree left, int key, int value, RedBlackTree right) {

    static boolean isRed(RedBlackTree tree) {
        return tree != null && tree.isRed;
    }

    static boolean isBlackNode(RedBlackTree tree) {
        return tree != null && !tree.isRed;
    }

    /** Returns the value of the key, {@code null} if the tree has none. */
    static Integer find(int key, RedBlackTree tree) {
        RedBlackTree at = tree;
        while (at != null && at.key != key) {
            at = key < at.key ? at.left : at.right;
        }
        return at == null ? null : (Integer) at.value;
    }

    /** Returns whether keys are in order, no red node has a red parent or is the root, and all paths are equally black. */
    static boolean isValid(RedBlackTree tree) {
        List<Map.Entry<Integer, Integer>> entries = entries(tree);
        for (int at = 1; at < entries.size(); at++) {
            if (entries.get(at - 1).getKey() >= entries.get(at).getKey()) {
                return false;
            }
        }
        return !isRed(tree) && blackHeight(tree) > 0;
    }

    /** Returns the number of black nodes on the way to an empty tree, which counts; 0 if the colours are wrong. */
    private static int blackHeight(RedBlackTree tree) {
        if (tree == null) {
            return 1;
        }
        int left = blackHeight(tree.left);
        boolean isRedBelowRed = tree.isRed && (isRed(tree.left) || isRed(tree.right));
        if (left == 0 || left != blackHeight(tree.right) || isRedBelowRed) {
            return 0;
        }
        return tree.isRed ? left : left + 1;
    }

    static List<Map.Entry<Integer, Integer>> entries(RedBlackTree tree) {
        List<Map.Entry<Integer, Integer>> entries = new ArrayList<>();
        collect(tree, entries);
        return entries;
    }

    private static void collect(RedBlackTree tree, List<Map.Entry<Integer, Integer>> entries) {
        if (tree != null) {
            collect(tree.left, entries);
            entries.add(Map.entry(tree.key, tree.value));
            collect(tree.right, entries);
        }
    }
}
