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
        NotedFailure.assertPinned(fixture, ".passes()", "passes");
    }

    @Test
    void keepsAfterEachBesideTheTest() {
        NotedFailure failed = NotedFailure.in(TestAndAfterEachTestCase.class);

        assertThat(failed.throwable().getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("after each", failed.note());
        NotedFailure.assertPinned(TestAndAfterEachTestCase.class, ".fails(Random)", "fails");
    }

    @ParameterizedTest
    @ValueSource(classes = {BeforeAllTestCase.class, AfterAllTestCase.class, BeforeAndAfterAllTestCase.class})
    void namesTheClassWhenAMethodOfItFails(Class<?> fixture) {
        NotedFailure.assertPinned(fixture, "", "'*'");
    }

    @Test
    void selectsTheClassWhenAStaticFieldIsInjected() {
        NotedFailure.assertUnpinned(StaticFieldTestCase.class, ".fails()", "'*'");
    }

    @Test
    void selectsTheClassWhenBeforeAllMayKeepAGenerator() {
        NotedFailure.assertUnpinned(BeforeAllGivenTestCase.class, ".fails(Random)", "'*'");
    }

    @Test
    void namesTheTestOfANestedClass() {
        NotedFailure.assertPinned(NestedTestCase.Inner.class, ".fails(Random)", "fails");
    }

    @ParameterizedTest
    @ValueSource(classes = {NestedOuterBeforeEachTestCase.Inner.class, NestedOuterConstructorTestCase.Inner.class})
    void namesTheTestOfANestedClassWhenTheOuterOneFails(Class<?> fixture) {
        NotedFailure.assertPinned(fixture, ".passes()", "passes");
    }

    @Test
    void selectsTheOuterClassWhenThatMayKeepAGenerator() {
        NotedFailure.assertUnpinned(NestedInGivenOuterTestCase.class, "$Inner.fails()", "'*'");
    }

    @Test
    void selectsTheOuterClassForTheNestedOneToo() {
        NotedFailure.assertUnpinned(NestedBeforeAllInGivenOuterTestCase.class, "$Inner", "'*'");
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
    static class TestAndAfterEachTestCase extends Failing {

        @AfterEach
        void cleanUp() {
            throw new IllegalStateException("after each");
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
    static class BeforeAllGivenTestCase extends Failing {

        @BeforeAll
        static void prepare(Random random) {}
    }

    @Seeded
    static class NestedTestCase {

        @Nested
        class Inner extends Failing {}
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
