package dev.seeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.testing.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where generators are injected, and which places share one. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PlaceTests {

    @Test
    void placesOfOneInvocationShareAGeneratorAndSoDoThoseOfTheClass() {
        succeeds(1, EverywhereTestCase.class);

        assertShared("constructor", "field", "inherited field", "before each", "test", "after each");
        assertShared("static field", "inherited static field", "before all", "after all");
        assertThat(only("test")).isNotSameAs(only("before all"));
    }

    static class BaseTestCase {

        @Seeded
        private static Random inheritedStatic;

        @Seeded
        private Random inherited;

        @BeforeAll
        static void logStatic() {
            Fixtures.log("inherited static field", inheritedStatic);
        }

        @BeforeEach
        void logInherited() {
            Fixtures.log("inherited field", inherited);
        }
    }

    @Seeded
    static class EverywhereTestCase extends BaseTestCase {

        @Seeded
        private static Random staticField;

        @Seeded
        private Random field;

        EverywhereTestCase(Random random) {
            Fixtures.log("constructor", random);
        }

        @BeforeAll
        static void beforeAll(Random random) {
            Fixtures.log("before all", random);
            Fixtures.log("static field", staticField);
        }

        @BeforeEach
        void beforeEach(Random random) {
            Fixtures.log("before each", random);
            Fixtures.log("field", field);
        }

        @Test
        void test(Random random) {
            Fixtures.log("test", random);
        }

        @AfterEach
        void afterEach(Random random) {
            Fixtures.log("after each", random);
        }

        @AfterAll
        static void afterAll(Random random) {
            Fixtures.log("after all", random);
        }
    }

    @Test
    void eachInvocationOfATemplateHasItsOwnGenerator() {
        succeeds(8, TemplatesTestCase.class);

        assertThat(distinct("before each")).hasSize(8);
        assertThat(distinct("repeated")).hasSize(2);
        assertThat(distinct("values")).hasSize(2);
        assertThat(distinct("method source")).hasSize(2);
        assertThat(distinct("template")).hasSize(2);
        assertThat(distinct("source")).hasSize(1).doesNotContainAnyElementsOf(distinct("before each"));
    }

    @Seeded
    static class TemplatesTestCase {

        private Random before;

        @BeforeEach
        void keep(Random random) {
            before = random;
            Fixtures.log("before each", random);
        }

        @RepeatedTest(2)
        void repeated(Random random) {
            log("repeated", random);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int value, Random random) {
            log("values", random);
        }

        static IntStream values(Random random) {
            Fixtures.log("source", random);
            return IntStream.of(1, 2);
        }

        @ParameterizedTest
        @MethodSource("values")
        void fromMethod(int value, Random random) {
            log("method source", random);
        }

        @TestTemplate
        @ExtendWith(Twice.class)
        void template(Random random) {
            log("template", random);
        }

        private void log(String place, Random random) {
            assertThat(random).isSameAs(before);
            Fixtures.log(place, random);
        }
    }

    static class Twice implements TestTemplateInvocationContextProvider {

        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(new TestTemplateInvocationContext() {}, new TestTemplateInvocationContext() {});
        }
    }

    @Test
    void dynamicTestsBelongToTheirFactory() {
        succeeds(2, FactoryTestCase.class);

        assertShared("before each", "factory", "after each");
        assertThat(distinct("dynamic")).hasSize(1).contains(only("factory"));
    }

    @Seeded
    static class FactoryTestCase {

        @Seeded
        private Random field;

        @BeforeEach
        void beforeEach() {
            Fixtures.log("before each", field);
        }

        @TestFactory
        Stream<DynamicTest> factory(Random random) {
            Fixtures.log("factory", random);
            return IntStream.range(0, 2)
                    .mapToObj(index -> dynamicTest("dynamic " + index, () -> Fixtures.log("dynamic", field)));
        }

        @AfterEach
        void afterEach(Random random) {
            Fixtures.log("after each", random);
        }
    }

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

    @Test
    void theAnnotationOfOneElementIsEnough() {
        succeeds(3, MethodTestCase.class, ParameterTestCase.class, FieldTestCase.class);

        assertThat(Fixtures.logged().keySet()).containsExactly("field", "method", "parameter");
    }

    static class MethodTestCase {

        @Test
        @Seeded
        void test(Random random) {
            Fixtures.log("method", random.nextInt());
        }
    }

    static class ParameterTestCase {

        @Test
        void test(@Seeded Random random) {
            Fixtures.log("parameter", random.nextInt());
        }
    }

    static class FieldTestCase {

        @Seeded
        private Random random;

        @Test
        void test() {
            Fixtures.log("field", random.nextInt());
        }
    }

    @Test
    void generatorsMayBeUsedByOtherThreads() {
        succeeds(2, ThreadsTestCase.class);

        Random expected = new Random(42);
        assertThat(Fixtures.logged("timeout")).containsExactly(expected.nextInt(), expected.nextInt());
        assertThat(Fixtures.logged("shared"))
                .containsExactlyInAnyOrderElementsOf(
                        new Random(42).ints(400).boxed().map(Object.class::cast).toList());
    }

    @Seeded(42)
    static class ThreadsTestCase {

        @Test
        @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
        void timeout(Random random) {
            Fixtures.log("timeout", random.nextInt());
            Assertions.assertTimeoutPreemptively(
                    Duration.ofMinutes(1), () -> Fixtures.log("timeout", random.nextInt()));
        }

        @Test
        void shared(Random random) throws InterruptedException {
            List<Thread> threads = IntStream.range(0, 4)
                    .mapToObj(index -> new Thread(() -> {
                        for (int draw = 0; draw < 100; draw++) {
                            Fixtures.log("shared", random.nextInt());
                        }
                    }))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void succeeds(int tests, Class<?>... fixtures) {
        Fixtures.withSeed(1).succeed(tests, fixtures);
    }

    private static void assertShared(String... places) {
        assertThat(places)
                .allSatisfy(place -> assertThat(distinct(place)).as(place).containsExactly(only(places[0])));
    }

    private static Object only(String place) {
        assertThat(distinct(place)).as(place).hasSize(1);
        return distinct(place).get(0);
    }

    /** Generators are equal only to themselves. */
    private static List<Object> distinct(String place) {
        return Fixtures.logged(place).stream().distinct().toList();
    }
}
