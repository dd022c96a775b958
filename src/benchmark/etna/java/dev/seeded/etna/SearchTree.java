package dev.seeded.etna;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A node of a binary search tree; {@code null} is the empty tree. */
record SearchTree(SearchTree left, int key, boolean value, SearchTree right) {

    /** Returns the value of the key, {@code null} if the tree has none. */
    static Boolean find(int key, SearchTree tree) {
        SearchTree at = tree;
        while (at != null && at.key != key) {
            at = key < at.key ? at.left : at.right;
        }
        return at == null ? null : (Boolean) at.value;
    }

    static boolean isValid(SearchTree tree) {
        List<Map.Entry<Integer, Boolean>> entries = entries(tree);
        for (int at = 1; at < entries.size(); at++) {
            if (entries.get(at - 1).getKey() >= entries.get(at).getKey()) {
                return false;
            }
        }
        return true;
    }

    static List<Map.Entry<Integer, Boolean>> entries(SearchTree tree) {
        List<Map.Entry<Integer, Boolean>> entries = new ArrayList<>();
        collect(tree, entries);
        return entries;
    }

    private static void collect(SearchTree tree, List<Map.Entry<Integer, Boolean>> entries) {
        if (tree != null) {
            collect(tree.left, entries);
            entries.add(Map.entry(tree.key, tree.value));
            collect(tree.right, entries);
        }
    }
}
