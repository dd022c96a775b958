package dev.seeded.internal.jvm.hooks;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A concurrent map by identity, which does not keep its keys. */
final class WeakMap<V> {

    private final ConcurrentHashMap<Object, V> values = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    private static final class Key extends WeakReference<Object> {

        private final int hash;

        Key(Object key, ReferenceQueue<Object> gone) {
            super(key, gone);
            hash = System.identityHashCode(key);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other || other instanceof Probe) {
                return this == other || other.equals(this);
            }
            Object key = get();
            return key != null && other instanceof Key known && known.refersTo(key);
        }
    }

    private static final class Probe {

        private final Object key;

        Probe(Object key) {
            this.key = key;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(key);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key known && known.refersTo(key);
        }
    }

    @Nullable
    V get(Object key) {
        return values.get(new Probe(key));
    }

    void put(Object key, V value) {
        forgetGone();
        values.put(new Key(key, gone), value);
    }

    private void forgetGone() {
        for (Reference<?> cleared = gone.poll(); cleared != null; cleared = gone.poll()) {
            values.remove(cleared);
        }
    }

    /** Looks even in what seems empty: a map that others change at the same time may say so and be wrong. */
    @Nullable
    V remove(Object key) {
        return values.remove(new Probe(key));
    }

    /** Returns the number of entries, which is true only while nobody changes them. */
    int size() {
        forgetGone();
        return values.size();
    }
}
