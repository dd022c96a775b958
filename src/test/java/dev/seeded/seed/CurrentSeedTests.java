package dev.seeded.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** {@link Seed#current} in a JVM without the agent. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CurrentSeedTests {

    @Test
    void isTheInjectedSeedWhereverATestIs() {
        Fixtures.withSeed(42).succeed(4, EverywhereTestCase.class);

        assertThat(Fixtures.logged("seeds of a test")).containsExactly(1L, 1L, 1L, 1L);
        assertThat(Fixtures.logged("test")).hasSize(4).doesNotHaveDuplicates();
        assertThat(Fixtures.logged("class")).hasSize(4);
        assertThat(Fixtures.logged("class").stream().distinct()).hasSize(1);
    }

    @Test
    void isThereWhenTestsRunAtTheSameTime() {
        Fixtures.withSeed(42).inParallel().succeed(4, EverywhereTestCase.class);

        assertThat(Fixtures.logged("seeds of a test")).containsExactly(1L, 1L, 1L, 1L);
        assertThat(Fixtures.logged("test")).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void isTheTemplatesForWhatProvidesArguments() {
        Fixtures.withSeed(42).succeed(2, ProvidingTestCase.class);

        assertThat(Fixtures.logged("provider")).doesNotHaveDuplicates().hasSize(1);
        assertThat(Fixtures.logged("test"))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(Fixtures.logged("provider"));
    }

    @Test
    void isTheOuterTestsAgainAfterAnInnerRun() {
        Fixtures.withSeed(42).succeed(1, RunningTestCase.class);

        assertThat(Fixtures.logged("around")).hasSize(2);
        assertThat(Fixtures.logged("around").get(0))
                .isEqualTo(Fixtures.logged("around").get(1));
        assertThat(Fixtures.logged("inside")).hasSize(1).doesNotContainAnyElementsOf(Fixtures.logged("around"));
    }

    @Test
    void isNotThereInUnseededTestsThatFollow() {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(42).run(MixedTestCase.class));

        assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "runs no seeded test: call Seed.current() in a test, constructor or lifecycle method");
    }

    @Test
    void isNotThereAfterTheRun() {
        Fixtures.withSeed(42).succeed(4, EverywhereTestCase.class);

        assertThatIllegalStateException().isThrownBy(Seed::current);
    }

    @Test
    void givesTheFailureItsNote() {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(42).run(FailingTestCase.class));

        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(failure.getSuppressed()[0].getMessage())
                .contains(
                        "ran with seed 42",
                        "pin     @Seeded(" + Fixtures.logged("test").get(0) + "L)");
    }

    @Test
    void ofAClassGivesItsTestsFailuresANote() {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(42).run(FailingAfterClassTestCase.class));

        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(failure.getSuppressed()[0].getMessage())
                .doesNotContain("pin")
                .contains("ran with seed 42");
    }

    @Seeded
    static class EverywhereTestCase {

        private final List<Seed> asked = new ArrayList<>(List.of(Seed.current()));

        @BeforeAll
        static void before(Seed seed) {
            Fixtures.log("class", seed);
            Fixtures.log("class", Seed.current());
        }

        @BeforeEach
        void prepare() {
            asked.add(Seed.current());
        }

        @Test
        void test(Seed seed) {
            asked.add(seed);
            asked.add(Seed.current());
        }

        @RepeatedTest(2)
        void repeated(Seed seed) {
            test(seed);
        }

        @AfterEach
        void cleanUp() {
            asked.add(Seed.current());
            Fixtures.log("test", asked.get(0));
            Fixtures.log("seeds of a test", asked.stream().distinct().count());
        }

        @AfterAll
        static void after(Seed seed) {
            Fixtures.log("class", Seed.current());
            Fixtures.log("class", seed);
        }

        @Nested
        class Inner {

            @Test
            void nested() {
                asked.add(Seed.current());
                asked.add(Seed.current());
            }
        }
    }

    @Seeded
    static class ProvidingTestCase {

        static Stream<Integer> numbers() {
            Fixtures.log("provider", Seed.current());
            return Stream.of(1, 2);
        }

        @ParameterizedTest
        @MethodSource("numbers")
        void test(int number) {
            Fixtures.log("test", Seed.current());
        }
    }

    @Seeded
    static class RunningTestCase {

        @Test
        void runs() {
            Fixtures.log("around", Seed.current());
            EngineTestKit.engine("junit-jupiter")
                    .configurationParameter("seed", "43")
                    .selectors(selectClass(InnerTestCase.class))
                    .execute();
            Fixtures.log("around", Seed.current());
        }
    }

    @Seeded
    static class InnerTestCase {

        @Test
        void test() {
            Fixtures.log("inside", Seed.current());
        }
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class MixedTestCase {

        @Test
        @Order(1)
        @Seeded
        void seeded() {
            Seed.current();
        }

        @Test
        @Order(2)
        void unseeded() {
            Seed.current();
        }
    }

    @Seeded
    static class FailingTestCase {

        @Test
        void fails() {
            Fixtures.log("test", Seed.current());
            throw new AssertionError();
        }
    }

    @Seeded
    static class FailingAfterClassTestCase {

        @BeforeAll
        static void prepare() {
            Seed.current();
        }

        @Test
        void fails() {
            throw new AssertionError();
        }
    }
}
