package dev.seeded.internal.declared;

import dev.seeded.Seeded;
import dev.seeded.internal.code.Immutables;
import dev.seeded.internal.code.TestCode;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Fields of test classes, and of their instances that several tests share, in which one test may leave something for the next. */
public final class KeptState {

    /** More objects than these would take too long. */
    private static final int MOST = 1_000;

    /** JUnit has it since 5.13. */
    private static final String PARAMETER = "org.junit.jupiter.params.Parameter";

    private KeptState() {}

    /**
     * Returns the first field that is set or filled now, be it a static one in these classes or what they extend, or one of
     * an instance; empty for none. A seeded field is set anew, and its generator is looked at elsewhere.
     *
     * @param shared instances that several tests share
     */
    public static Optional<String> keptIn(Stream<? extends Class<?>> classes, List<Object> shared) {
        List<? extends Class<?>> all = classes.toList();
        return staticFields(all.stream())
                .filter(field -> isSet(field, null) && (!isTable(field) || TestCode.changes(all, field)))
                .map(KeptState::name)
                .findFirst()
                .or(() -> shared.stream()
                        .flatMap(instance -> fields(Stream.of(instance.getClass()))
                                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !isTable(field))
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

    /** Returns the fields of an instance of a class, whatever they hold. */
    public static Stream<String> ofInstance(Class<?> type) {
        return fields(Stream.of(type))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(KeptState::name);
    }

    /** Returns the names of the static fields of a class that code may set, whatever they hold. */
    public static Stream<String> variables(Class<?> type) {
        return staticFields(Stream.of(type))
                .filter(field -> !Modifier.isFinal(field.getModifiers()))
                .map(Field::getName);
    }

    /**
     * Returns the first field that holds an argument of a parameterized class, and may have changed: the tests of one
     * invocation of the class share it.
     */
    public static Optional<String> keptInParameters(Object instance) {
        return fields(Stream.of(instance.getClass()))
                .filter(field -> Stream.of(field.getAnnotations())
                        .anyMatch(found -> found.annotationType().getName().equals(PARAMETER)))
                .filter(field ->
                        value(field, instance).filter(KeptState::mayHaveChanged).isPresent())
                .map(KeptState::name)
                .findFirst();
    }

    /** Returns whether an object may have changed since it was made. */
    public static boolean mayHaveChanged(Object value) {
        return mayHaveChanged(value, newKnown());
    }

    private static boolean mayHaveChanged(Object value, Set<Object> known) {
        try {
            return isFilled(value, known);
        } catch (RuntimeException unknown) {
            // A collection of a library that is asked too late.
            return true;
        }
    }

    /** Returns what a user calls a field. */
    public static String name(Field field) {
        return "the " + (Modifier.isStatic(field.getModifiers()) ? "static " : "") + "field "
                + field.getDeclaringClass().getName() + "." + field.getName();
    }

    private static Stream<Field> staticFields(Stream<? extends Class<?>> classes) {
        return fields(classes).filter(field -> Modifier.isStatic(field.getModifiers()));
    }

    /** Returns the fields of the user's classes and of what they extend, as far as that is no class of the JDK. */
    private static Stream<Field> fields(Stream<? extends Class<?>> classes) {
        return classes.flatMap(type -> Stream.<Class<?>>iterate(
                        type, found -> found != null && !Immutables.isOfJdk(found), Class::getSuperclass))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(KeptState::isOfUser);
    }

    private static boolean isOfUser(Field field) {
        return !field.isSynthetic() && !AnnotationSupport.isAnnotated(field, Seeded.class);
    }

    private static boolean isSet(Field field, @Nullable Object instance) {
        return isSet(field, instance, newKnown());
    }

    private static Set<Object> newKnown() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Returns whether a field has an array that, by convention, is what it was from the start: its name is in capitals. */
    private static boolean isTable(Field field) {
        return Modifier.isFinal(field.getModifiers())
                && field.getType().isArray()
                && field.getName().equals(field.getName().toUpperCase(Locale.ROOT));
    }

    private static boolean isSet(Field field, @Nullable Object instance, Set<Object> known) {
        if (Modifier.isFinal(field.getModifiers()) && field.getType().isPrimitive()) {
            return false;
        }
        Object value = value(field, instance).orElse(null);
        if (!Modifier.isFinal(field.getModifiers())) {
            return !isDefault(value);
        }
        return value != null && mayHaveChanged(value, known);
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

    /**
     * Returns whether an object may have changed since it was made: all but what is known as immutable, empty, or made of
     * such objects alone.
     *
     * @param known what is looked at already
     */
    private static boolean isFilled(Object value, Set<Object> known) {
        if (value instanceof Optional<?> holder) {
            return holder.filter(found -> isFilled(found, known)).isPresent();
        }
        if (Immutables.include(value.getClass()) || !known.add(value)) {
            return false;
        }
        if (value instanceof Collection<?> elements) {
            return isMutable(elements) ? !elements.isEmpty() : areFilled(elements, known);
        }
        if (value instanceof Map<?, ?> entries) {
            return isMutable(entries)
                    ? !entries.isEmpty()
                    : areFilled(entries.keySet(), known) || areFilled(entries.values(), known);
        }
        if (value instanceof AtomicReference<?> reference) {
            return reference.get() != null;
        }
        if (value instanceof AtomicBoolean flag) {
            return flag.get();
        }
        if (value instanceof Number number && isAtomic(number)) {
            return number.doubleValue() != 0;
        }
        if (value instanceof StringBuilder text) {
            return text.length() > 0;
        }
        if (value.getClass().isArray()) {
            return Array.getLength(value) > 0;
        }
        Class<?> ofJdk = Stream.<Class<?>>iterate(value.getClass(), Class::getSuperclass)
                .filter(Immutables::isOfJdk)
                .findFirst()
                .orElseThrow();
        return known.size() > MOST
                || !Immutables.include(ofJdk)
                || fields(Stream.of(value.getClass()))
                        .anyMatch(field -> !Modifier.isStatic(field.getModifiers())
                                && !isTable(field)
                                && isSet(field, value, known));
    }

    private static boolean areFilled(Collection<?> elements, Set<Object> known) {
        return elements.stream().anyMatch(element -> element != null && isFilled(element, known));
    }

    private static boolean isAtomic(Number number) {
        return number.getClass().getName().startsWith("java.util.concurrent.atomic.");
    }

    private static boolean isMutable(Object container) {
        String type = container.getClass().getName();
        return !type.startsWith("java.util.ImmutableCollections$")
                && !type.startsWith("java.util.Collections$Unmodifiable")
                && !type.startsWith("java.util.Collections$Singleton");
    }
}
