package dev.seeded.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Fields that cannot be set, and fields that tests would share. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FieldTests {

    @Test
    void finalFieldsAreRefused() {
        EngineExecutionResults results = Fixtures.withSeed(1).run(FinalTestCase.class, FinalOnlyTestCase.class);

        String fix = " is final and cannot be set: remove final, or take it as a constructor parameter";
        assertThat(Fixtures.failures(results))
                .hasOnlyElementsOfType(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder(
                        "@Seeded field " + FinalTestCase.class.getName() + "$OfInstance.random" + fix,
                        "@Seeded field " + FinalTestCase.class.getName() + "$OfClass.RANDOM" + fix,
                        "@Seeded field " + FinalTestCase.class.getName() + "$OfClassBesideConstructor.random" + fix,
                        "@Seeded field " + FinalTestCase.class.getName() + "$OfAnotherType.random" + fix,
                        "@Seeded field " + FinalTestCase.class.getName() + "$OfAnotherName.random" + fix,
                        "@Seeded field " + FinalTestCase.class.getName() + "$OfUnseededParameter.random" + fix,
                        "@Seeded field " + FinalOnlyTestCase.class.getName() + ".random" + fix);
        assertThat(Fixtures.logged()).isEmpty();
    }

    @Seeded
    static class FinalTestCase {

        @Nested
        class OfInstance {

            @Seeded
            private final Random random = new Random();

            @Test
            void test() {
                Fixtures.log("body", random);
            }
        }

        @Nested
        class OfClass {

            @Seeded
            private static final Random RANDOM = new Random();

            @Test
            void test() {
                Fixtures.log("body", RANDOM);
            }
        }

        @Nested
        class OfClassBesideConstructor {

            @Seeded
            private static final Random random = new Random();

            OfClassBesideConstructor(@Seeded Random random) {
                Fixtures.log("body", random);
            }

            @Test
            void test() {
                Fixtures.log("body", random);
            }
        }

        @Nested
        class OfAnotherType {

            @Seeded
            private final Random random;

            OfAnotherType(@Seeded Seed random) {
                this.random = random.random();
            }

            @Test
            void test() {
                Fixtures.log("body", random);
            }
        }

        @Nested
        class OfAnotherName {

            @Seeded
            private final Random random;

            OfAnotherName(@Seeded Random other) {
                this.random = other;
            }

            @Test
            void test() {
                Fixtures.log("body", random);
            }
        }

        @Nested
        class OfUnseededParameter {

            @Seeded
            private final Random random;

            OfUnseededParameter(Random random) {
                this.random = random;
            }

            @Test
            void test() {
                Fixtures.log("body", random);
            }
        }
    }

    static class FinalOnlyTestCase {

        @Seeded
        private final Random random = new Random();

        @Test
        void test() {
            Fixtures.log("body", random);
        }
    }

    @Test
    void onAnInstancePerClassAreRefusedWhereTestsRunConcurrently() {
        EngineExecutionResults results = Fixtures.withSeed(1)
                .inParallel()
                .run(ConcurrentTestCase.class, ConcurrentMethodTestCase.class, ConcurrentInnerTestCase.class);

        assertThat(Fixtures.failures(results))
                .hasOnlyElementsOfType(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder(
                        shared(ConcurrentTestCase.class),
                        shared(ConcurrentTestCase.class),
                        shared(ConcurrentMethodTestCase.class),
                        shared(ConcurrentMethodTestCase.class),
                        shared(ConcurrentInnerTestCase.class),
                        shared(ConcurrentInnerTestCase.class));
        assertThat(Fixtures.logged()).isEmpty();
    }

    private static String shared(Class<?> fixture) {
        return "the @Seeded fields of " + fixture.getName()
                + " belong to one instance, which concurrent tests would share: take parameters instead, or remove PER_CLASS"
                + " or CONCURRENT";
    }

    @Test
    void onAnInstancePerClassAreSetWhereTestsRunOneByOne() {
        Fixtures.withSeed(1).succeed(2, ConcurrentTestCase.class);
        assertThat(Fixtures.logged("draw")).hasSize(2).doesNotHaveDuplicates();

        Fixtures.withSeed(1).inParallel().succeed(2, PerClassTestCase.class);
        assertThat(Fixtures.logged("draw")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void onAnInstancePerClassWithoutFieldsMayRunConcurrently() {
        Fixtures.withSeed(1).inParallel().succeed(2, ConcurrentParameterTestCase.class);

        assertThat(Fixtures.logged("draw")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void onAnInstancePerMethodMayRunConcurrently() {
        Fixtures.withSeed(1).inParallel().succeed(2, PerMethodTestCase.class);

        assertThat(Fixtures.logged("draw")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void onAnInstancePerClassAreTheNestedClasssWhileThatIsSetUpAndTornDown() {
        Fixtures.withSeed(1).succeed(4, PerClassOuterTestCase.class);
        List<Object> ofClass = Fixtures.logged("nested class");
        List<Object> ofTest = Fixtures.logged("nested test");
        assertThat(ofClass).hasSize(3).doesNotHaveDuplicates();
        assertThat(ofTest).hasSize(2).doesNotHaveDuplicates();

        Fixtures.withSeed(1)
                .run(PerClassOuterTestCase.PerClass.class, PerClassOuterTestCase.PerMethod.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(3));
        assertThat(Fixtures.logged("nested class")).isEqualTo(ofClass);
        assertThat(Fixtures.logged("nested test")).isEqualTo(ofTest);
    }

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassOuterTestCase {

        @Seeded
        private Random random;

        @Test
        void test() {
            Fixtures.log("outer", random.nextLong());
        }

        @Nested
        class PerMethod {

            private final long constructed = random.nextLong();

            @RepeatedTest(2)
            void test() {
                Fixtures.log("nested test", constructed);
            }
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class PerClass {

            PerClass() {
                Fixtures.log("nested class", random.nextLong());
            }

            @BeforeAll
            void beforeAll() {
                Fixtures.log("nested class", random.nextLong());
            }

            @Test
            void test() {
                Fixtures.log("test", random.nextLong());
            }

            @AfterAll
            void afterAll(Random ofClass) {
                assertThat(random).isSameAs(ofClass);
                Fixtures.log("nested class", random.nextLong());
            }
        }
    }

    @Test
    void ofTheInstanceAroundAnInstancePerClassAreSetForEachTest() {
        Fixtures.withSeed(1).succeed(3, PerClassInsideTestCase.class);

        assertThat(Fixtures.logged("field")).hasSize(3).isEqualTo(Fixtures.logged("parameter"));
        assertThat(Fixtures.logged("parameter")).doesNotHaveDuplicates();
    }

    static class PerClassInsideTestCase {

        @Seeded
        private Random random;

        @BeforeEach
        void isTheTests(@Seeded Random ofTheTest) {
            assertThat(random).isSameAs(ofTheTest);
        }

        @Test
        void logs(@Seeded Seed seed) {
            Fixtures.log("field", random.nextInt());
            Fixtures.log("parameter", seed.random().nextInt());
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class Inner {

            @RepeatedTest(2)
            void nested(@Seeded Seed seed) {
                logs(seed);
            }
        }
    }

    @Test
    void ofAClassAreItsOwnAgainAfterANestedClassThatInheritsThemToo() {
        Fixtures.withSeed(1).succeed(1, InheritedByNestedTestCase.class);

        assertThat(Fixtures.logged("field")).hasSize(1).isEqualTo(Fixtures.logged("parameter"));
    }

    static class StaticBase {

        @Seeded
        private static Random random;
    }

    @Seeded
    static class InheritedByNestedTestCase extends StaticBase {

        @Nested
        class Inner extends StaticBase {

            @Test
            void test() {
                Fixtures.log("nested", StaticBase.random);
            }
        }

        @AfterAll
        static void afterAll(Random parameter) {
            Fixtures.log("field", StaticBase.random);
            Fixtures.log("parameter", parameter);
        }
    }

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        @Seeded
        private Random random;

        @RepeatedTest(2)
        void test() {
            Fixtures.log("draw", random.nextLong());
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class ConcurrentTestCase extends PerClassTestCase {}

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class ConcurrentMethodTestCase {

        @Seeded
        private Random random;

        @RepeatedTest(2)
        @Execution(ExecutionMode.CONCURRENT)
        void test() {
            Fixtures.log("draw", random.nextLong());
        }
    }

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class ConcurrentInnerTestCase {

        @Seeded
        private Random random;

        @Nested
        @Execution(ExecutionMode.CONCURRENT)
        class Inner {

            @RepeatedTest(2)
            void test() {
                Fixtures.log("draw", random.nextLong());
            }
        }
    }

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    static class ConcurrentParameterTestCase {

        @RepeatedTest(2)
        void test(Random random) {
            Fixtures.log("draw", random.nextLong());
        }
    }

    @Seeded
    static class PerMethodTestCase {

        @Seeded
        private Random random;

        @RepeatedTest(2)
        void test() {
            Fixtures.log("draw", random.nextLong());
        }
    }
}
