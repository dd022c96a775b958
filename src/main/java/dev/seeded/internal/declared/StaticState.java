package dev.seeded.internal.declared;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Static fields of test classes in which one test may leave something for the next. */
public final class StaticState {

    private StaticState() {}

    /** Returns the first field that is set or filled now, in these classes or what they extend; empty for none. */
    public static Optional<String> keptIn(Stream<? extends Class<?>> classes) {
        return fields(classes)
                .filter(StaticState::isSet)
                .map(field -> "static field " + field.getName() + " of "
                        + field.getDeclaringClass().getName())
                .findFirst();
    }

    /** Returns the names of the fields of a class that code may set, whatever they hold. */
    public static Stream<String> variables(Class<?> type) {
        return fields(Stream.of(type))
                .filter(field -> !Modifier.isFinal(field.getModifiers()))
                .map(Field::getName);
    }

    private static Stream<Field> fields(Stream<? extends Class<?>> classes) {
        return classes.flatMap(type -> Stream.<Class<?>>iterate(type, found -> found != null, Class::getSuperclass))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic());
    }

    private static boolean isSet(Field field) {
        if (Modifier.isFinal(field.getModifiers()) && field.getType().isPrimitive()) {
            return false;
        }
        try {
            field.setAccessible(true);
            Object value = field.get(null);
            return Modifier.isFinal(field.getModifiers()) ? isFilled(value, field) : !isDefault(value);
        } catch (InaccessibleObjectException | IllegalAccessException hidden) {
            // What no reflection reads, such as a class of the JDK that a test extends, is not the user's.
            return false;
        }
    }

    private static boolean isDefault(@Nullable Object value) {
        return value == null
                || value.equals(false)
                || (value instanceof Number number && number.doubleValue() == 0)
                || value.equals('\0');
    }

    /** Of a constant only its contents can change. By convention, an array in capitals is what it was from the start. */
    private static boolean isFilled(@Nullable Object value, Field field) {
        if (value instanceof Collection<?> elements) {
            return !elements.isEmpty() && isMutable(elements);
        }
        if (value instanceof Map<?, ?> entries) {
            return !entries.isEmpty() && isMutable(entries);
        }
        if (value instanceof AtomicReference<?> reference) {
            return reference.get() != null;
        }
        if (value instanceof AtomicBoolean flag) {
            return flag.get();
        }
        if (value instanceof CharSequence text) {
            return !(text instanceof String) && text.length() > 0;
        }
        if (value instanceof Number number) {
            return number.getClass().getName().startsWith("java.util.concurrent.atomic.") && number.doubleValue() != 0;
        }
        return value != null
                && value.getClass().isArray()
                && Array.getLength(value) > 0
                && !field.getName().equals(field.getName().toUpperCase(Locale.ROOT));
    }

    private static boolean isMutable(Object container) {
        String type = container.getClass().getName();
        return !type.startsWith("java.util.ImmutableCollections$")
                && !type.startsWith("java.util.Collections$Unmodifiable")
                && !type.startsWith("java.util.Collections$Singleton");
    }
}
