package dev.seeded.note;

import static dev.seeded.testing.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.NotedFailure;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The note of a failed lifecycle method names the test or the class that it ran for; nested classes have notes alike. */
class LifecycleNoteTests {

    @ParameterizedTest
    @ValueSource(classes = {BeforeEachTestCase.class, AfterEachTestCase.class})
    void namesTheTestWhenAMethodAroundItFails(Class<?> fixture) {
        NotedFailure failed = NotedFailure.in(fixture);
        String test = fixture.getName();

        assertThat(failed.note().lines())
                .containsExactly(
                        test + ".passes() ran with seed 42",
                        "\t  replay  again '" + test + "' passes 42",
                        "\t  pin     @Seeded(" + failed.testSeed() + "L)");
    }

    @Test
    void keepsAfterEachBesideTheTest() {
        NotedFailure failed = NotedFailure.in(TestAndAfterEachTestCase.class);
        String test = TestAndAfterEachTestCase.class.getName();

        assertThat(failed.throwable().getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("after each", failed.note());
        assertThat(failed.note().lines())
                .containsExactly(
                        test + ".fails(Random) ran with seed 42",
                        "\t  replay  again '" + test + "' fails 42",
                        "\t  pin     @Seeded(" + failed.testSeed() + "L)");
    }

    @ParameterizedTest
    @ValueSource(classes = {BeforeAllTestCase.class, AfterAllTestCase.class, BeforeAndAfterAllTestCase.class})
    void namesTheClassWhenAMethodOfItFails(Class<?> fixture) {
        NotedFailure failed = NotedFailure.in(fixture);
        String test = fixture.getName();

        assertThat(failed.note().lines())
                .containsExactly(
                        test + " ran with seed 42",
                        "\t  replay  again '" + test + "' '*' 42",
                        "\t  pin     @Seeded(" + failed.testSeed() + "L)");
    }

    @Test
    void selectsTheClassWhenAStaticFieldIsInjected() {
        NotedFailure failed = NotedFailure.in(StaticFieldTestCase.class);
        String test = StaticFieldTestCase.class.getName();

        assertThat(failed.note().lines())
                .containsExactly(test + ".fails() ran with seed 42", "\t  replay  again '" + test + "' '*' 42");
    }

    @Test
    void selectsTheClassWhenBeforeAllMayKeepAGenerator() {
        NotedFailure failed = NotedFailure.in(BeforeAllGivenTestCase.class);
        String test = BeforeAllGivenTestCase.class.getName();

        assertThat(failed.note().lines())
                .containsExactly(test + ".fails(Random) ran with seed 42", "\t  replay  again '" + test + "' '*' 42");
    }

    @Test
    void namesTheTestOfANestedClass() {
        NotedFailure failed = NotedFailure.in(NestedTestCase.class);
        String test = NestedTestCase.Inner.class.getName();

        assertThat(failed.note().lines())
                .containsExactly(
                        test + ".fails(Random) ran with seed 42",
                        "\t  replay  again '" + test + "' fails 42",
                        "\t  pin     @Seeded(" + failed.testSeed() + "L)");
    }

    @ParameterizedTest
    @ValueSource(classes = {NestedOuterBeforeEachTestCase.class, NestedOuterConstructorTestCase.class})
    void namesTheTestOfANestedClassWhenTheOuterOneFails(Class<?> fixture) {
        NotedFailure failed = NotedFailure.in(fixture);
        String test = fixture.getName() + "$Inner";

        assertThat(failed.note().lines())
                .containsExactly(
                        test + ".passes() ran with seed 42",
                        "\t  replay  again '" + test + "' passes 42",
                        "\t  pin     @Seeded(" + failed.testSeed() + "L)");
    }

    @Test
    void selectsTheOuterClassWhenThatMayKeepAGenerator() {
        NotedFailure failed = NotedFailure.in(NestedInGivenOuterTestCase.class);
        String outer = NestedInGivenOuterTestCase.class.getName();

        assertThat(failed.note().lines())
                .containsExactly(outer + "$Inner.fails() ran with seed 42", "\t  replay  again '" + outer + "' '*' 42");
    }

    @Test
    void selectsTheOuterClassForTheNestedOneToo() {
        NotedFailure failed = NotedFailure.in(NestedBeforeAllInGivenOuterTestCase.class);
        String outer = NestedBeforeAllInGivenOuterTestCase.class.getName();

        assertThat(failed.note().lines())
                .containsExactly(outer + "$Inner ran with seed 42", "\t  replay  again '" + outer + "' '*' 42");
    }

    @Seeded
    static class BeforeEachTestCase {

        @BeforeEach
        void prepare(Random random) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    @Seeded
    static class AfterEachTestCase {

        @AfterEach
        void cleanUp(Random random) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    @Seeded
    static class TestAndAfterEachTestCase {

        @AfterEach
        void cleanUp() {
            throw new IllegalStateException("after each");
        }

        @Test
        void fails(Random random) {
            throw failure();
        }
    }

    @Seeded
    static class BeforeAllTestCase {

        @BeforeAll
        static void prepare(Random random) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    @Seeded
    static class AfterAllTestCase {

        @AfterAll
        static void cleanUp(Random random) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    @Seeded
    static class BeforeAndAfterAllTestCase {

        @BeforeAll
        static void prepare(Random random) {
            throw failure();
        }

        @AfterAll
        static void cleanUp(Random random) {
            throw new IllegalStateException("after all");
        }

        @Test
        void passes() {}
    }

    static class StaticFieldTestCase {

        @Seeded
        static Random random;

        @Test
        void fails() {
            throw failure();
        }
    }

    @Seeded
    static class BeforeAllGivenTestCase {

        @BeforeAll
        static void prepare(Random random) {}

        @Test
        void fails(Random random) {
            throw failure();
        }
    }

    @Seeded
    static class NestedTestCase {

        @Nested
        class Inner {

            @Test
            void fails(Random random) {
                throw failure();
            }
        }
    }

    @Seeded
    static class NestedOuterBeforeEachTestCase {

        @BeforeEach
        void prepare(Random random) {
            throw failure();
        }

        @Nested
        class Inner {

            @Test
            void passes() {}
        }
    }

    @Seeded
    static class NestedOuterConstructorTestCase {

        NestedOuterConstructorTestCase(Random random) {
            throw failure();
        }

        @Nested
        class Inner {

            @Test
            void passes() {}
        }
    }

    @Seeded
    static class NestedInGivenOuterTestCase {

        @BeforeAll
        static void prepare(Random random) {}

        @Nested
        class Inner {

            @Test
            void fails() {
                throw failure();
            }
        }
    }

    @Seeded
    static class NestedBeforeAllInGivenOuterTestCase {

        @BeforeAll
        static void prepare(Random random) {}

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class Inner {

            @BeforeAll
            void prepare() {
                throw failure();
            }

            @Test
            void passes() {}
        }
    }
}
