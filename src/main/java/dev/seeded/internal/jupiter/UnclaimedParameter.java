package dev.seeded.internal.jupiter;

import dev.seeded.internal.UserError;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.declared.TestDeclarations;
import dev.seeded.internal.generator.Recipe;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * A parameter that was left to other extensions. If none took it, and only its own {@code @Seeded} is missing, the failure
 * says so. Lies in the context's store, which closes it before the failure is reported.
 *
 * @param context that it was to be resolved in
 */
@SuppressWarnings("deprecation") // JUnit 5.12 closes nothing else
record UnclaimedParameter(Parameter parameter, ExtensionContext context) implements CloseableResource, AutoCloseable {

    @Override
    public void close() {
        context.getExecutionException().stream()
                .flatMap(failure -> Stream.concat(Stream.of(failure), Arrays.stream(failure.getSuppressed())))
                .filter(failure -> isUnresolved(failure) && lacksAnnotation())
                .forEach(failure -> failure.addSuppressed(UserError.shown(new ParameterResolutionException(advice()))));
    }

    private boolean isUnresolved(Throwable failure) {
        return failure instanceof ParameterResolutionException
                && ("" + failure.getMessage())
                        .startsWith("No ParameterResolver registered for parameter [" + parameter + "]");
    }

    private boolean lacksAnnotation() {
        return Annotations.isBare(parameter) && isInSeededTest() && isMade();
    }

    /** With auto-detection, the extension sees tests that have nothing to do with it. */
    private boolean isInSeededTest() {
        return !context.getConfigurationParameter(TestDeclarations.AUTO_DETECTION, Boolean::parseBoolean)
                        .orElse(false)
                || Stores.classScope(context).rules().isSeeded(context.getTestMethod())
                || Annotations.isSeeded(parameter.getDeclaringExecutable());
    }

    private boolean isMade() {
        try {
            return Recipe.isInjectedAnnotated(
                    parameter.getType(), type -> Stores.factories(context).find(type));
        } catch (ServiceConfigurationError broken) {
            return false;
        }
    }

    private String advice() {
        String type = parameter.getType().getSimpleName();
        return type + " needs @Seeded on the parameter itself: @Seeded " + type
                + (parameter.isNamePresent() ? " " + parameter.getName() : "");
    }
}
