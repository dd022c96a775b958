package dev.seeded.internal.launcher;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestPlan;

/** Tells whether a plan lacks tests of a class, which a tag or a pattern has left out. */
final class LeftOutTests implements Predicate<Class<?>> {

    private final TestPlan plan;

    LeftOutTests(TestPlan plan) {
        this.plan = plan;
    }

    @Override
    public boolean test(Class<?> type) {
        Set<String> planned = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .flatMap(test -> test.getSource().stream())
                .filter(MethodSource.class::isInstance)
                .map(source -> (MethodSource) source)
                .map(source -> name(source.getClassName(), source.getMethodName()))
                .collect(Collectors.toSet());
        return tests(type).anyMatch(name -> !planned.contains(name));
    }

    private static Stream<String> tests(Class<?> type) {
        return Stream.concat(
                ReflectionSupport.findMethods(type, LeftOutTests::isTest, HierarchyTraversalMode.TOP_DOWN).stream()
                        .map(method -> name(type.getName(), method.getName())),
                ReflectionSupport.findNestedClasses(type, nested -> AnnotationSupport.isAnnotated(nested, Nested.class))
                        .stream()
                        .flatMap(LeftOutTests::tests));
    }

    /** As Jupiter finds them. */
    private static boolean isTest(Method method) {
        int unfit = Modifier.PRIVATE | Modifier.STATIC | Modifier.ABSTRACT;
        return (method.getModifiers() & unfit) == 0 && AnnotationSupport.isAnnotated(method, Testable.class);
    }

    private static String name(String className, String method) {
        return className + "#" + method;
    }
}
