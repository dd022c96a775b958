package dev.seeded.injection;

import static dev.seeded.injection.GeneratorLog.assertShared;
import static dev.seeded.injection.GeneratorLog.distinct;
import static dev.seeded.injection.GeneratorLog.only;
import static dev.seeded.injection.GeneratorLog.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Which generator an instance of a test class has, by its lifecycle and by the classes around it. */
class InstancePlaceTests {

    @Test
    void outerInstancesBelongToTheNestedTestTheyAreMadeFor() {
        succeeds(2, OuterTestCase.class);

        assertThat(distinct("outer test")).hasSize(1);
        assertShared(
                "outer constructor for inner",
                "outer field for inner",
                "outer before each for inner",
                "inner constructor",
                "inner field",
                "inner test");
        assertShared("inner static field", "inner before all");
        assertThat(distinct("outer before all"))
                .hasSize(1)
                .doesNotContain(only("inner before all"), only("inner test"), only("outer test"));
        assertThat(only("inner before all")).isNotSameAs(only("inner test"));
    }

    @Seeded
    static class OuterTestCase {

        private final Random constructed;

        @Seeded
        private Random field;

        private Random before;

        OuterTestCase(Random random) {
            constructed = random;
        }

        @BeforeAll
        static void beforeAll(Random random) {
            Fixtures.log("outer before all", random);
        }

        @BeforeEach
        void beforeEach(Random random) {
            before = random;
        }

        @Test
        void outerTest(Random random) {
            assertThat(random).isSameAs(field).isSameAs(constructed).isSameAs(before);
            Fixtures.log("outer test", random);
        }

        @Nested
        class Inner {

            @Seeded
            private static Random ofClass;

            @Seeded
            private Random ofInstance;

            Inner(Random random) {
                Fixtures.log("inner constructor", random);
            }

            @BeforeAll
            static void beforeAllInner(Random random) {
                Fixtures.log("inner before all", random);
                Fixtures.log("inner static field", ofClass);
            }

            @Test
            void innerTest(Random random) {
                Fixtures.log("outer constructor for inner", constructed);
                Fixtures.log("outer field for inner", field);
                Fixtures.log("outer before each for inner", before);
                Fixtures.log("inner field", ofInstance);
                Fixtures.log("inner test", random);
            }
        }
    }

    @Test
    void oneInstancePerClassIsConstructedInTheClassAndLentToEachTest() {
        succeeds(2, PerClassTestCase.class);

        assertShared(
                "constructor", "before all", "field in before all", "static field", "after all", "field in after all");
        assertShared("before each of first", "first", "field in first", "after each of first");
        assertShared("before each of second", "second", "field in second", "after each of second");
        assertThat(List.of(only("constructor"), only("first"), only("second"))).doesNotHaveDuplicates();
    }

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class PerClassTestCase {

        @Seeded
        private static Random ofClass;

        @Seeded
        private Random field;

        private int tests;

        PerClassTestCase(Random random) {
            Fixtures.log("constructor", random);
        }

        @BeforeAll
        void beforeAll(Random random) {
            Fixtures.log("before all", random);
            Fixtures.log("field in before all", field);
            Fixtures.log("static field", ofClass);
        }

        @BeforeEach
        void beforeEach() {
            Fixtures.log("before each of " + name(), field);
        }

        @Test
        @Order(1)
        void first(Random random) {
            Fixtures.log("first", random);
            Fixtures.log("field in first", field);
        }

        @Test
        @Order(2)
        void second(Random random) {
            Fixtures.log("second", random);
            Fixtures.log("field in second", field);
        }

        @AfterEach
        void afterEach(Random random) {
            Fixtures.log("after each of " + name(), random);
            tests++;
        }

        private String name() {
            return tests == 0 ? "first" : "second";
        }

        @AfterAll
        void afterAll(Random random) {
            Fixtures.log("after all", random);
            Fixtures.log("field in after all", field);
        }
    }

    @Test
    void outerInstancePerClassIsLentToNestedTests() {
        succeeds(2, PerClassOuterTestCase.class);

        assertThat(distinct("outer field")).hasSize(2).containsExactlyElementsOf(distinct("test"));
    }

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassOuterTestCase {

        @Seeded
        private Random field;

        @Nested
        class Inner {

            @RepeatedTest(2)
            void test(Random random) {
                Fixtures.log("outer field", field);
                Fixtures.log("test", random);
            }
        }
    }

    @Test
    void aRecordTakesItsGeneratorByItsConstructor() {
        succeeds(2, RecordTestCase.class, SeededRecordTestCase.class);

        assertThat(distinct("record")).hasSize(1);
        assertThat(distinct("seeded record")).hasSize(1).containsExactly(only("seeded record parameter"));
    }

    record RecordTestCase(@Seeded Random random) {

        @Test
        void test() {
            Fixtures.log("record", random);
        }
    }

    @Seeded
    record SeededRecordTestCase(Random random) {

        @Test
        void test(Random parameter) {
            Fixtures.log("seeded record", random);
            Fixtures.log("seeded record parameter", parameter);
        }
    }

    @Test
    void aFinalFieldIsLeftToTheConstructorThatSetsIt() {
        succeeds(1, FinalByConstructorTestCase.class);

        assertThat(Fixtures.logged("final")).containsExactly(new Random(42).nextInt());
    }

    static class FinalByConstructorTestCase {

        @Seeded
        private final Random random;

        FinalByConstructorTestCase(@Seeded(42) Random random) {
            this.random = random;
        }

        @Test
        void test() {
            Fixtures.log("final", random.nextInt());
        }
    }

    @Test
    @EnabledIf("dev.seeded.testing.Fixtures#parameterizedClassesExist")
    void eachInvocationOfAParameterizedClassHasItsOwnGenerators() {
        succeeds(4, ParameterizedClassTestCase.class);

        assertThat(distinct("source")).hasSize(1);
        assertThat(distinct("before all")).hasSize(1);
        assertThat(distinct("before invocation")).hasSize(2);
        assertThat(distinct("after invocation")).containsExactlyElementsOf(distinct("before invocation"));
        assertThat(distinct("test"))
                .hasSize(4)
                .doesNotContainAnyElementsOf(distinct("before invocation"))
                .doesNotContainAnyElementsOf(distinct("before all"));
    }

    @Seeded
    @ParameterizedClass
    @MethodSource("values")
    static class ParameterizedClassTestCase {

        private final Random constructed;

        @Seeded
        private Random field;

        ParameterizedClassTestCase(int value, Random random) {
            constructed = random;
        }

        static IntStream values(Random random) {
            Fixtures.log("source", random);
            return IntStream.of(1, 2);
        }

        @BeforeAll
        static void beforeAll(Random random) {
            Fixtures.log("before all", random);
        }

        @BeforeParameterizedClassInvocation(injectArguments = false)
        static void beforeInvocation(Random random) {
            Fixtures.log("before invocation", random);
        }

        @RepeatedTest(2)
        void test(Random random) {
            assertThat(random).isSameAs(constructed).isSameAs(field);
            Fixtures.log("test", random);
        }

        @AfterParameterizedClassInvocation(injectArguments = false)
        static void afterInvocation(Random random) {
            Fixtures.log("after invocation", random);
        }
    }
}
