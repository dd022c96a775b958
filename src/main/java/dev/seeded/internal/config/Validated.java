package dev.seeded.internal.config;

import dev.seeded.internal.UserError;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value, or why there is none: kept so that each test which needs the value can fail for that reason. */
public final class Validated<T> {

    private final @Nullable T value;
    private final @Nullable UserError problem;

    private Validated(@Nullable T value, @Nullable UserError problem) {
        this.value = value;
        this.problem = problem;
    }

    /** Returns a value that there is. */
    public static <T> Validated<T> known(T value) {
        return new Validated<>(value, null);
    }

    /** Asks for a value and keeps the answer, a {@link UserError} included. */
    public static <T> Validated<T> of(Supplier<T> supplier) {
        try {
            return new Validated<>(supplier.get(), null);
        } catch (UserError problem) {
            return new Validated<>(null, problem);
        }
    }

    /** Returns why there is no value, if there is none. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem).map(Throwable::getMessage);
    }

    /** Returns the value, if there is one. */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /**
     * Returns the value.
     *
     * @throws UserError if there is none; a new one each time, as failed tests must not share it
     */
    public T get() {
        if (value == null) {
            throw new UserError(problem().orElse(""));
        }
        return value;
    }
}
