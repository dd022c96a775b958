package dev.seeded.internal.declared;

import dev.seeded.SeededOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /** Names, as the classes are loaded where an order is theirs. */
    private static final String CLASS_ORDER = "dev.seeded.SeededOrder$Classes";

    private static final String METHOD_ORDER = "dev.seeded.SeededOrder$Methods";

    /**
     * Returns the order in which a test comes.
     *
     * @param classes the class of the test and those around it
     * @param parameters JUnit's configuration parameters, which name the orders where no class does
     */
    public static TestOrder of(List<? extends Class<?>> classes, Function<String, Optional<String>> parameters) {
        if (isNamed(parameters.apply(ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME), CLASS_ORDER)) {
            return CLASSES;
        }
        Optional<String> preset = parameters.apply(MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME);
        for (Class<?> type : classes) {
            if (ordersMethods(type, preset) || ordersNested(type)) {
                return METHODS;
            }
        }
        return NATURAL;
    }

    /**
     * Returns whether tests come in the same order each time: neither a class nor a parameter names any order but those of
     * JUnit that go by what is written in a class.
     *
     * @param classes all classes that have tests, or have such classes within them
     * @param parameters JUnit's configuration parameters, which name the orders where no class does
     */
    public static boolean isFixed(List<Class<?>> classes, Function<String, Optional<String>> parameters) {
        return Stream.concat(
                        Stream.of(ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME, MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME)
                                .flatMap(name -> parameters.apply(name).stream()),
                        classes.stream().flatMap(TestOrder::orders))
                .allMatch(TestOrder::isFixed);
    }

    /**
     * Returns whether JUnit gives the tests of a class an order of which nobody knows the seed.
     *
     * @param classes the class of the test and those around it
     * @param parameters JUnit's configuration parameters, which name the orders where no class does
     */
    public static boolean isRandom(List<? extends Class<?>> classes, Function<String, Optional<String>> parameters) {
        Stream<String> ofMethods = classes.stream()
                .flatMap(type ->
                        ofMethods(type).or(() -> parameters.apply(MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME)).stream());
        Stream<String> ofNested = classes.stream()
                .skip(1)
                .flatMap(type ->
                        ofNested(type).or(() -> parameters.apply(ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME)).stream());
        return parameters.apply(MethodOrderer.Random.RANDOM_SEED_PROPERTY_NAME).isEmpty()
                && Stream.concat(ofMethods, ofNested).anyMatch(TestOrder::isRandom);
    }

    private static boolean isRandom(String written) {
        String order = written.strip();
        return order.equals(MethodOrderer.Random.class.getName()) || order.equals(ClassOrderer.Random.class.getName());
    }

    private static Stream<String> orders(Class<?> type) {
        return Stream.concat(ofMethods(type).stream(), ofNested(type).stream());
    }

    private static Optional<String> ofMethods(Class<?> type) {
        return AnnotationSupport.findAnnotation(type, TestMethodOrder.class)
                .map(order -> order.value().getName());
    }

    private static Optional<String> ofNested(Class<?> type) {
        return AnnotationSupport.findAnnotation(type, TestClassOrder.class)
                .map(order -> order.value().getName());
    }

    private static boolean isFixed(String written) {
        String order = written.strip();
        return order.startsWith("org.junit.jupiter.api.") && !isRandom(order);
    }

    private static boolean ordersMethods(Class<?> type, Optional<String> preset) {
        Optional<TestMethodOrder> order = AnnotationSupport.findAnnotation(type, TestMethodOrder.class);
        return order.isPresent() ? order.get().value() == SeededOrder.Methods.class : isNamed(preset, METHOD_ORDER);
    }

    private static boolean ordersNested(Class<?> type) {
        Optional<TestClassOrder> order = AnnotationSupport.findAnnotation(type, TestClassOrder.class);
        return order.isPresent() && order.get().value() == SeededOrder.Classes.class;
    }

    /** Returns this where a class runs apart from others. */
    public TestOrder ofClassAlone() {
        return this == CLASSES ? METHODS : this;
    }

    private static boolean isNamed(Optional<String> written, String order) {
        return written.isPresent() && written.get().strip().equals(order);
    }
}
