package dev.seeded.note;

import static dev.seeded.testing.Thrown.failure;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.seeded.Seeded;
import dev.seeded.testing.NotedFailure;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of several invocations of a method, and of the tests of a factory, the note names the one that failed. */
class InvocationNoteTests {

    static Stream<Arguments> invocations() {
        return Stream.of(
                arguments(RepeatedTestCase.class, "fails(RepetitionInfo, Random) > repetition 2 of 3"),
                arguments(ParameterizedTestCase.class, "fails(int, Random) > with 7"),
                arguments(TemplateTestCase.class, "fails(Random, TestInfo) > second"));
    }

    @ParameterizedTest
    @MethodSource("invocations")
    void namesTheInvocation(Class<?> fixture, String name) {
        NotedFailure.assertPinned(fixture, "." + name, "fails");
    }

    @Test
    void offersNoPinWhenTheArgumentsWereDrawnToo() {
        NotedFailure.assertUnpinned(ArgumentsFactoryGivenTestCase.class, ".fails(int) > with 7", "fails");
    }

    static Stream<Arguments> dynamicTests() {
        return Stream.of(
                arguments(DynamicTestTestCase.class, "makesTests(Random) > fails"),
                arguments(DynamicContainerTestCase.class, "makesTests(Random) > outer > inner > fails"),
                arguments(DynamicTestWithFieldTestCase.class, "makesTests() > fails"));
    }

    @ParameterizedTest
    @MethodSource("dynamicTests")
    void namesTheDynamicTestAndSelectsItsFactory(Class<?> fixture, String name) {
        NotedFailure.assertPinned(fixture, "." + name, "makesTests");
    }

    @Test
    void selectsTheClassOfADynamicTestWhenAStaticFieldIsInjected() {
        NotedFailure.assertUnpinned(DynamicTestInGivenClassTestCase.class, ".makesTests() > fails", "'*'");
    }

    @ParameterizedTest
    @ValueSource(classes = {TestFactoryTestCase.class, TestFactoryStreamTestCase.class})
    void namesTheFactoryThatFails(Class<?> fixture) {
        NotedFailure.assertPinned(fixture, ".makesTests(Random)", "makesTests");
    }

    @Seeded
    static class RepeatedTestCase {

        @RepeatedTest(3)
        void fails(RepetitionInfo repetition, Random random) {
            if (repetition.getCurrentRepetition() == 2) {
                throw failure();
            }
        }
    }

    @Seeded
    static class ParameterizedTestCase {

        @ParameterizedTest(name = "with {0}")
        @ValueSource(ints = {6, 7, 8})
        void fails(int value, Random random) {
            if (value == 7) {
                throw failure();
            }
        }
    }

    static class TwoInvocations implements TestTemplateInvocationContextProvider {

        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of("first", "second").map(name -> new TestTemplateInvocationContext() {
                @Override
                public String getDisplayName(int invocation) {
                    return name;
                }
            });
        }
    }

    @Seeded
    static class TemplateTestCase {

        @TestTemplate
        @ExtendWith(TwoInvocations.class)
        void fails(Random random, TestInfo info) {
            if (info.getDisplayName().equals("second")) {
                throw failure();
            }
        }
    }

    @Seeded
    static class ArgumentsFactoryGivenTestCase {

        @ParameterizedTest(name = "with {0}")
        @MethodSource("values")
        void fails(int value) {
            throw failure();
        }

        static Stream<Integer> values(Random random) {
            return Stream.of(7);
        }
    }

    @Seeded
    static class DynamicTestTestCase {

        @TestFactory
        Stream<DynamicTest> makesTests(Random random) {
            return Stream.of(dynamicTest("passes", () -> {}), dynamicTest("fails", () -> {
                throw failure();
            }));
        }
    }

    @Seeded
    static class DynamicContainerTestCase {

        @TestFactory
        DynamicNode makesTests(Random random) {
            return dynamicContainer("outer", List.of(dynamicContainer("inner", List.of(dynamicTest("fails", () -> {
                throw failure();
            })))));
        }
    }

    static class DynamicTestWithFieldTestCase {

        @Seeded
        Random random;

        @TestFactory
        DynamicTest makesTests() {
            return dynamicTest("fails", () -> {
                throw failure();
            });
        }
    }

    static class DynamicTestInGivenClassTestCase {

        @Seeded
        static Random random;

        @TestFactory
        DynamicTest makesTests() {
            return dynamicTest("fails", () -> {
                throw failure();
            });
        }
    }

    @Seeded
    static class TestFactoryTestCase {

        @TestFactory
        Stream<DynamicTest> makesTests(Random random) {
            throw failure();
        }
    }

    @Seeded
    static class TestFactoryStreamTestCase {

        @TestFactory
        Stream<DynamicTest> makesTests(Random random) {
            return Stream.of(1, 2).map(number -> {
                if (number == 2) {
                    throw failure();
                }
                return dynamicTest("passes", () -> {});
            });
        }
    }
}
