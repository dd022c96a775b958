package dev.seeded.internal.jvm.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WeakMapTests {

    private record Equal() {}

    @Test
    void keepsOneValueForEachKey() {
        WeakMap<String> map = new WeakMap<>();
        Object key = new Object();
        map.put(key, "old");
        map.put(key, "new");

        assertThat(map.size()).isOne();
        assertThat(map.remove(key)).isEqualTo("new");
        assertThat(map.remove(key)).isNull();
    }

    @Test
    void tellsKeysApartThatAreEqual() {
        WeakMap<String> map = new WeakMap<>();
        Equal first = new Equal();
        Equal second = new Equal();
        map.put(first, "first");
        map.put(second, "second");

        assertThat(map.get(first)).isEqualTo("first");
        assertThat(map.get(second)).isEqualTo("second");
    }

    /** A map whose entries come and go may seem empty to those who ask for its size. */
    @Test
    void losesNothingWhileOthersComeAndGo() throws InterruptedException {
        WeakMap<Object> map = new WeakMap<>();
        ConcurrentLinkedQueue<Object> keys = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        Thread coming = new Thread(() -> {
            while (!over.get()) {
                Object key = new Object();
                map.put(key, key);
                keys.add(key);
                while (keys.size() > 100 && !over.get()) {
                    Thread.onSpinWait();
                }
            }
        });
        Thread going = new Thread(() -> {
            while (!over.get()) {
                Object key = keys.poll();
                if (key != null) {
                    map.remove(key);
                }
            }
        });
        coming.start();
        going.start();
        int lost = 0;
        for (int round = 0; round < 1_000_000; round++) {
            Object key = new Object();
            map.put(key, key);
            lost += map.remove(key) == key ? 0 : 1;
        }
        over.set(true);
        coming.join();
        going.join();

        assertThat(lost).isZero();
    }
}
