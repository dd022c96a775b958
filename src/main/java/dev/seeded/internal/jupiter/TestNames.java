package dev.seeded.internal.jupiter;

import dev.seeded.internal.console.Printable;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.replay.TestName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The names of the tests of a class.
 *
 * @param title what a person calls the class, on one line
 * @param innermost the class itself
 * @param outermost the class around all others
 * @param isInherited whether it, or a class around it, is nested in a superclass of the next
 */
record TestNames(String title, Class<?> innermost, Class<?> outermost, boolean isInherited) {

    /** Returns the names in the class of this context. */
    static TestNames in(ExtensionContext owner) {
        // Each once: invocations of a class have contexts of their own.
        List<Class<?>> classes = Contexts.classes(owner)
                .<Class<?>>map(ExtensionContext::getRequiredTestClass)
                .distinct()
                .toList();
        Class<?> outermost = classes.get(classes.size() - 1);
        boolean isInherited = IntStream.range(1, classes.size())
                .anyMatch(outer -> classes.get(outer - 1).getEnclosingClass() != classes.get(outer));
        String name = isInherited ? inheritedName(classes) : classes.get(0).getName();
        return new TestNames(Printable.line(name), classes.get(0), outermost, isInherited);
    }

    /** Returns the name of the test or class that a context inside of this class belongs to. */
    TestName of(ExtensionContext context) {
        String invocations = Contexts.outwards(context)
                .filter(TestNames::isInvocation)
                .map(invocation -> " > " + Printable.line(invocation.getDisplayName()))
                .reduce("", (inner, outer) -> outer + inner);
        Optional<Method> method = Contexts.outwards(context)
                .map(ExtensionContext::getTestMethod)
                .flatMap(Optional::stream)
                .findFirst();
        String test = method.map(this::test).orElse("");
        return new TestName(
                title + test + invocations,
                isInherited ? outermost.getName() : innermost.getName(),
                isInherited ? Optional.empty() : method.map(Method::getName),
                context.getUniqueId(),
                outermost.getName());
    }

    /** A class may have a method of its own beside one of another package that it inherits and cannot see. */
    private String test(Method method) {
        Class<?> declaring = method.getDeclaringClass();
        boolean isHidden = !Modifier.isPublic(method.getModifiers())
                && !Modifier.isProtected(method.getModifiers())
                && !declaring.getPackageName().equals(innermost.getPackageName());
        return "." + Printable.line(Annotations.signature(method)) + (isHidden ? " of " + declaring.getName() : "");
    }

    /** A nested class that is inherited is named after the class that inherits it. */
    private static String inheritedName(List<Class<?>> classes) {
        StringBuilder name = new StringBuilder(classes.get(classes.size() - 1).getName());
        for (int nesting = classes.size() - 2; nesting >= 0; nesting--) {
            name.append('$').append(classes.get(nesting).getSimpleName());
        }
        return name.toString();
    }

    /** A context without an element of its own is one of several invocations of its parent's. */
    private static boolean isInvocation(ExtensionContext context) {
        Optional<ExtensionContext> parent = context.getParent();
        return parent.isPresent()
                && (context.getElement().isEmpty()
                        || context.getElement().equals(parent.flatMap(ExtensionContext::getElement)));
    }
}
