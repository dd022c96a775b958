package dev.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.Fixtures;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Collection;
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

class PinTests {

    /** The first {@code nextInt()} of {@code new Random(42)} and of {@code new Random(7)}. */
    private static final int OF_42 = -1170105035;

    private static final int OF_7 = -1156638823;

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

    @Test
    void isFoundWhereverItStands() {
        assertThat(first(SubclassTestCase.class)).isEqualTo(OF_42);
        assertThat(first(InterfaceTestCase.class)).isEqualTo(OF_42);
        assertThat(first(InheritedInterfaceTestCase.class)).isEqualTo(OF_42);
        assertThat(first(MetaTestCase.class)).isEqualTo(OF_42);
        assertThat(first(MetaMetaTestCase.class)).isEqualTo(OF_42);
        assertThat(first(BesideUnpinnedMetaTestCase.class)).isEqualTo(OF_42);
        assertThat(first(MethodTestCase.class)).isEqualTo(OF_42);
        assertThat(first(MetaMethodTestCase.class)).isEqualTo(OF_42);
        assertThat(first(ParameterTestCase.class)).isEqualTo(OF_42);
        assertThat(first(MetaParameterTestCase.class)).isEqualTo(OF_42);
        assertThat(first(FieldTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NestedTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NestedInSubclassTestCase.class)).isEqualTo(OF_42);
    }

    static class DrawTestCase {

        @Test
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(42)
    static class PinnedBase {}

    static class SubclassTestCase extends PinnedBase {

        @Test
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(42)
    interface Pinned {}

    interface AlsoPinned extends Pinned {}

    static class InterfaceTestCase extends DrawTestCase implements Pinned {}

    static class ImplementingBase implements AlsoPinned {}

    static class InheritedInterfaceTestCase extends ImplementingBase {

        @Test
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(42)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Meta {}

    @Meta
    @Retention(RetentionPolicy.RUNTIME)
    @interface MetaMeta {}

    @Seeded
    @Retention(RetentionPolicy.RUNTIME)
    @interface Unpinned {}

    @Meta
    static class MetaTestCase extends DrawTestCase {}

    @MetaMeta
    static class MetaMetaTestCase extends DrawTestCase {}

    @Seeded
    @Unpinned
    @Meta
    static class BesideUnpinnedMetaTestCase extends DrawTestCase {}

    static class MethodTestCase {

        @Test
        @Seeded(42)
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    static class MetaMethodTestCase {

        @Test
        @MetaMeta
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    static class ParameterTestCase {

        @Test
        void test(@Seeded(42) Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    static class MetaParameterTestCase {

        @Test
        void test(@Meta Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    static class FieldTestCase {

        @Seeded(42)
        private Random random;

        @Test
        void test() {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(42)
    static class NestedTestCase {

        @Nested
        class Middle {

            @Nested
            class Inner extends DrawTestCase {}
        }
    }

    static class NestedInSubclassTestCase extends PinnedBase {

        @Nested
        class Inner extends DrawTestCase {}
    }

    @Test
    void givesWayToANearerPin() {
        assertThat(first(NearerMethodTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NearerSubclassTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NearerNestedTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NearerNestedBaseTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NearerParameterTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NearerFieldTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NearerDirectTestCase.class)).isEqualTo(OF_42);
    }

    @Seeded(7)
    static class NearerMethodTestCase {

        @Test
        @Seeded(42)
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(7)
    static class FarBase extends DrawTestCase {}

    @Seeded(42)
    static class NearerSubclassTestCase extends FarBase {}

    @Seeded(7)
    static class NearerNestedTestCase {

        @Nested
        @Seeded(42)
        class Inner extends DrawTestCase {}
    }

    @Seeded(7)
    static class NearerNestedBaseTestCase {

        @Nested
        class Inner extends PinnedBase {

            @Test
            void test(Random random) {
                Fixtures.log("draw", random.nextInt());
            }
        }
    }

    @Seeded(7)
    static class NearerParameterTestCase {

        @Test
        void test(@Seeded(42) Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(7)
    static class NearerFieldTestCase {

        @Meta
        private Random random;

        @Test
        void test() {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(7)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Seven {}

    @Seven
    @Seeded(42)
    static class NearerDirectTestCase extends DrawTestCase {}

    @Test
    void isNotLiftedByAnUnpinnedAnnotationInside() {
        assertThat(first(UnpinnedMethodTestCase.class)).isEqualTo(OF_42);
        assertThat(first(UnpinnedNestedTestCase.class)).isEqualTo(OF_42);
        assertThat(first(UnpinnedSubclassTestCase.class)).isEqualTo(OF_42);
        assertThat(first(UnpinnedParameterTestCase.class)).isEqualTo(OF_42);
        assertThat(first(UnpinnedMetaNestedTestCase.class)).isEqualTo(OF_42);
    }

    @Seeded(42)
    static class UnpinnedMethodTestCase {

        @Test
        @Seeded
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(42)
    static class UnpinnedNestedTestCase {

        @Nested
        @Seeded
        class Inner extends DrawTestCase {}
    }

    @Seeded
    static class UnpinnedSubclassTestCase extends PinnedBase {

        @Test
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(42)
    static class UnpinnedParameterTestCase {

        @Test
        void test(@Seeded Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(42)
    static class UnpinnedMetaNestedTestCase {

        @Nested
        @Unpinned
        class Inner extends DrawTestCase {}
    }

    @Test
    void isFoundOnAnAnnotationThatIsPinnedByOneAndSeededByAnother() {
        assertThat(first(SeededAndPinnedTestCase.class)).isEqualTo(OF_42);
    }

    @Unpinned
    @Meta
    @Retention(RetentionPolicy.RUNTIME)
    @interface SeededAndPinned {}

    @SeededAndPinned
    static class SeededAndPinnedTestCase extends DrawTestCase {}

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

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "7"})
    void isNotMovedByTheRunSeed(String seed) {
        Fixtures.withSeed(seed).succeed(3, EveryPinTestCase.class);

        assertThat(Fixtures.logged().values()).hasSize(6).allMatch(List.of(OF_42)::equals);
    }

    /** Pins of classes and methods under "class" and "method", those of fields and parameters under "field" … */
    static class EveryPinTestCase {

        @Seeded(42)
        private Random field;

        @Seeded(42)
        private static Random staticField;

        @BeforeAll
        static void beforeAll() {
            Fixtures.log("static field", staticField.nextInt());
        }

        @Test
        void elements(@Seeded(42) Random parameter) {
            Fixtures.log("field", field.nextInt());
            Fixtures.log("parameter", parameter.nextInt());
        }

        @Test
        @Seeded(42)
        void method(Random random) {
            Fixtures.log("method", random.nextInt());
        }

        @Nested
        @Seeded(42)
        class OfClass {

            @BeforeAll
            static void beforeAll(Random random) {
                Fixtures.log("class, before all", random.nextInt());
            }

            @Test
            void test(Random random) {
                Fixtures.log("class", random.nextInt());
            }
        }
    }

    @Test
    void isLiftedFromClassesAndMethodsWherePinsAreIgnored() {
        Fixtures.withSeed(1).with("seed.pins", "ignore").succeed(3, EveryPinTestCase.class);

        assertThat(Fixtures.logged("field")).containsExactly(OF_42);
        assertThat(Fixtures.logged("static field")).containsExactly(OF_42);
        assertThat(Fixtures.logged("parameter")).containsExactly(OF_42);
        List<Object> lifted = Stream.of("method", "class", "class, before all")
                .map(Fixtures::logged)
                .flatMap(Collection::stream)
                .toList();
        assertThat(lifted).hasSize(3).doesNotHaveDuplicates().doesNotContain(OF_42);

        Fixtures.withSeed(2).with("seed.pins", "ignore").succeed(3, EveryPinTestCase.class);
        assertThat(Fixtures.logged("method")).doesNotContainAnyElementsOf(lifted);
    }

    @Test
    void isLiftedFromLifecycleMethodsWherePinsAreIgnored() {
        Fixtures.withSeed(1).with("seed.pins", "ignore").succeed(1, PinnedLifecycleTestCase.class);

        assertThat(Fixtures.logged().values()).hasSize(5).doesNotContain(List.of(OF_42), List.of(OF_7));
    }

    @Test
    void failsItsTestsWherePinsAreForbidden() {
        EngineExecutionResults results =
                Fixtures.withSeed(1).with("seed.pins", "fail").run(ForbiddenTestCase.class);

        String pin = "@Seeded(42) on " + ForbiddenTestCase.class.getName();
        String forbidden = " fixes the seed, which seed.pins=fail forbids: remove the value";
        assertThat(Fixtures.failures(results))
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder(
                        pin + ".takesNothing()" + forbidden,
                        pin + ".takesOne(Random)" + forbidden,
                        pin + ".repeated()" + forbidden,
                        pin + ".repeated()" + forbidden,
                        pin + "$OfClass" + forbidden,
                        pin + "$OfClass" + forbidden,
                        pin + "$BeforeAllOfClass" + forbidden,
                        pin + "$OfLifecycleMethod.prepare(Random)" + forbidden);
        assertThat(Fixtures.logged().keySet()).containsExactly("field and parameter", "unpinned");
    }

    static class ForbiddenTestCase {

        @Seeded(42)
        private Random field;

        @Test
        @Seeded
        void unpinned(Random random) {
            Fixtures.log("unpinned", random);
        }

        @Test
        void fieldAndParameter(@Seeded(42) Random parameter) {
            Fixtures.log("field and parameter", parameter);
        }

        @Test
        @Seeded(42)
        void takesNothing() {
            Fixtures.log("body", "run");
        }

        @Test
        @Seeded(42)
        void takesOne(Random random) {
            Fixtures.log("body", "run");
        }

        @Seeded(42)
        @RepeatedTest(2)
        void repeated() {
            Fixtures.log("body", "run");
        }

        @Nested
        @Seeded(42)
        class OfClass {

            @Test
            void test() {
                Fixtures.log("body", "run");
            }

            @Nested
            @Seeded
            class Inner {

                @Test
                void test() {
                    Fixtures.log("body", "run");
                }
            }
        }

        @Nested
        @Seeded(42)
        class BeforeAllOfClass {

            @BeforeAll
            static void prepare(Random random) {
                Fixtures.log("body", "run");
            }

            @Test
            void test() {
                Fixtures.log("body", "run");
            }
        }

        @Nested
        @Seeded
        class OfLifecycleMethod {

            @BeforeEach
            @Seeded(42)
            void prepare(Random random) {
                Fixtures.log("body", "run");
            }

            @Test
            void test() {
                Fixtures.log("body", "run");
            }
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

    private static Object first(Class<?> fixture) {
        Fixtures.withSeed(1).succeed(1, fixture);
        assertThat(Fixtures.logged("draw")).hasSize(1);
        return Fixtures.logged("draw").get(0);
    }
}
