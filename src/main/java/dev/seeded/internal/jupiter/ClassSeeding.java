package dev.seeded.internal.jupiter;

import dev.seeded.Seeded;
import dev.seeded.internal.config.Pin;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;

/**
 * What holds in a test class, the classes around it included.
 *
 * @param seeded whether {@code @Seeded} stands on the class or around it
 * @param pin the nearest pin
 * @param staticFields the static fields to set
 * @param instanceFields the instance fields to set
 */
record ClassSeeding(boolean seeded, Optional<Pin> pin, List<Field> staticFields, List<Field> instanceFields) {

    static final ClassSeeding NONE = new ClassSeeding(false, Optional.empty(), List.of(), List.of());

    /**
     * Reads the annotations of a class.
     *
     * @param enclosing what holds around it
     * @throws IllegalArgumentException if an annotation cannot be meant
     */
    static ClassSeeding of(Class<?> type, ClassSeeding enclosing) {
        Map<Boolean, List<Field>> fields = AnnotationSupport.findAnnotatedFields(
                        type, Seeded.class, field -> !isSetByConstructor(field), HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .map(ClassSeeding::settable)
                .collect(Collectors.partitioningBy(ModifierSupport::isStatic));
        return new ClassSeeding(
                enclosing.seeded || Declarations.isSeeded(type),
                Declarations.pin(type).or(enclosing::pin),
                fields.getOrDefault(true, List.of()),
                fields.getOrDefault(false, List.of()));
    }

    private static Field settable(Field field) {
        if (Modifier.isFinal(field.getModifiers())) {
            throw new IllegalArgumentException("@Seeded field " + Declarations.name(field)
                    + " is final and cannot be set: remove final, or take it as a constructor parameter");
        }
        field.setAccessible(true);
        return field;
    }

    /** A record's annotations stand on its fields too, and so do those of some Kotlin properties. */
    private static boolean isSetByConstructor(Field field) {
        return Modifier.isFinal(field.getModifiers())
                && !ModifierSupport.isStatic(field)
                && Arrays.stream(field.getDeclaringClass().getDeclaredConstructors())
                        .map(Constructor::getParameters)
                        .flatMap(Arrays::stream)
                        .anyMatch(parameter -> isFor(parameter, field));
    }

    private static boolean isFor(Parameter parameter, Field field) {
        return Declarations.isSeeded(parameter)
                && parameter.getType() == field.getType()
                && (!parameter.isNamePresent() || parameter.getName().equals(field.getName()));
    }
}
