package dev.seeded.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Keeps the entries that were used last. */
final class LruCache {

    private final int capacity;

    /** The one that was used first comes first. */
    private final Map<Integer, String> entries = new LinkedHashMap<>();

    LruCache(int capacity) {
        this.capacity = capacity;
    }

    /** Returns the value of a key; null for none. */
    String get(int key) {
        String value = entries.remove(key);
        if (value != null) {
            entries.put(key, value);
        }
        return value;
    }

    void put(int key, String value) {
        // The bug: a key that is there already needs no room.
        if (entries.size() == capacity) {
            entries.remove(entries.keySet().iterator().next());
        }
        entries.remove(key);
        entries.put(key, value);
    }

    void remove(int key) {
        entries.remove(key);
    }

    Set<Integer> keys() {
        return entries.keySet();
    }
}
