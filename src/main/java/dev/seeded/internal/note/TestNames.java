package dev.seeded.internal.note;

import dev.seeded.internal.console.Printable;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.replay.TestName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The names of the tests of a class.
 *
 * @param title what a person calls the class, on one line
 * @param innermost the class itself
 * @param outermost the class around all others
 * @param isInherited whether it, or a class around it, is nested in a superclass of the next
 */
public record TestNames(String title, Class<?> innermost, Class<?> outermost, boolean isInherited) {

    /**
     * Returns the names in a class.
     *
     * @param classes the class, and those around it
     */
    public static TestNames in(List<Class<?>> classes) {
        Class<?> outermost = classes.get(classes.size() - 1);
        boolean isInherited = IntStream.range(1, classes.size())
                .anyMatch(outer -> classes.get(outer - 1).getEnclosingClass() != classes.get(outer));
        String name = isInherited ? inheritedName(classes) : classes.get(0).getName();
        return new TestNames(Printable.line(name), classes.get(0), outermost, isInherited);
    }

    /**
     * Returns the name of a test of the class, or of the class.
     *
     * @param invocations the display names of the invocations that it is, or lies in, the innermost first
     */
    public TestName of(Optional<Method> method, Stream<String> invocations, String uniqueId) {
        return new TestName(
                title
                        + method.map(this::test).orElse("")
                        + invocations
                                .map(invocation -> " > " + Printable.line(invocation))
                                .reduce("", (inner, outer) -> outer + inner),
                isInherited ? outermost.getName() : innermost.getName(),
                isInherited ? Optional.empty() : method.map(Method::getName),
                uniqueId,
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
}
