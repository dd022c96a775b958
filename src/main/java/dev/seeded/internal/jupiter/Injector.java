package dev.seeded.internal.jupiter;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.internal.UserError;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.declared.DeclaredClass;
import dev.seeded.internal.declared.DeclaredClass.SeededField;
import dev.seeded.internal.declared.Request;
import dev.seeded.internal.jupiter.Scope.Source;
import java.lang.reflect.Executable;
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

    /**
     * Returns whether a parameter is ours to resolve.
     *
     * @throws UserError if it is and another extension resolves it too
     */
    static boolean supports(ParameterContext context, ExtensionContext extensionContext, ClassScope here) {
        Parameter parameter = context.getParameter();
        Executable executable = context.getDeclaringExecutable();
        boolean isClassSeeded = here.rules().isSeeded(extensionContext.getTestMethod());
        if (isClassSeeded && isPlain(context)) {
            return true;
        }
        boolean isAnnotated = context.isAnnotated(Seeded.class);
        boolean isTaken = Annotations.isTakenWhole(executable, extensionContext::getConfigurationParameter);
        if (!isAnnotated && !Annotations.isInjected(parameter, isClassSeeded)) {
            if (!isTaken) {
                Stores.closeAtEnd(extensionContext, new UnclaimedParameter(parameter, extensionContext));
            }
            return false;
        }
        if (isTaken && isAnnotated) {
            throw new UserError("@Seeded parameter " + Annotations.name(parameter) + " of "
                    + Annotations.name(executable) + ": another extension resolves all parameters of this constructor:"
                    + " make it a field, @Seeded " + parameter.getType().getSimpleName()
                    + (parameter.isNamePresent() ? " " + parameter.getName() : "") + ", or a parameter of the test");
        }
        return !isTaken;
    }

    /** Returns whether a parameter is what most tests ask for, a bare {@code Random}, without a search for annotations. */
    private static boolean isPlain(ParameterContext context) {
        return context.getDeclaringExecutable() instanceof Method && Annotations.isBareRandom(context.getParameter());
    }

    /**
     * Returns what a parameter is given.
     *
     * @throws UserError if that is impossible; the message names the parameter and the fix
     */
    static Object parameter(ParameterContext context, ExtensionContext extensionContext, ClassScope here) {
        Scope scope = here.scope(extensionContext);
        DeclaredClass declared = here.declared();
        Parameter parameter = context.getParameter();
        Optional<Seeded> own = isPlain(context) ? Optional.empty() : context.findAnnotation(Seeded.class);
        Request request = declared.request(parameter, own, () -> Stores.factories(extensionContext));
        Source source = context.getDeclaringExecutable() instanceof Method method
                        && !extensionContext.getTestMethod().equals(Optional.of(method))
                ? sourceOf(method, declared, scope)
                : scope.source();
        if (extensionContext.getTestMethod().isEmpty()
                && request.mayBeKept()
                && Annotations.preparesTests(context.getDeclaringExecutable())) {
            scope.outlive();
        }
        return grant(request, scope, source);
    }

    /**
     * Sets fields.
     *
     * @param instance the object whose fields they are; null for static fields
     * @throws UserError if that is impossible; the message names the field and the fix
     */
    static void setFields(
            List<SeededField> fields, @Nullable Object instance, ExtensionContext context, ClassScope here) {
        for (SeededField field : fields) {
            Scope scope = here.scope(context);
            Request request = field.request().get();
            if (instance == null && request.mayBeKept()) {
                scope.outliveInField();
            }
            field.set(instance, grant(request, scope, scope.source()));
        }
    }

    private static Object grant(Request request, Scope scope, Source around) {
        Optional<Seed> own = request.ownSeed(around.seed());
        Source source = own.isPresent() ? new Source(request.element(), own.get(), request.pin()) : around;
        try {
            return scope.obtain(source, request.recipe());
        } catch (UserError mistake) {
            throw request.named(mistake);
        }
    }

    /** The source of a lifecycle method, whose pin, if it has one, holds for its parameters alone. */
    private static Source sourceOf(Method method, DeclaredClass declared, Scope scope) {
        return ContextSeed.inForce(scope.run(), declared.ownPin(method))
                .map(pin -> new Source(method, Seed.of(pin.value()), Optional.of(pin)))
                .orElse(scope.source());
    }
}
