package dev.seeded.internal.jupiter;

import dev.seeded.internal.report.TestName;
import dev.seeded.internal.seed.Printable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Reads extension contexts. */
final class Contexts {

    private static final Pattern INVOCATION = Pattern.compile("/\\[test-template-invocation:#(\\d+)]$");

    private Contexts() {}

    /** Returns the context and those around it, the nearest first. */
    static Stream<ExtensionContext> outwards(ExtensionContext context) {
        return Stream.iterate(
                        Optional.of(context), Optional::isPresent, found -> found.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream);
    }

    /** Returns the context of the class that this context is in, or is; the context must be in one. */
    static ExtensionContext ofClass(ExtensionContext context) {
        ExtensionContext found = context;
        while (!isClass(found)) {
            found = found.getParent().orElseThrow();
        }
        return found;
    }

    /** Returns the contexts of the class that this context is in, or is, and of the classes around that. */
    static Stream<ExtensionContext> classes(ExtensionContext context) {
        return outwards(context).filter(Contexts::isClass);
    }

    /** Tells whether a test may run at the same time as others in the class that it, or a class around it, belongs to. */
    static boolean runsConcurrently(ExtensionContext test, ExtensionContext owner) {
        return isParallel(test)
                && outwards(test)
                        .takeWhile(context -> !context.equals(owner))
                        .anyMatch(context -> context.getExecutionMode() == ExecutionMode.CONCURRENT);
    }

    /** Tells whether tests of this run may run at the same time. */
    static boolean isParallel(ExtensionContext context) {
        return context.getConfigurationParameter("junit.jupiter.execution.parallel.enabled", Boolean::valueOf)
                .orElse(false);
    }

    /** Returns the outermost class around this context. */
    static Class<?> outermostClass(ExtensionContext context) {
        return outermost(testClasses(context));
    }

    /** Returns the name of the test or class that this context belongs to. */
    static TestName name(ExtensionContext context) {
        StringBuilder invocations = new StringBuilder();
        ExtensionContext declared = context;
        while (isInvocation(declared)) {
            invocations.insert(0, " > " + Printable.line(declared.getDisplayName()));
            declared = declared.getParent().orElseThrow();
        }
        List<Class<?>> classes = testClasses(declared);
        Optional<Method> method = declared.getTestMethod();
        String title = Printable.line(name(classes))
                + method.map(found -> "." + Printable.line(Declarations.signature(found)))
                        .orElse("");
        TestName test = new TestName(
                title + invocations, classes.get(0).getName(), method.map(Method::getName), context.getUniqueId());
        return isInherited(classes) ? test.withClass(outermost(classes)) : test;
    }

    /** A nested class that is inherited is named after the class that inherits it. */
    private static String name(List<Class<?>> classes) {
        if (!isInherited(classes)) {
            return classes.get(0).getName();
        }
        StringBuilder name = new StringBuilder(outermost(classes).getName());
        for (int nesting = classes.size() - 2; nesting >= 0; nesting--) {
            name.append('$').append(classes.get(nesting).getSimpleName());
        }
        return name.toString();
    }

    /** Tells whether a class of these, the innermost first, is nested in a superclass of the next. */
    private static boolean isInherited(List<Class<?>> classes) {
        return IntStream.range(1, classes.size())
                .anyMatch(outer -> classes.get(outer - 1).getEnclosingClass() != classes.get(outer));
    }

    /** The classes around a context, the innermost first, each once: invocations of a class have contexts of their own. */
    private static List<Class<?>> testClasses(ExtensionContext context) {
        return classes(context)
                .<Class<?>>map(ExtensionContext::getRequiredTestClass)
                .distinct()
                .toList();
    }

    private static Class<?> outermost(List<Class<?>> classes) {
        return classes.get(classes.size() - 1);
    }

    /** Returns the number, from 1 on, of the invocation of a test template that this is the id of. */
    static Optional<Integer> invocation(String uniqueId) {
        Matcher invocation = INVOCATION.matcher(uniqueId);
        return invocation.find() ? Optional.of(Integer.valueOf(invocation.group(1))) : Optional.empty();
    }

    /** Tells whether this is the id of a test template, which contains its invocations. */
    static boolean isTemplate(String uniqueId) {
        return uniqueId.startsWith("[test-template:", uniqueId.lastIndexOf('['));
    }

    /** Tells whether the tests of a class share its instance. */
    static boolean hasInstancePerClass(ExtensionContext context) {
        return context.getTestInstanceLifecycle().equals(Optional.of(Lifecycle.PER_CLASS));
    }

    /** Tells whether this is the context of a class, or of an invocation of one. */
    static boolean isClass(ExtensionContext context) {
        return context.getTestMethod().isEmpty() && context.getTestClass().isPresent();
    }

    /** A context without an element of its own is one of several invocations of its parent's. */
    private static boolean isInvocation(ExtensionContext context) {
        return context.getElement().isEmpty()
                || context.getElement().equals(context.getParent().flatMap(ExtensionContext::getElement));
    }
}
