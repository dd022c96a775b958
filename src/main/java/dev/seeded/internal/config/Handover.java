package dev.seeded.internal.config;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Where the engine, the filter, the listener and the extension leave what others of them have to know: that tests are
 * explored, say. Static, because they have nothing in common that all supported versions of JUnit would hand to each of
 * them.
 */
public final class Handover {

    private static final Map<Class<?>, Object> LEFT = new ConcurrentHashMap<>();

    private Handover() {}

    /** Leaves the one value of its type, in place of the one before it. */
    public static <T> void leave(Class<T> type, T value) {
        LEFT.put(type, value);
    }

    /** Leaves a value for as long as an action takes. */
    public static <T, R> R during(Class<T> type, T value, Supplier<R> action) {
        leave(type, value);
        try {
            return action.get();
        } finally {
            remove(type);
        }
    }

    /** Takes the value of a type away. */
    public static void remove(Class<?> type) {
        LEFT.remove(type);
    }

    /** Returns whether nothing was left. */
    public static boolean isEmpty() {
        return LEFT.isEmpty();
    }

    /** Returns the value of a type, if there is one. */
    public static <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(type.cast(LEFT.get(type)));
    }
}
