package dev.seeded;

/**
 * Creates objects of one more type that {@link Seeded} can inject: the generator of a library, or your own test data.
 *
 * <p>{@link java.util.ServiceLoader} finds implementations: list them in {@code META-INF/services/dev.seeded.SeededFactory}
 * or in {@code module-info.java}. To inject the type, put {@code @Seeded} on the field or parameter itself. The field or
 * parameter must have exactly the type {@link #type()}, not a subtype or supertype.
 *
 * @param <T> the injected type
 * @since 0.1
 */
public interface SeededFactory<T> {

    /** Returns the type of the fields and parameters that this factory creates objects for. */
    Class<T> type();

    /**
     * Returns a new object. Its random behaviour must depend on {@code seed} alone. Called at most once for each test: the
     * fields and parameters of this type share the object. Called once more for each field or parameter that has its own
     * pin or stream.
     *
     * @param seed the test seed, the pin, or the seed of the stream
     */
    T create(Seed seed);
}
