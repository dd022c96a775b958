package dev.seeded.injection;

import static dev.seeded.injection.GeneratorLog.assertShared;
import static dev.seeded.injection.GeneratorLog.distinct;
import static dev.seeded.injection.GeneratorLog.only;
import static dev.seeded.injection.GeneratorLog.succeeds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.Seeded;
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
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
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
}
