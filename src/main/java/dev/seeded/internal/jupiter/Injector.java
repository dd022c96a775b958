package dev.seeded.internal.jupiter;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.declared.DeclaredClass;
import dev.seeded.internal.declared.DeclaredClass.SeededField;
import dev.seeded.internal.declared.Request;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.jupiter.Scope.Lane;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/** Gives fields and parameters the generators of a context. */
final class Injector {

    private Injector() {}

    /** Tells whether a parameter is ours to resolve. */
    static boolean supports(ParameterContext context, ExtensionContext extensionContext, Surroundings here) {
        Parameter parameter = context.getParameter();
        return context.isAnnotated(Seeded.class)
                || (Recipe.isInjectedBare(parameter.getType())
                        && Annotations.isBare(parameter)
                        && (here.isSeeded(extensionContext) || Annotations.isSeeded(context.getDeclaringExecutable())));
    }

    /**
     * Returns what a parameter is given.
     *
     * @throws IllegalArgumentException if that is impossible; the message names the parameter and the fix
     */
    static Object parameter(ParameterContext context, ExtensionContext extensionContext, Surroundings here) {
        Scope scope = here.scope(extensionContext);
        if (context.getDeclaringExecutable() instanceof Constructor
                && extensionContext.getTestMethod().isEmpty()) {
            scope.keep();
        }
        DeclaredClass seeding = here.seeding().get();
        Request request = seeding.request(
                context.getParameter(), context::findAnnotation, () -> Stores.factories(extensionContext));
        Lane lane = context.getDeclaringExecutable() instanceof Method method
                        && !extensionContext.getTestMethod().equals(Optional.of(method))
                ? lane(method, seeding, scope)
                : scope.lane();
        return grant(request, scope, lane);
    }

    /**
     * Sets fields.
     *
     * @param instance the object whose fields they are; null for static fields
     * @throws IllegalArgumentException if that is impossible; the message names the field and the fix
     */
    static void setFields(
            List<SeededField> fields, @Nullable Object instance, ExtensionContext context, Surroundings here) {
        for (SeededField field : fields) {
            Scope scope = here.scope(context);
            if (instance == null) {
                scope.keep();
            }
            field.set(instance, grant(field.request().get(), scope, scope.lane()));
        }
    }

    private static Object grant(Request request, Scope scope, Lane around) {
        Lane lane = request.ownSeed(around.seed())
                .map(seed -> new Lane(request.element(), seed))
                .orElse(around);
        return request.granting(() -> scope.obtain(lane, request.recipe()));
    }

    /** The lane of a lifecycle method, whose pin, if it has one, holds for its parameters alone. */
    private static Lane lane(Method method, DeclaredClass seeding, Scope scope) {
        return ContextSeed.inForce(scope.run(), seeding.ownPin(method))
                .map(pin -> new Lane(method, Seed.of(pin.value())))
                .orElse(scope.lane());
    }
}
