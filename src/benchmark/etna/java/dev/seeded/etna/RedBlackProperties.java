package dev.seeded.etna;

import static dev.seeded.etna.RedBlackTree.entries;
import static dev.seeded.etna.RedBlackTree.find;
import static dev.seeded.etna.RedBlackTree.isValid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What holds of operations on red-black trees. */
final class RedBlackProperties {

    private final RedBlackTrees trees;

    RedBlackProperties(RedBlackTrees trees) {
        this.trees = trees;
    }

    boolean insertValid(RedBlackTree tree, int key, int value) {
        return isValid(trees.insert(key, value, tree));
    }

    boolean deleteValid(RedBlackTree tree, int key) {
        return isValid(trees.delete(key, tree));
    }

    boolean insertPost(RedBlackTree tree, int key, int other, int value) {
        return Objects.equals(
                find(other, trees.insert(key, value, tree)), key == other ? (Integer) value : find(other, tree));
    }

    boolean deletePost(RedBlackTree tree, int key, int other) {
        return Objects.equals(find(other, trees.delete(key, tree)), key == other ? null : find(other, tree));
    }

    boolean insertModel(RedBlackTree tree, int key, int value) {
        TreeMap<Integer, Integer> model = model(tree);
        model.put(key, value);
        return isModelled(model, trees.insert(key, value, tree));
    }

    boolean deleteModel(RedBlackTree tree, int key) {
        TreeMap<Integer, Integer> model = model(tree);
        model.remove(key);
        return isModelled(model, trees.delete(key, tree));
    }

    boolean insertInsert(RedBlackTree tree, int key, int other, int value, int otherValue) {
        return haveSameEntries(
                trees.insert(key, value, trees.insert(other, otherValue, tree)),
                key == other
                        ? trees.insert(key, value, tree)
                        : trees.insert(other, otherValue, trees.insert(key, value, tree)));
    }

    boolean insertDelete(RedBlackTree tree, int key, int other, int value) {
        RedBlackTree deletedLast = trees.delete(other, trees.insert(key, value, tree));
        return haveSameEntries(
                trees.insert(key, value, trees.delete(other, tree)),
                key == other ? trees.insert(key, value, tree) : deletedLast);
    }

    boolean deleteInsert(RedBlackTree tree, int key, int other, int value) {
        RedBlackTree deletedFirst = trees.delete(key, tree);
        return haveSameEntries(
                trees.delete(key, trees.insert(other, value, tree)),
                key == other ? deletedFirst : trees.insert(other, value, deletedFirst));
    }

    boolean deleteDelete(RedBlackTree tree, int key, int other) {
        return haveSameEntries(
                trees.delete(key, trees.delete(other, tree)), trees.delete(other, trees.delete(key, tree)));
    }

    private static TreeMap<Integer, Integer> model(RedBlackTree tree) {
        TreeMap<Integer, Integer> model = new TreeMap<>();
        entries(tree).forEach(entry -> model.put(entry.getKey(), entry.getValue()));
        return model;
    }

    private static boolean isModelled(TreeMap<Integer, Integer> model, RedBlackTree tree) {
        List<Map.Entry<Integer, Integer>> expected = new ArrayList<>(model.entrySet());
        return entries(tree).equals(expected);
    }

    private static boolean haveSameEntries(RedBlackTree one, RedBlackTree other) {
        return entries(one).equals(entries(other));
    }
}
