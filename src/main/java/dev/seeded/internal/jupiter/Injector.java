package dev.seeded.internal.jupiter;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.declared.DeclaredClass;
import dev.seeded.internal.declared.DeclaredClass.SeededField;
import dev.seeded.internal.declared.Request;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.jupiter.Scope.Source;
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
    static boolean supports(ParameterContext context, ExtensionContext extensionContext, ClassScope here) {
        Parameter parameter = context.getParameter();
        return context.isAnnotated(Seeded.class)
                || (Recipe.isInjectedBare(parameter.getType())
                        && Annotations.isBare(parameter)
                        && (here.rules().isSeeded(extensionContext.getTestMethod())
                                || Annotations.isSeeded(context.getDeclaringExecutable())));
    }

    /**
     * Returns what a parameter is given.
     *
     * @throws IllegalArgumentException if that is impossible; the message names the parameter and the fix
     */
    static Object parameter(ParameterContext context, ExtensionContext extensionContext, ClassScope here) {
        Scope scope = here.scope(extensionContext);
        if (context.getDeclaringExecutable() instanceof Constructor
                && extensionContext.getTestMethod().isEmpty()) {
            scope.outlive();
        }
        DeclaredClass declared = here.declared();
        Request request = declared.request(
                context.getParameter(), context::findAnnotation, () -> Stores.factories(extensionContext));
        Source source = context.getDeclaringExecutable() instanceof Method method
                        && !extensionContext.getTestMethod().equals(Optional.of(method))
                ? sourceOf(method, declared, scope)
                : scope.source();
        return grant(request, scope, source);
    }

    /**
     * Sets fields.
     *
     * @param instance the object whose fields they are; null for static fields
     * @throws IllegalArgumentException if that is impossible; the message names the field and the fix
     */
    static void setFields(
            List<SeededField> fields, @Nullable Object instance, ExtensionContext context, ClassScope here) {
        for (SeededField field : fields) {
            Scope scope = here.scope(context);
            if (instance == null) {
                scope.outlive();
            }
            field.set(instance, grant(field.request().get(), scope, scope.source()));
        }
    }

    private static Object grant(Request request, Scope scope, Source around) {
        Source source = request.ownSeed(around.seed())
                .map(seed -> new Source(request.element(), seed))
                .orElse(around);
        return request.granting(() -> scope.obtain(source, request.recipe()));
    }

    /** The source of a lifecycle method, whose pin, if it has one, holds for its parameters alone. */
    private static Source sourceOf(Method method, DeclaredClass declared, Scope scope) {
        return ContextSeed.inForce(scope.run(), declared.ownPin(method))
                .map(pin -> new Source(method, Seed.of(pin.value())))
                .orElse(scope.source());
    }
}
