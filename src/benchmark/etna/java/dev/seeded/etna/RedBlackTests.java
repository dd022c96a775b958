package dev.seeded.etna;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests of red-black trees, as one writes them with nothing but {@link Random}; those of the fault fail. */
@Seeded
class RedBlackTests {

    private final RedBlackProperties properties = new RedBlackProperties(
            new RedBlackTrees(RedBlackTrees.Mutant.valueOf(System.getProperty("etna.mutant", "NONE"))));

    static RedBlackTree tree(Random random) {
        RedBlackTree tree = null;
        for (int size = random.nextInt(20); size > 0; size--) {
            tree = RedBlackTrees.CORRECT.insert(random.nextInt(), random.nextInt(), tree);
        }
        return tree;
    }

    @Test
    void insertValid(Random random) {
        assertTrue(properties.insertValid(tree(random), random.nextInt(), random.nextInt()));
    }

    @Test
    void deleteValid(Random random) {
        assertTrue(properties.deleteValid(tree(random), random.nextInt()));
    }

    @Test
    void insertPost(Random random) {
        assertTrue(properties.insertPost(tree(random), random.nextInt(), random.nextInt(), random.nextInt()));
    }

    @Test
    void deletePost(Random random) {
        assertTrue(properties.deletePost(tree(random), random.nextInt(), random.nextInt()));
    }

    @Test
    void insertModel(Random random) {
        assertTrue(properties.insertModel(tree(random), random.nextInt(), random.nextInt()));
    }

    @Test
    void deleteModel(Random random) {
        assertTrue(properties.deleteModel(tree(random), random.nextInt()));
    }

    @Test
    void insertInsert(Random random) {
        assertTrue(properties.insertInsert(
                tree(random), random.nextInt(), random.nextInt(), random.nextInt(), random.nextInt()));
    }

    @Test
    void insertDelete(Random random) {
        assertTrue(properties.insertDelete(tree(random), random.nextInt(), random.nextInt(), random.nextInt()));
    }

    @Test
    void deleteInsert(Random random) {
        assertTrue(properties.deleteInsert(tree(random), random.nextInt(), random.nextInt(), random.nextInt()));
    }

    @Test
    void deleteDelete(Random random) {
        assertTrue(properties.deleteDelete(tree(random), random.nextInt(), random.nextInt()));
    }
}
