package dev.seeded.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A pin fixes what the tests in its reach draw. */
class PinTests {

    /** The first {@code nextInt()} of {@code new Random(42)} and of {@code new Random(7)}. */
    static final int OF_42 = -1170105035;

    static final int OF_7 = -1156638823;

    @Test
    void holdsForEverythingInTheClass() {
        Fixtures.withSeed(1).succeed(8, PinnedTestCase.class);

        assertThat(Fixtures.logged("before all")).containsExactly(OF_42);
        assertThat(Fixtures.logged("static field"))
                .containsExactly(new Random(42).ints(2).boxed().toArray()[1]);
        assertThat(Fixtures.logged("constructor")).hasSize(8).containsOnly(OF_42);
        assertThat(Fixtures.logged("rest"))
                .hasSize(8)
                .containsOnly(new Random(42).ints(5).skip(1).boxed().toList());
        assertThat(Fixtures.logged("source")).containsExactly(OF_42);
    }

    @Seeded(42)
    static class PinnedTestCase {

        @Seeded
        private static Random staticField;

        @Seeded
        private Random field;

        private final Random draws;

        PinnedTestCase(Random random) {
            draws = random;
            Fixtures.log("constructor", random.nextInt());
        }

        @BeforeAll
        static void prepare(Random random) {
            Fixtures.log("before all", random.nextInt());
        }

        @BeforeEach
        void prepareEach(Random random) {
            Fixtures.log("unused", random);
        }

        @Test
        void test(Random random) {
            log(random);
        }

        @RepeatedTest(2)
        void repeated(Random random) {
            log(random);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int value, Random random) {
            log(random);
        }

        static Stream<Integer> values(Random random) {
            Fixtures.log("source", random.nextInt());
            return Stream.of(1, 2);
        }

        @ParameterizedTest
        @MethodSource("values")
        void fromMethod(int value, Random random) {
            log(random);
        }

        @TestFactory
        Stream<DynamicTest> factory(Random random) {
            return Stream.of(DynamicTest.dynamicTest("dynamic", () -> log(random)));
        }

        private void log(Random random) {
            Fixtures.log("rest", List.of(random.nextInt(), field.nextInt(), draws.nextInt(), random.nextInt()));
        }

        @AfterAll
        static void finish() {
            Fixtures.log("static field", staticField.nextInt());
        }
    }

    @Seeded(42)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Meta {}

    @Test
    void mayBeAnyLong() {
        Fixtures.withSeed(1).succeed(4, AnyLongTestCase.class);

        assertThat(Fixtures.logged())
                .containsEntry("0", List.of(Seed.of(0)))
                .containsEntry("-1", List.of(Seed.of(-1)))
                .containsEntry("min", List.of(Seed.of(Long.MIN_VALUE)))
                .containsEntry("max", List.of(Seed.of(Long.MAX_VALUE)));
    }

    static class AnyLongTestCase {

        @Test
        @Seeded(0)
        void zero(Seed seed) {
            Fixtures.log("0", seed);
        }

        @Test
        @Seeded(-1)
        void minusOne(Seed seed) {
            Fixtures.log("-1", seed);
        }

        @Test
        @Seeded(Long.MIN_VALUE)
        void minimum(Seed seed) {
            Fixtures.log("min", seed);
        }

        @Test
        @Seeded(Long.MAX_VALUE)
        void maximum(Seed seed) {
            Fixtures.log("max", seed);
        }
    }

    @Test
    void onALifecycleMethodHoldsForItsParameters() {
        Fixtures.withSeed(1).succeed(1, PinnedLifecycleTestCase.class);

        assertThat(Fixtures.logged("before all")).containsExactly(OF_42);
        assertThat(Fixtures.logged("before each")).containsExactly(OF_42);
        assertThat(Fixtures.logged("test")).containsExactly(OF_7);
        assertThat(Fixtures.logged("after each")).containsExactly(OF_42);
        assertThat(Fixtures.logged("after all")).containsExactly(OF_42);
    }

    @Seeded(7)
    static class PinnedLifecycleTestCase {

        @BeforeAll
        @Seeded(42)
        static void beforeAll(Random random) {
            Fixtures.log("before all", random.nextInt());
        }

        @BeforeEach
        @Seeded(42)
        void beforeEach(Random random) {
            Fixtures.log("before each", random.nextInt());
        }

        @Test
        void test(Random random) {
            Fixtures.log("test", random.nextInt());
        }

        @AfterEach
        @Seeded(42)
        void afterEach(Random random) {
            Fixtures.log("after each", random.nextInt());
        }

        @AfterAll
        @Meta
        static void afterAll(Random random) {
            Fixtures.log("after all", random.nextInt());
        }
    }

    @Test
    void onAMethodDoesNotReachItsNeighbours() {
        Fixtures.withSeed(1).succeed(2, NeighbourTestCase.class);
        Object withOne = Fixtures.logged("unpinned").get(0);
        assertThat(Fixtures.logged("pinned")).containsExactly(OF_42);

        Fixtures.withSeed(2).succeed(2, NeighbourTestCase.class);
        assertThat(Fixtures.logged("unpinned").get(0)).isNotEqualTo(withOne);
        assertThat(Fixtures.logged("pinned")).containsExactly(OF_42);
    }

    @Seeded
    static class NeighbourTestCase {

        @Test
        @Seeded(42)
        void pinned(Random random) {
            Fixtures.log("pinned", random.nextInt());
        }

        @Test
        void unpinned(Random random) {
            Fixtures.log("unpinned", random.nextInt());
        }
    }

    @Test
    void isOneAtMost() {
        EngineExecutionResults results = Fixtures.withSeed(1).run(TwoPinsTestCase.class);

        String name = TwoPinsTestCase.class.getName();
        String fix = " has 2 pins, which would need as many runs: keep one, or use @SeededTest(seeds = …)";
        assertThat(Fixtures.failures(results))
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder(
                        "@Seeded({42, 7}) on " + name + ".method()" + fix,
                        "@Seeded({42, 7}) on " + name + "$OfClass" + fix,
                        "@Seeded parameter random of " + name
                                + ".parameter(Random): @Seeded({1, 2}) on parameter random of " + name
                                + ".parameter(Random)" + fix,
                        "@Seeded field " + name + "$OfField.random: @Seeded({42, 7}) on field " + name
                                + "$OfField.random" + fix);
        assertThat(Fixtures.logged()).isEmpty();
    }

    static class TwoPinsTestCase {

        @Test
        @Seeded({42, 7})
        void method() {
            Fixtures.log("body", "run");
        }

        @Test
        void parameter(@Seeded({1, 2}) Random random) {
            Fixtures.log("body", "run");
        }

        @Nested
        @Seeded({42, 7})
        class OfClass {

            @Test
            void test() {
                Fixtures.log("body", "run");
            }
        }

        @Nested
        class OfField {

            @Seeded({42, 7})
            private Random random;

            @Test
            void test() {
                Fixtures.log("body", "run");
            }
        }
    }
}
