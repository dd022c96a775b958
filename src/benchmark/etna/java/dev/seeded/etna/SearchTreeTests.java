package dev.seeded.etna;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests of search trees, as one writes them with nothing but {@link Random}; those of the fault fail. */
@Seeded
class SearchTreeTests {

    private final SearchTreeProperties properties = new SearchTreeProperties(
            new SearchTrees(SearchTrees.Mutant.valueOf(System.getProperty("etna.mutant", "NONE"))));

    static SearchTree tree(Random random) {
        SearchTree tree = null;
        for (int size = random.nextInt(20); size > 0; size--) {
            tree = SearchTrees.CORRECT.insert(random.nextInt(), random.nextBoolean(), tree);
        }
        return tree;
    }

    @Test
    void insertValid(Random random) {
        assertTrue(properties.insertValid(tree(random), random.nextInt(), random.nextBoolean()));
    }

    @Test
    void deleteValid(Random random) {
        assertTrue(properties.deleteValid(tree(random), random.nextInt()));
    }

    @Test
    void unionValid(Random random) {
        assertTrue(properties.unionValid(tree(random), tree(random)));
    }

    @Test
    void insertPost(Random random) {
        assertTrue(properties.insertPost(tree(random), random.nextInt(), random.nextInt(), random.nextBoolean()));
    }

    @Test
    void deletePost(Random random) {
        assertTrue(properties.deletePost(tree(random), random.nextInt(), random.nextInt()));
    }

    @Test
    void unionPost(Random random) {
        assertTrue(properties.unionPost(tree(random), tree(random), random.nextInt()));
    }

    @Test
    void insertModel(Random random) {
        assertTrue(properties.insertModel(tree(random), random.nextInt(), random.nextBoolean()));
    }

    @Test
    void deleteModel(Random random) {
        assertTrue(properties.deleteModel(tree(random), random.nextInt()));
    }

    @Test
    void unionModel(Random random) {
        assertTrue(properties.unionModel(tree(random), tree(random)));
    }

    @Test
    void insertInsert(Random random) {
        assertTrue(properties.insertInsert(
                tree(random), random.nextInt(), random.nextInt(), random.nextBoolean(), random.nextBoolean()));
    }

    @Test
    void insertDelete(Random random) {
        assertTrue(properties.insertDelete(tree(random), random.nextInt(), random.nextInt(), random.nextBoolean()));
    }

    @Test
    void insertUnion(Random random) {
        assertTrue(properties.insertUnion(tree(random), tree(random), random.nextInt(), random.nextBoolean()));
    }

    @Test
    void deleteInsert(Random random) {
        assertTrue(properties.deleteInsert(tree(random), random.nextInt(), random.nextInt(), random.nextBoolean()));
    }

    @Test
    void deleteDelete(Random random) {
        assertTrue(properties.deleteDelete(tree(random), random.nextInt(), random.nextInt()));
    }

    @Test
    void deleteUnion(Random random) {
        assertTrue(properties.deleteUnion(tree(random), tree(random), random.nextInt()));
    }

    @Test
    void unionDeleteInsert(Random random) {
        assertTrue(properties.unionDeleteInsert(tree(random), tree(random), random.nextInt(), random.nextBoolean()));
    }

    @Test
    void unionUnionIdem(Random random) {
        assertTrue(properties.unionUnionIdem(tree(random)));
    }

    @Test
    void unionUnionAssoc(Random random) {
        assertTrue(properties.unionUnionAssoc(tree(random), tree(random), tree(random)));
    }
}
