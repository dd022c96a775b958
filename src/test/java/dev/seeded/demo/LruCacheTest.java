package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Seeded
class LruCacheTest {

    private static final int CAPACITY = 3;

    private final LruCache cache = new LruCache(CAPACITY);
    private final Set<Integer> model = new LinkedHashSet<>();
    private final List<String> done = new ArrayList<>();

    @Test
    void keepsWhatWasUsedLast(Random random) {
        for (int operation = 0; operation < 300; operation++) {
            int kind = random.nextInt(3);
            int key = random.nextInt(20);
            switch (kind) {
                case 0 -> get(key);
                case 1 -> put(key);
                default -> remove(key);
            }
            assertThat(cache.keys()).as("keys after %s", done).isEqualTo(model);
        }
    }

    private void get(int key) {
        done.add("get " + key);
        cache.get(key);
        if (model.remove(key)) {
            model.add(key);
        }
    }

    private void put(int key) {
        done.add("put " + key);
        cache.put(key, "value");
        model.remove(key);
        model.add(key);
        if (model.size() > CAPACITY) {
            model.remove(model.iterator().next());
        }
    }

    private void remove(int key) {
        done.add("remove " + key);
        cache.remove(key);
        model.remove(key);
    }
}
