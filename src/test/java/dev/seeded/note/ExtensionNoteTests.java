package dev.seeded.note;

import static dev.seeded.testing.Thrown.failure;
import static dev.seeded.testing.Thrown.kept;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.Seeded;
import dev.seeded.testing.NotedFailure;
import java.lang.reflect.Method;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure of another extension has the note of the test or the class that the extension ran for. */
class ExtensionNoteTests {

    @ParameterizedTest
    @ValueSource(
            classes = {
                PostProcessorTestCase.class,
                BeforeEachCallbackTestCase.class,
                BeforeTestExecutionCallbackTestCase.class,
                WrappingLifecycleHandlerTestCase.class
            })
    void namesTheTestThatHasNotBegun(Class<?> fixture) {
        NotedFailure.assertPinned(fixture, ".passes()", "passes");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                InterceptorTestCase.class,
                InterceptorAroundTestCase.class,
                AfterTestExecutionCallbackTestCase.class,
                AfterEachCallbackTestCase.class,
                PreDestroyCallbackTestCase.class
            })
    void namesTheTestThatHasPassed(Class<?> fixture) {
        NotedFailure.assertPinned(fixture, ".passes(Random)", "passes");
    }

    @Test
    void namesTheDynamicTestThatHasPassed() {
        NotedFailure.assertPinned(DynamicTestInterceptorTestCase.class, ".makesTests(Random) > passes", "makesTests");
    }

    @Test
    void namesTheTestWhoseFailureIsWrapped() {
        NotedFailure.assertPinned(WrappingHandlerTestCase.class, ".fails(Random)", "fails");
    }

    @Test
    void namesTheTestWhoseOtherParameterIsNotResolved() {
        NotedFailure.assertPinned(ParameterResolverTestCase.class, ".passes(Random, Thread)", "passes");
    }

    @ParameterizedTest
    @ValueSource(classes = {BeforeAllCallbackTestCase.class, AfterAllCallbackTestCase.class})
    void namesTheClass(Class<?> fixture) {
        NotedFailure.assertPinned(fixture, "", "'*'");
    }

    @Seeded
    static class PostProcessorTestCase {

        @RegisterExtension
        static final TestInstancePostProcessor FAILING = (instance, context) -> {
            throw failure();
        };

        PostProcessorTestCase(Random random) {}

        @Test
        void passes() {}
    }

    @Seeded
    static class BeforeEachCallbackTestCase {

        @RegisterExtension
        static final BeforeEachCallback FAILING = context -> {
            throw failure();
        };

        BeforeEachCallbackTestCase(Random random) {}

        @Test
        void passes() {}
    }

    @Seeded
    static class BeforeTestExecutionCallbackTestCase {

        @RegisterExtension
        static final BeforeTestExecutionCallback FAILING = context -> {
            throw failure();
        };

        @BeforeEach
        void prepare(Random random) {}

        @Test
        void passes() {}
    }

    @Seeded
    static class WrappingLifecycleHandlerTestCase {

        @RegisterExtension
        static final LifecycleMethodExecutionExceptionHandler WRAPPING =
                new LifecycleMethodExecutionExceptionHandler() {
                    @Override
                    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) {
                        throw kept(new IllegalStateException("wrapped", failure));
                    }
                };

        @BeforeEach
        void prepare(Random random) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    /** Lets every invocation pass and fails then. */
    static class FailingInterceptor implements InvocationInterceptor {

        @Override
        public void interceptTestMethod(
                Invocation<@Nullable Void> invocation,
                ReflectiveInvocationContext<Method> invocationContext,
                ExtensionContext context)
                throws Throwable {
            invocation.proceed();
            throw failure();
        }

        @Override
        public void interceptDynamicTest(
                Invocation<@Nullable Void> invocation,
                DynamicTestInvocationContext invocationContext,
                ExtensionContext context)
                throws Throwable {
            invocation.proceed();
            throw failure();
        }
    }

    @Seeded
    @ExtendWith(FailingInterceptor.class)
    static class InterceptorTestCase {

        @Test
        void passes(Random random) {}
    }

    @ExtendWith(FailingInterceptor.class)
    @Seeded
    static class InterceptorAroundTestCase {

        @Test
        void passes(Random random) {}
    }

    @Seeded
    static class AfterTestExecutionCallbackTestCase {

        @RegisterExtension
        static final AfterTestExecutionCallback FAILING = context -> {
            throw failure();
        };

        @Test
        void passes(Random random) {}
    }

    @Seeded
    static class AfterEachCallbackTestCase {

        @RegisterExtension
        static final AfterEachCallback FAILING = context -> {
            throw failure();
        };

        @Test
        void passes(Random random) {}
    }

    @Seeded
    static class PreDestroyCallbackTestCase {

        @RegisterExtension
        static final TestInstancePreDestroyCallback FAILING = context -> {
            throw failure();
        };

        @Test
        void passes(Random random) {}
    }

    @Seeded
    @ExtendWith(FailingInterceptor.class)
    static class DynamicTestInterceptorTestCase {

        @TestFactory
        DynamicTest makesTests(Random random) {
            return dynamicTest("passes", () -> {});
        }
    }

    @Seeded
    static class WrappingHandlerTestCase extends Failing {

        @RegisterExtension
        static final TestExecutionExceptionHandler WRAPPING = (context, failure) -> {
            throw kept(new IllegalStateException("wrapped", failure));
        };
    }

    @Seeded
    static class ParameterResolverTestCase {

        @RegisterExtension
        static final ParameterResolver FAILING = new ParameterResolver() {
            @Override
            public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
                return parameter.getParameter().getType() == Thread.class;
            }

            @Override
            public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
                throw kept(new ParameterResolutionException("no thread"));
            }
        };

        @Test
        void passes(Random random, Thread thread) {}
    }

    static class BeforeAllCallbackTestCase {

        @Seeded
        static Random random;

        @RegisterExtension
        static final BeforeAllCallback FAILING = context -> {
            throw failure();
        };

        @Test
        void passes() {}
    }

    static class AfterAllCallbackTestCase {

        @Seeded
        static Random random;

        @RegisterExtension
        static final AfterAllCallback FAILING = context -> {
            throw failure();
        };

        @Test
        void passes() {}
    }
}
