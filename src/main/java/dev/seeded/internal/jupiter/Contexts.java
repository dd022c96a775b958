package dev.seeded.internal.jupiter;

import dev.seeded.internal.declared.TestDeclarations;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Reads extension contexts. */
final class Contexts {

    private Contexts() {}

    /** Returns the context and those around it, the nearest first. */
    static Stream<ExtensionContext> outwards(ExtensionContext context) {
        return Stream.iterate(
                        Optional.of(context), Optional::isPresent, found -> found.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream);
    }

    /** Returns the context of the class that this context is in, or is; the root where it is in none. */
    static ExtensionContext owner(ExtensionContext context) {
        ExtensionContext found = context;
        while (!isClass(found) && found.getParent().isPresent()) {
            found = found.getParent().get();
        }
        return found;
    }

    /** Returns the contexts of the class that this context is in, or is, and of the classes around that. */
    static Stream<ExtensionContext> classes(ExtensionContext context) {
        return outwards(context).filter(Contexts::isClass);
    }

    /** Returns whether a test may run at the same time as others in the class that it, or a class around it, belongs to. */
    static boolean runsConcurrently(ExtensionContext test, ExtensionContext owner) {
        return isParallel(test)
                && outwards(test)
                        .takeWhile(context -> !context.equals(owner))
                        .anyMatch(context -> context.getExecutionMode() == ExecutionMode.CONCURRENT);
    }

    /** Returns whether tests of this run may run at the same time. */
    static boolean isParallel(ExtensionContext context) {
        return context.getConfigurationParameter(TestDeclarations.PARALLEL, Boolean::valueOf)
                .orElse(false);
    }

    /** Returns whether the tests of a class share its instance. */
    static boolean hasInstancePerClass(ExtensionContext context) {
        return context.getTestInstanceLifecycle().equals(Optional.of(Lifecycle.PER_CLASS));
    }

    /** Returns whether this is the context of a class, or of an invocation of one. */
    static boolean isClass(ExtensionContext context) {
        return context.getTestMethod().isEmpty() && context.getTestClass().isPresent();
    }

    /** Returns whether this is the context of a test, or a container, that a factory made. */
    static boolean isDynamic(ExtensionContext context) {
        return context.getUniqueId().contains("/[dynamic-");
    }

    /** Returns whether this is one of several invocations of its parent, as it has no element of its own. */
    static boolean isInvocation(ExtensionContext context) {
        Optional<ExtensionContext> parent = context.getParent();
        return parent.isPresent()
                && (context.getElement().isEmpty()
                        || context.getElement().equals(parent.flatMap(ExtensionContext::getElement)));
    }
}
