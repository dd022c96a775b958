package dev.seeded.pin;

import static dev.seeded.pin.PinTests.OF_42;
import static dev.seeded.pin.PinTests.OF_7;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.SeededOrder;
import dev.seeded.SeededTest;
import dev.seeded.pin.PinTests.PinnedLifecycleTestCase;
import dev.seeded.testing.Fixtures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What moves pins, and what {@code seed.pins} makes of them. */
class PinPolicyTests {

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

    /** Seeds that failed once are kept to run, and no pins: new ones come besides. */
    @Test
    void leavesListedSeedsAloneWherePinsAreForbidden() {
        Fixtures.withSeed(1).with("seed.pins", "fail").succeed(3, ListedTestCase.class);

        assertThat(Fixtures.logged("seed")).hasSize(3).startsWith(Seed.of(42), Seed.of(7));
    }

    static class ListedTestCase {

        @SeededTest(seeds = {42, 7})
        void test(Seed seed) {
            Fixtures.log("seed", seed);
        }
    }

    @Test
    void failsPinnedTestsAloneWhileExploring() {
        EngineExecutionResults results = Fixtures.withSeed(1)
                .with("seed.pins", "fail")
                .with("seed.runs", 3)
                .explore(OrderedTestCase.class);

        assertThat(Fixtures.onlyFailure(results))
                .hasMessage("@Seeded(42) on " + OrderedTestCase.class.getName()
                        + ".pinned() fixes the seed, which seed.pins=fail forbids: remove the value");
        results.testEvents()
                .assertStatistics(stats -> stats.started(2).succeeded(1).failed(1));
        assertThat(Fixtures.logged("pinned")).isEmpty();
        assertThat(Fixtures.logged("free")).hasSize(3).doesNotHaveDuplicates();
    }

    @Seeded
    @TestMethodOrder(SeededOrder.Methods.class)
    static class OrderedTestCase {

        @Test
        @Seeded(42)
        void pinned() {
            Fixtures.log("pinned", "run");
        }

        @Test
        void free(Seed seed) {
            Fixtures.log("free", seed);
        }
    }

    /** They are shown on the console, where stacks of ours would hide the sentence. */
    @Test
    void showsNoStackWithAMistake() {
        List<Throwable> failures = new ArrayList<>();
        failures.addAll(
                Fixtures.failures(Fixtures.withSeed(1).with("seed.pins", "fail").run(ForbiddenTestCase.class)));
        failures.addAll(
                Fixtures.failures(Fixtures.withSeed("x").with("seed.runs", 2).explore(OrderedTestCase.class)));
        failures.addAll(Fixtures.failures(Fixtures.withSeed("x").run(ListedTestCase.class)));

        assertThat(failures).hasSizeGreaterThan(10).allSatisfy(failure -> {
            assertThat(failure).hasNoCause();
            assertThat(failure.getStackTrace())
                    .noneMatch(frame -> frame.getClassName().startsWith("dev.seeded.internal"));
        });
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
}
