package dev.seeded.internal.declared;

import dev.seeded.SeededOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.commons.support.AnnotationSupport;

/** What the run seed puts into an order, and so what may decide over a test beside its own numbers. */
public enum TestOrder {
    /** Nothing: tests come in the order that JUnit gives them. */
    NATURAL,
    /** Methods, or nested classes, of the class that the test is in or of one around it. */
    METHODS,
    /** The classes of the whole run. */
    CLASSES;

    /**
     * Returns the order in which a test comes.
     *
     * @param classes the class of the test and those around it
     * @param parameters JUnit's configuration parameters, which name the orders where no class does
     */
    public static TestOrder of(List<? extends Class<?>> classes, Function<String, Optional<String>> parameters) {
        if (isSeeded(parameters.apply(ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME), SeededOrder.Classes.class)) {
            return CLASSES;
        }
        boolean isDefault =
                isSeeded(parameters.apply(MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME), SeededOrder.Methods.class);
        boolean isOrdered =
                classes.stream().anyMatch(type -> ordersMethods(type).orElse(isDefault) || ordersNested(type));
        return isOrdered ? METHODS : NATURAL;
    }

    private static Optional<Boolean> ordersMethods(Class<?> type) {
        return AnnotationSupport.findAnnotation(type, TestMethodOrder.class)
                .map(order -> order.value() == SeededOrder.Methods.class);
    }

    private static boolean ordersNested(Class<?> type) {
        return AnnotationSupport.findAnnotation(type, TestClassOrder.class)
                .filter(order -> order.value() == SeededOrder.Classes.class)
                .isPresent();
    }

    private static boolean isSeeded(Optional<String> named, Class<?> order) {
        return named.filter(order.getName()::equals).isPresent();
    }
}
