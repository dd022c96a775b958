package dev.seeded;

import dev.seeded.internal.jupiter.RunOrder;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/**
 * Orders test methods and test classes at random by the run seed, so that one seed repeats both data and order.
 *
 * <pre>{@code
 * @TestMethodOrder(SeededOrder.Methods.class)
 * class CacheTest { … }
 * }</pre>
 *
 * <p>For a whole suite, set JUnit's configuration parameter {@code junit.jupiter.testmethod.order.default} to {@code
 * dev.seeded.SeededOrder$Methods}, and {@code junit.jupiter.testclass.order.default} to {@code
 * dev.seeded.SeededOrder$Classes}.
 *
 * <p>Methods and classes are sorted by a hash of the run seed and their name. So a subset of the tests keeps its order, and
 * the order is the same on every machine. If the value of {@code -Dseed} is not a seed, the order does not change.
 *
 * @since 0.1
 */
public final class SeededOrder {

    private SeededOrder() {}

    /**
     * Orders the test methods of a class by the run seed.
     *
     * @since 0.1
     */
    public static final class Methods implements MethodOrderer {

        /** Created by JUnit. */
        public Methods() {}

        @Override
        public void orderMethods(MethodOrdererContext context) {
            String testClass = context.getTestClass().getName();
            RunOrder.sort(
                    context.getMethodDescriptors(),
                    method -> testClass + "#" + signature(method),
                    context::getConfigurationParameter);
        }

        private static String signature(MethodDescriptor method) {
            return Arrays.stream(method.getMethod().getParameterTypes())
                    .map(Class::getName)
                    .collect(Collectors.joining(",", method.getMethod().getName() + "(", ")"));
        }
    }

    /**
     * Orders test classes by the run seed.
     *
     * @since 0.1
     */
    public static final class Classes implements ClassOrderer {

        /** Created by JUnit. */
        public Classes() {}

        @Override
        public void orderClasses(ClassOrdererContext context) {
            RunOrder.sort(
                    context.getClassDescriptors(),
                    type -> type.getTestClass().getName(),
                    context::getConfigurationParameter);
        }
    }
}
