package dev.seeded.internal.jupiter;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.Seeded.Global;
import dev.seeded.internal.config.ContextSeed;
import dev.seeded.internal.config.Pin;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.jupiter.Scope.Lane;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives fields and parameters the generators of a context. */
final class Injector {

    private Injector() {}

    /** Tells whether a parameter is ours to resolve. */
    static boolean supports(ParameterContext context, ExtensionContext extensionContext) {
        Parameter parameter = context.getParameter();
        return context.isAnnotated(Seeded.class)
                || (Recipe.isInjectedBare(parameter.getType())
                        && Declarations.isBare(parameter)
                        && (Declarations.isSeeded(context.getDeclaringExecutable())
                                || Stores.isSeeded(extensionContext)));
    }

    /**
     * Returns what a parameter is given.
     *
     * @throws IllegalArgumentException if that is impossible; the message names the parameter and the fix
     */
    static Object parameter(ParameterContext context, ExtensionContext extensionContext) {
        Parameter parameter = context.getParameter();
        Executable executable = context.getDeclaringExecutable();
        Scope scope = Stores.scope(extensionContext);
        Lane lane = executable instanceof Method method
                        && !extensionContext.getTestMethod().equals(Optional.of(method))
                ? lane(method, scope)
                : lane(scope);
        return generator(
                parameter,
                "parameter " + parameter.getName() + " of " + Declarations.name(executable),
                parameter.getType(),
                context.findAnnotation(Seeded.class),
                lane,
                scope,
                extensionContext);
    }

    /**
     * Sets fields.
     *
     * @param instance the object whose fields they are; null for static fields
     * @throws IllegalArgumentException if that is impossible; the message names the field and the fix
     */
    static void setFields(List<Field> fields, @Nullable Object instance, ExtensionContext context) {
        for (Field field : fields) {
            Scope scope = Stores.scope(context);
            Object generator = generator(
                    field,
                    "field " + Declarations.name(field),
                    field.getType(),
                    AnnotationSupport.findAnnotation(field, Seeded.class),
                    lane(scope),
                    scope,
                    context);
            try {
                field.set(instance, generator);
            } catch (IllegalAccessException unexpected) {
                throw new IllegalStateException(
                        "field " + Declarations.name(field) + " was made accessible", unexpected);
            }
        }
    }

    private static Object generator(
            AnnotatedElement element,
            String place,
            Class<?> type,
            Optional<Seeded> seeded,
            Lane around,
            Scope scope,
            ExtensionContext context) {
        try {
            Lane lane = seeded.map(own -> lane(own, element, place, around)).orElse(around);
            String algorithm = seeded.map(Seeded::algorithm).orElse("");
            return scope.obtain(lane, Recipe.of(type, algorithm, () -> Stores.factories(context)));
        } catch (IllegalArgumentException mistake) {
            throw new IllegalArgumentException("@Seeded " + place + ": " + mistake.getMessage(), mistake);
        }
    }

    private static Lane lane(Scope scope) {
        return new Lane(scope, scope.seed().seed());
    }

    /** The lane of a lifecycle method, whose pin, if it has one, holds for its parameters alone. */
    private static Lane lane(Method method, Scope scope) {
        return ContextSeed.inForce(scope.run(), Declarations.pin(method))
                .map(pin -> new Lane(method, Seed.of(pin.value())))
                .orElseGet(() -> lane(scope));
    }

    /** The lane of a field or parameter, which is its own if it has a pin or a stream. */
    private static Lane lane(Seeded own, AnnotatedElement element, String place, Lane around) {
        if (own.global() != Global.OFF) {
            throw new IllegalArgumentException("global is for classes and methods: move it there");
        }
        Optional<Seed> pin = Declarations.pin(own, place).map(Pin::value).map(Seed::of);
        if (pin.isEmpty() && own.stream().isEmpty()) {
            return around;
        }
        Seed seed = pin.orElse(around.seed());
        return new Lane(element, own.stream().isEmpty() ? seed : seed.stream(own.stream()));
    }
}
