package dev.seeded.internal.declared;

import dev.seeded.Seeded;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Fields of test classes, and of their instances that several tests share, in which one test may leave something for the next. */
public final class KeptState {

    private KeptState() {}

    /**
     * Returns the first field that is set or filled now, be it a static one in these classes or what they extend, or one of
     * an instance; empty for none. A seeded field is set anew, and its generator is looked at elsewhere.
     *
     * @param shared instances that several tests share
     */
    public static Optional<String> keptIn(Stream<? extends Class<?>> classes, List<Object> shared) {
        return staticFields(classes)
                .filter(field -> isSet(field, null))
                .map(KeptState::name)
                .findFirst()
                .or(() -> shared.stream()
                        .flatMap(instance -> fields(Stream.of(instance.getClass()))
                                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                                .filter(field -> isSet(field, instance)))
                        .map(KeptState::name)
                        .findFirst());
    }

    /** Returns the static fields of classes that are set or filled now, with what they hold. */
    public static Map<Field, Object> setIn(Stream<? extends Class<?>> classes) {
        Map<Field, Object> values = new LinkedHashMap<>();
        classes.distinct()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(KeptState::isOfUser)
                .filter(field -> Modifier.isStatic(field.getModifiers()) && isSet(field, null))
                .forEach(field -> value(field, null).ifPresent(value -> values.put(field, value)));
        return values;
    }

    /** Returns the names of the static fields of a class that code may set, whatever they hold. */
    public static Stream<String> variables(Class<?> type) {
        return staticFields(Stream.of(type))
                .filter(field -> !Modifier.isFinal(field.getModifiers()))
                .map(Field::getName);
    }

    /** Returns what a user calls a field. */
    public static String name(Field field) {
        return "the " + (Modifier.isStatic(field.getModifiers()) ? "static " : "") + "field "
                + field.getDeclaringClass().getName() + "." + field.getName();
    }

    private static Stream<Field> staticFields(Stream<? extends Class<?>> classes) {
        return fields(classes).filter(field -> Modifier.isStatic(field.getModifiers()));
    }

    private static Stream<Field> fields(Stream<? extends Class<?>> classes) {
        return classes.flatMap(type -> Stream.<Class<?>>iterate(type, found -> found != null, Class::getSuperclass))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(KeptState::isOfUser);
    }

    private static boolean isOfUser(Field field) {
        return !field.isSynthetic() && !AnnotationSupport.isAnnotated(field, Seeded.class);
    }

    private static boolean isSet(Field field, @Nullable Object instance) {
        if (Modifier.isFinal(field.getModifiers()) && field.getType().isPrimitive()) {
            return false;
        }
        Object value = value(field, instance).orElse(null);
        return Modifier.isFinal(field.getModifiers()) ? isFilled(value, field) : !isDefault(value);
    }

    private static Optional<Object> value(Field field, @Nullable Object instance) {
        try {
            field.setAccessible(true);
            return Optional.ofNullable(field.get(instance));
        } catch (InaccessibleObjectException | IllegalAccessException | LinkageError hidden) {
            // What no reflection reads, such as a class of the JDK that a test extends, is not the user's.
            // A class that failed to initialize keeps nothing.
            return Optional.empty();
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
