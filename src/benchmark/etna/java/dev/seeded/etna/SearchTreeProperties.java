package dev.seeded.etna;

import static dev.seeded.etna.SearchTree.entries;
import static dev.seeded.etna.SearchTree.find;
import static dev.seeded.etna.SearchTree.isValid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What holds of operations on binary search trees. Hughes, <em>How to Specify It!</em>, TFP 2019, has them all. */
final class SearchTreeProperties {

    private final SearchTrees trees;

    SearchTreeProperties(SearchTrees trees) {
        this.trees = trees;
    }

    boolean insertValid(SearchTree tree, int key, boolean value) {
        return isValid(trees.insert(key, value, tree));
    }

    boolean deleteValid(SearchTree tree, int key) {
        return isValid(trees.delete(key, tree));
    }

    boolean unionValid(SearchTree tree, SearchTree other) {
        return isValid(trees.union(tree, other));
    }

    boolean insertPost(SearchTree tree, int key, int other, boolean value) {
        return Objects.equals(
                find(other, trees.insert(key, value, tree)), key == other ? (Boolean) value : find(other, tree));
    }

    boolean deletePost(SearchTree tree, int key, int other) {
        return Objects.equals(find(other, trees.delete(key, tree)), key == other ? null : find(other, tree));
    }

    boolean unionPost(SearchTree tree, SearchTree other, int key) {
        Boolean first = find(key, tree);
        return Objects.equals(find(key, trees.union(tree, other)), first != null ? first : find(key, other));
    }

    boolean insertModel(SearchTree tree, int key, boolean value) {
        TreeMap<Integer, Boolean> model = model(tree);
        model.put(key, value);
        return isModelled(model, trees.insert(key, value, tree));
    }

    boolean deleteModel(SearchTree tree, int key) {
        TreeMap<Integer, Boolean> model = model(tree);
        model.remove(key);
        return isModelled(model, trees.delete(key, tree));
    }

    boolean unionModel(SearchTree tree, SearchTree other) {
        TreeMap<Integer, Boolean> model = model(other);
        model.putAll(model(tree));
        return isModelled(model, trees.union(tree, other));
    }

    boolean insertInsert(SearchTree tree, int key, int other, boolean value, boolean otherValue) {
        return haveSameEntries(
                trees.insert(key, value, trees.insert(other, otherValue, tree)),
                key == other
                        ? trees.insert(key, value, tree)
                        : trees.insert(other, otherValue, trees.insert(key, value, tree)));
    }

    boolean insertDelete(SearchTree tree, int key, int other, boolean value) {
        return haveSameEntries(
                trees.insert(key, value, trees.delete(other, tree)),
                key == other ? trees.insert(key, value, tree) : trees.delete(other, trees.insert(key, value, tree)));
    }

    boolean insertUnion(SearchTree tree, SearchTree other, int key, boolean value) {
        return haveSameEntries(
                trees.insert(key, value, trees.union(tree, other)), trees.union(trees.insert(key, value, tree), other));
    }

    boolean deleteInsert(SearchTree tree, int key, int other, boolean value) {
        return haveSameEntries(
                trees.delete(key, trees.insert(other, value, tree)),
                key == other ? trees.delete(key, tree) : trees.insert(other, value, trees.delete(key, tree)));
    }

    boolean deleteDelete(SearchTree tree, int key, int other) {
        return haveSameEntries(
                trees.delete(key, trees.delete(other, tree)), trees.delete(other, trees.delete(key, tree)));
    }

    boolean deleteUnion(SearchTree tree, SearchTree other, int key) {
        return haveSameEntries(
                trees.delete(key, trees.union(tree, other)),
                trees.union(trees.delete(key, tree), trees.delete(key, other)));
    }

    boolean unionDeleteInsert(SearchTree tree, SearchTree other, int key, boolean value) {
        return haveSameEntries(
                trees.union(trees.delete(key, tree), trees.insert(key, value, other)),
                trees.insert(key, value, trees.union(tree, other)));
    }

    boolean unionUnionIdem(SearchTree tree) {
        return haveSameEntries(trees.union(tree, tree), tree);
    }

    boolean unionUnionAssoc(SearchTree one, SearchTree two, SearchTree three) {
        return Objects.equals(trees.union(trees.union(one, two), three), trees.union(one, trees.union(two, three)));
    }

    private static TreeMap<Integer, Boolean> model(SearchTree tree) {
        TreeMap<Integer, Boolean> model = new TreeMap<>();
        entries(tree).forEach(entry -> model.put(entry.getKey(), entry.getValue()));
        return model;
    }

    private static boolean isModelled(TreeMap<Integer, Boolean> model, SearchTree tree) {
        List<Map.Entry<Integer, Boolean>> expected = new ArrayList<>(model.entrySet());
        return entries(tree).equals(expected);
    }

    private static boolean haveSameEntries(SearchTree one, SearchTree other) {
        return entries(one).equals(entries(other));
    }
}
