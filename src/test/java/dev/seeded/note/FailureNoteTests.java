package dev.seeded.note;

import static dev.seeded.testing.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.testing.NotedFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A failed test has one note, which says with which seed it ran, and what brings the failure back. That the failure is
 * otherwise as it was is tested in {@link UnchangedFailureTests}, with all fixtures that fail here and in the tests of
 * other notes.
 */
class FailureNoteTests {

    @ParameterizedTest
    @ValueSource(
            classes = {
                TestBodyTestCase.class,
                SeededMethodTestCase.class,
                SeededParameterTestCase.class,
                PerClassTestTestCase.class
            })
    void namesTheTestItsSeedAndItsPin(Class<?> fixture) {
        NotedFailure.assertPinned(fixture, ".fails(Random)", "fails");
    }

    @Test
    void isReadWithTheStackTrace() {
        NotedFailure failed = NotedFailure.in(TestBodyTestCase.class);
        String test = TestBodyTestCase.class.getName();
        StringWriter trace = new StringWriter();
        failed.throwable().printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString().lines().filter(line -> !line.startsWith("\tat ")))
                .containsExactly(
                        "java.lang.IllegalStateException: as it was",
                        "\tSuppressed: Seed: " + test + ".fails(Random) ran with seed 42",
                        "\t  replay  again '" + test + "' fails 42",
                        "\t  pin     @Seeded(" + failed.testSeed() + "L)",
                        "Caused by: java.io.IOException: the cause",
                        "\t... " + commonFrames(failed.throwable()) + " more");
    }

    private static int commonFrames(Throwable failure) {
        List<StackTraceElement> own = new ArrayList<>(List.of(failure.getStackTrace()));
        List<StackTraceElement> cause =
                new ArrayList<>(List.of(failure.getCause().getStackTrace()));
        Collections.reverse(own);
        Collections.reverse(cause);
        int common = 0;
        while (common < Math.min(own.size(), cause.size()) && own.get(common).equals(cause.get(common))) {
            common++;
        }
        return common;
    }

    @Test
    void isThereWhenOnlyASeedWasGiven() {
        NotedFailure.assertPinned(SeedAloneTestCase.class, ".fails(Seed)", "fails");
    }

    @Test
    void isThereWhenOnlyAFieldWasGiven() {
        NotedFailure.assertPinned(SeededFieldTestCase.class, ".fails()", "fails");
    }

    @ParameterizedTest
    @ValueSource(classes = {ConstructorTestCase.class, FieldInitialiserTestCase.class})
    void isThereWhenTheInstanceCannotBeMade(Class<?> fixture) {
        NotedFailure.assertPinned(fixture, ".passes()", "passes");
    }

    @Test
    void isThereWhenAnotherParameterCannotBeResolved() {
        NotedFailure failed = NotedFailure.in(UnresolvableParameterTestCase.class);

        assertThat(failed.throwable())
                .isExactlyInstanceOf(ParameterResolutionException.class)
                .hasMessageStartingWith("No ParameterResolver registered for parameter [");
        NotedFailure.assertPinned(UnresolvableParameterTestCase.class, ".passes(Random, Thread)", "passes");
    }

    @Test
    void namesTheClassWhenItsOneInstanceCannotBeMade() {
        NotedFailure.assertPinned(PerClassConstructorTestCase.class, "", "'*'");
    }

    @Test
    void selectsTheClassWhenItsOneInstanceMayKeepAGenerator() {
        NotedFailure.assertUnpinned(PerClassConstructorGivenTestCase.class, ".fails(Random)", "'*'");
    }

    @Seeded
    static class TestBodyTestCase extends Failing {}

    @Seeded
    static class SeedAloneTestCase {

        @Test
        void fails(Seed seed) {
            throw failure();
        }
    }

    static class SeededMethodTestCase {

        @Test
        @Seeded
        void fails(Random random) {
            throw failure();
        }
    }

    static class SeededParameterTestCase {

        @Test
        void fails(@Seeded Random random) {
            throw failure();
        }
    }

    static class SeededFieldTestCase {

        @Seeded
        Random random;

        @Test
        void fails() {
            throw failure();
        }
    }

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassConstructorTestCase {

        PerClassConstructorTestCase(Random random) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestTestCase extends Failing {}

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassConstructorGivenTestCase extends Failing {

        PerClassConstructorGivenTestCase(Random random) {}
    }

    @Seeded
    static class ConstructorTestCase {

        ConstructorTestCase(Random random) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    @Seeded
    static class FieldInitialiserTestCase {

        final int drawn = drawnFrom(this);

        FieldInitialiserTestCase(Random random) {}

        private static int drawnFrom(Object instance) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    @Seeded
    static class UnresolvableParameterTestCase {

        @Test
        void passes(Random random, Thread thread) {}
    }
}
