package dev.seeded.internal.declared;

import dev.seeded.Seeded;
import dev.seeded.Seeded.Global;
import dev.seeded.internal.UserError;
import dev.seeded.internal.config.Validated;
import dev.seeded.internal.libraries.ProvidedFactories;
import dev.seeded.internal.seed.Identity;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;

/** What the annotations on a test class say, those on the classes around it included. Read once per class. */
public final class DeclaredClass {

    public static final DeclaredClass NONE =
            new DeclaredClass(false, Optional.empty(), Optional.empty(), List.of(), List.of(), false);

    /** Kept with the class that declares them, as an explored run has a {@code DeclaredClass} of its own. */
    private static final ClassValue<Map<Method, MethodSeeding>> METHODS = new ClassValue<>() {

        @Override
        protected Map<Method, MethodSeeding> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final boolean seeded;
    private final Optional<Pin> pin;
    private final Optional<Global> global;
    private final List<SeededField> staticFields;
    private final List<SeededField> instanceFields;
    private final boolean hasFieldsAround;

    /** Those with an annotation of their own: the others have little to read. */
    private final Map<Parameter, Validated<Request>> parameters = new ConcurrentHashMap<>();

    private DeclaredClass(
            boolean seeded,
            Optional<Pin> pin,
            Optional<Global> global,
            List<SeededField> staticFields,
            List<SeededField> instanceFields,
            boolean hasFieldsAround) {
        this.seeded = seeded;
        this.pin = pin;
        this.global = global;
        this.staticFields = staticFields;
        this.instanceFields = instanceFields;
        this.hasFieldsAround = hasFieldsAround;
    }

    /**
     * Reads the annotations of a class.
     *
     * @param enclosing what holds around it
     * @param factories the factories that the class sees, asked for when needed
     * @throws UserError if an annotation cannot be meant
     */
    public static DeclaredClass of(Class<?> type, DeclaredClass enclosing, Supplier<ProvidedFactories> factories) {
        List<SeededField> ofClass = new ArrayList<>();
        List<SeededField> ofInstance = new ArrayList<>();
        for (Field field : AnnotationSupport.findAnnotatedFields(type, Seeded.class)) {
            if (!isSetByConstructor(field)) {
                (ModifierSupport.isStatic(field) ? ofClass : ofInstance)
                        .add(new SeededField(settable(field), Validated.of(() -> Request.of(field, factories))));
            }
        }
        return new DeclaredClass(
                enclosing.seeded || Annotations.isSeeded(type),
                Annotations.pin(type).or(() -> enclosing.pin),
                Annotations.global(type).or(() -> enclosing.global),
                ofClass,
                ofInstance,
                enclosing.hasInstanceFields());
    }

    /** Returns whether {@code @Seeded} stands on the class or around it. */
    public boolean isSeeded() {
        return seeded;
    }

    /** Returns whether {@code @Seeded} stands on a method of the class, on the class or around it. */
    public boolean isSeeded(Method method) {
        return seeded || seeding(method).seeded;
    }

    /** Returns the pin that is nearest to the class. */
    public Optional<Pin> pin() {
        return pin;
    }

    /**
     * Returns the pin that is nearest to a method of the class.
     *
     * @throws UserError if an annotation cannot be meant
     */
    public Optional<Pin> pin(Method method) {
        Optional<Pin> own = ownPin(method);
        return own.isPresent() ? own : pin;
    }

    /**
     * Returns the pin that is nearest to a test of the class: one that {@code @SeededTest} lists is nearest to its
     * invocation.
     *
     * @throws UserError if an annotation cannot be meant
     */
    public Optional<Pin> pin(Method method, Supplier<String> uniqueId) {
        List<Pin> listed = seeding(method).listed.get();
        Optional<Pin> own = listed.isEmpty()
                ? Optional.empty()
                : Identity.invocation(uniqueId.get())
                        .filter(number -> number <= listed.size())
                        .map(number -> listed.get(number - 1));
        return own.isPresent() ? own : pin(method);
    }

    /**
     * Returns the pin on a method itself.
     *
     * @throws UserError if the annotation cannot be meant
     */
    public Optional<Pin> ownPin(Method method) {
        return seeding(method).pin.get();
    }

    /**
     * Returns what a parameter asks for that is resolved in the class.
     *
     * @param seeded its annotation, if it has one; JUnit knows where javac puts those of inner classes' constructors
     * @throws UserError if it cannot be granted
     */
    public Request request(Parameter parameter, Optional<Seeded> seeded, Supplier<ProvidedFactories> factories) {
        return seeded.isEmpty()
                ? Request.of(parameter, seeded, factories)
                : parameters
                        .computeIfAbsent(
                                parameter, unused -> Validated.of(() -> Request.of(parameter, seeded, factories)))
                        .get();
    }

    /** Returns what is done with the JVM's random numbers in the class; empty for nothing. */
    public Optional<Global> global() {
        return global;
    }

    /** Returns what is done with the JVM's random numbers in a method of the class; empty for nothing. */
    public Optional<Global> global(Method method) {
        Optional<Global> own = seeding(method).global;
        return own.isPresent() ? own : global;
    }

    /** Returns whether the annotations of a method of the class ask for edge cases. */
    public boolean hasEdgeCases(Method method) {
        return seeding(method).hasEdgeCases;
    }

    /** Returns the static fields to set. */
    public List<SeededField> staticFields() {
        return staticFields;
    }

    /** Returns the instance fields to set. */
    public List<SeededField> instanceFields() {
        return instanceFields;
    }

    /** Returns whether this class or one around it has instance fields to set. */
    public boolean hasInstanceFields() {
        return hasFieldsAround || !instanceFields.isEmpty();
    }

    private MethodSeeding seeding(Method method) {
        if (!Annotations.concern(method)) {
            return MethodSeeding.NONE;
        }
        Map<Method, MethodSeeding> known = METHODS.get(method.getDeclaringClass());
        MethodSeeding seeding = known.get(method);
        return seeding != null ? seeding : known.computeIfAbsent(method, MethodSeeding::of);
    }

    /**
     * A field to set.
     *
     * @param request what it asks for
     */
    public record SeededField(Field field, Validated<Request> request) {

        public void set(@Nullable Object instance, Object value) {
            try {
                field.set(instance, value);
            } catch (IllegalAccessException unexpected) {
                throw new IllegalStateException(
                        "field " + Annotations.name(field) + " was made accessible", unexpected);
            }
        }
    }

    private record MethodSeeding(
            boolean seeded,
            Validated<Optional<Pin>> pin,
            Validated<List<Pin>> listed,
            Optional<Global> global,
            boolean hasEdgeCases) {

        static final MethodSeeding NONE = new MethodSeeding(
                false, Validated.known(Optional.empty()), Validated.known(List.of()), Optional.empty(), false);

        static MethodSeeding of(Method method) {
            return new MethodSeeding(
                    Annotations.isSeeded(method),
                    Validated.of(() -> Annotations.pin(method)),
                    Validated.of(() -> Annotations.listedPins(method)),
                    Annotations.global(method),
                    Annotations.hasEdgeCases(method));
        }
    }

    private static Field settable(Field field) {
        if (Modifier.isFinal(field.getModifiers())) {
            throw new UserError("@Seeded field " + Annotations.name(field)
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
        return Annotations.isSeeded(parameter)
                && parameter.getType() == field.getType()
                && (!parameter.isNamePresent() || parameter.getName().equals(field.getName()));
    }
}
