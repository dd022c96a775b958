package dev.seeded;

/**
 * Makes one more type injectable with {@link Seeded}: a library's generator, or test data of your own.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}: name them in
 * {@code META-INF/services/dev.seeded.SeededFactory} or in {@code module-info.java}. They inject where {@code @Seeded}
 * stands on the field or parameter itself, and only for exactly {@link #type()}.
 *
 * @param <T> the type that is injected
 * @since 0.1
 */
public interface SeededFactory<T> {

    /** Returns the type of the fields and parameters that this factory serves. */
    Class<T> type();

    /**
     * Returns a new object whose random behaviour depends on {@code seed} alone. Called at most once for a test, whose
     * fields and parameters of this type share the object, and once more for each with a pin or stream of its own.
     *
     * @param seed the test seed, the pin, or the seed of the stream
     */
    T create(Seed seed);
}
