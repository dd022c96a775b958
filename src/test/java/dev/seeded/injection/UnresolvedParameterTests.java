package dev.seeded.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.SeededTest;
import dev.seeded.internal.note.SeedNote;
import dev.seeded.parity.PythonRandom;
import dev.seeded.testing.Fixtures;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failure says of a parameter that is injected only where it has a {@code @Seeded} of its own. */
class UnresolvedParameterTests {

    private static final String ADVICE =
            "PythonRandom needs @Seeded on the parameter itself: @Seeded PythonRandom random";

    @ParameterizedTest
    @ValueSource(
            classes = {
                MethodTestCase.class,
                MethodAloneTestCase.class,
                ParameterTestCase.class,
                ConstructorTestCase.class,
                SharedInstanceTestCase.class,
                BeforeAllTestCase.class,
                BeforeEachTestCase.class,
                AfterEachTestCase.class,
                AfterAllTestCase.class,
                FactoryTestCase.class,
                ArgumentsTestCase.class,
                TemplateTestCase.class,
                OuterTestCase.class
            })
    void isToldWhereItsAnnotationGoes(Class<?> fixture) {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(1).run(fixture));

        assertThat(failure)
                .isExactlyInstanceOf(ParameterResolutionException.class)
                .hasNoCause()
                .hasMessageStartingWith(
                        "No ParameterResolver registered for parameter [dev.seeded.parity.PythonRandom random] in ");
        assertThat(advice(failure)).containsExactly(ADVICE);
        assertThat(failure.getSuppressed()[0].getStackTrace()).isEmpty();
    }

    @Seeded
    static class MethodTestCase {

        @Test
        void test(PythonRandom random) {}
    }

    static class MethodAloneTestCase {

        @Test
        @Seeded
        void test(PythonRandom random) {}
    }

    static class ParameterTestCase {

        @Test
        void test(@Seeded Random own, PythonRandom random) {}
    }

    @Seeded
    static class ConstructorTestCase {

        ConstructorTestCase(PythonRandom random) {}

        @Test
        void test() {}
    }

    @Seeded
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SharedInstanceTestCase {

        SharedInstanceTestCase(PythonRandom random) {}

        @Test
        void test() {}
    }

    @Seeded
    static class BeforeAllTestCase {

        @BeforeAll
        static void prepare(PythonRandom random) {}

        @Test
        void test() {}
    }

    @Seeded
    static class BeforeEachTestCase {

        @BeforeEach
        void prepare(PythonRandom random) {}

        @Test
        void test() {}
    }

    @Seeded
    static class AfterEachTestCase {

        @Test
        void test() {}

        @AfterEach
        void clean(PythonRandom random) {}
    }

    @Seeded
    static class AfterAllTestCase {

        @Test
        void test() {}

        @AfterAll
        static void clean(PythonRandom random) {}
    }

    @Seeded
    static class FactoryTestCase {

        @TestFactory
        Stream<DynamicTest> tests(PythonRandom random) {
            return Stream.empty();
        }
    }

    @Seeded
    static class ArgumentsTestCase {

        @ParameterizedTest
        @ValueSource(ints = 1)
        void test(int argument, PythonRandom random) {}
    }

    static class TemplateTestCase {

        @SeededTest(runs = 1)
        void test(PythonRandom random) {}
    }

    @Seeded
    static class OuterTestCase {

        @Nested
        class InnerTestCase {

            @Test
            void test(PythonRandom random) {}
        }
    }

    @Test
    void isNamedBesideAnEarlierFailure() {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(1).run(FailingBeforeTestCase.class));

        assertThat(failure).isExactlyInstanceOf(IllegalStateException.class);
        assertThat(SeedNote.of(failure)).isPresent();
        assertThat(failure.getSuppressed()[0]).isExactlyInstanceOf(ParameterResolutionException.class);
        assertThat(advice(failure.getSuppressed()[0])).containsExactly(ADVICE);
    }

    @Seeded
    static class FailingBeforeTestCase {

        @Test
        void test(Random random) {
            throw new IllegalStateException("failed");
        }

        @AfterEach
        void clean(PythonRandom random) {}
    }

    @Test
    void isNamedBesideTheNoteWhereSomethingWasGiven() {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(1).run(GivenBeforeTestCase.class));

        assertThat(advice(failure)).containsExactly(ADVICE);
        assertThat(SeedNote.of(failure)).isPresent();
    }

    @Seeded
    static class GivenBeforeTestCase {

        @Test
        void test(Random given, PythonRandom random) {}
    }

    @Test
    void ofATypeOfTheUsersOwnOrOfTheJdkIsNoDifferent() {
        List<Throwable> failures = Fixtures.failures(Fixtures.withSeed(1).run(TypesTestCase.class));

        assertThat(failures)
                .flatExtracting(UnresolvedParameterTests::advice)
                .containsExactlyInAnyOrder(
                        "Dice needs @Seeded on the parameter itself: @Seeded Dice dice",
                        "Clock needs @Seeded on the parameter itself: @Seeded Clock clock");
    }

    @Seeded
    static class TypesTestCase {

        @Test
        void own(SeededFactoryTests.Dice dice) {}

        @Test
        void jdk(Clock clock) {}
    }

    @Test
    void isNotNamedWhereAnnotatingItWouldNotHelp() {
        List<Throwable> failures = Fixtures.failures(Fixtures.withSeed(1).run(OthersTestCase.class));

        assertThat(failures)
                .hasSize(3)
                .allSatisfy(failure -> assertThat(failure)
                        .isExactlyInstanceOf(ParameterResolutionException.class)
                        .hasMessageStartingWith("No ParameterResolver registered for parameter ["));
        assertThat(failures).flatExtracting(UnresolvedParameterTests::advice).isEmpty();
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Foreign {}

    @Seeded
    static class OthersTestCase {

        @Test
        void ofNoFactory(String text) {}

        @Test
        void annotated(@Foreign PythonRandom random) {}

        @Test
        void annotatedAndCommon(@Foreign Random random) {}
    }

    @Test
    void isNotNamedWhereAnotherExtensionHasIt() {
        List<Throwable> failures = Fixtures.failures(Fixtures.withSeed(1).run(ResolvedTestCase.class));

        assertThat(failures).extracting(Throwable::getMessage).containsExactlyInAnyOrder("failed", "broken");
        assertThat(failures).flatExtracting(UnresolvedParameterTests::advice).isEmpty();
    }

    static class ClockResolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Clock.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            if (context.getDisplayName().startsWith("broken")) {
                throw new ParameterResolutionException("broken");
            }
            return Clock.systemUTC();
        }
    }

    @Seeded
    @ExtendWith(ClockResolver.class)
    static class ResolvedTestCase {

        @Test
        void test(Clock clock, TestInfo info) {
            throw new IllegalStateException("failed");
        }

        @Test
        void broken(Clock clock) {}
    }

    @Test
    void isNotNamedInATestThatHasNothingToDoWithSeeded() {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(1)
                .with("junit.jupiter.extensions.autodetection.enabled", true)
                .run(UnseededTestCase.class));

        assertThat(failure).hasMessageStartingWith("No ParameterResolver registered for parameter [");
        assertThat(failure.getSuppressed()).isEmpty();
    }

    static class UnseededTestCase {

        @Test
        void test(Clock clock) {}
    }

    private static List<String> advice(Throwable failure) {
        return Arrays.stream(failure.getSuppressed())
                .filter(ParameterResolutionException.class::isInstance)
                .map(Throwable::getMessage)
                .toList();
    }
}
