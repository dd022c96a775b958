package dev.seeded.libraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.LibrarySeeder;
import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.testing.FixtureLoader;
import dev.seeded.testing.Fixtures;
import java.util.List;
import java.util.Random;
import java.util.ServiceConfigurationError;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** When seeders of process-wide generators seed and restore, and what becomes of those that cannot. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LibrarySeederTests {

    private static final String LOG = "log";

    @Test
    void seedsFromBeforeTheConstructorUntilTheEndOfTheTest() {
        Fixtures.withSeed(1).succeed(1, seeing(Fixed.class, PinnedTestCase.class));

        assertThat(Fixtures.logged(LOG))
                .containsExactly("seed 42", "constructor", "@BeforeEach", "test", "@AfterEach", "restore from 42");
    }

    @Test
    void seedsFromBeforeBeforeEachWhereTestsShareAnInstance() {
        Fixtures.withSeed(1).succeed(1, seeing(Fixed.class, SharedInstanceTestCase.class));

        assertThat(Fixtures.logged(LOG))
                .containsExactly("constructor", "seed 42", "@BeforeEach", "test", "@AfterEach", "restore from 42");
    }

    @Test
    void seedsEachMethodOfTheClassByItself() {
        Fixtures.withSeed(1).succeed(1, seeing(Fixed.class, ClassMethodsTestCase.class));

        assertThat(Fixtures.logged(LOG))
                .containsExactly(
                        "seed 42",
                        "@BeforeAll",
                        "restore from 42",
                        "seed 42",
                        "test",
                        "restore from 42",
                        "seed 42",
                        "@AfterAll",
                        "restore from 42");
    }

    @Test
    void takesTheTestSeedOfEachInvocation() {
        Fixtures.withSeed(1).succeed(7, seeing(Fixed.class, KindsTestCase.class));

        assertThat(Fixtures.logged("matches")).hasSize(8).containsOnly(true);
        assertThat(Fixtures.logged(LOG).stream()
                        .filter(entry -> entry.toString().startsWith("seed")))
                .hasSize(6)
                .doesNotHaveDuplicates();
    }

    @Test
    void leavesOtherTestsAlone() {
        Fixtures.withSeed(1).succeed(2, seeing(Fixed.class, UnseededTestCase.class));

        assertThat(Fixtures.logged(LOG)).containsExactly("test", "field and parameter");
    }

    @Test
    void isNotMissedByDisabledTests() {
        Fixtures.withSeed(1).run(seeing(Fixed.class, DisabledTestCase.class));

        assertThat(Fixtures.logged(LOG)).doesNotContain("test").isIn(List.of(), List.of("seed 42", "restore from 42"));
    }

    @Test
    void restoresInReverseOrder() {
        FixtureLoader loader = new FixtureLoader(getClass(), LibrarySeeder.class, Fixed.class, Other.class);
        Fixtures.withSeed(1).succeed(1, loader.load(ClassMethodsTestCase.class));

        assertThat(Fixtures.logged(LOG))
                .startsWith("seed 42", "other seed 42", "@BeforeAll", "other restore", "restore from 42");
    }

    @Test
    void namesASeederThatCannotSeedAndRestoresThoseBefore() {
        FixtureLoader loader =
                new FixtureLoader(getClass(), LibrarySeeder.class, Fixed.class, Refusing.class, Other.class);
        EngineExecutionResults results = Fixtures.withSeed(1).run(loader.load(OneTestCase.class));

        assertThat(Fixtures.onlyFailure(results))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("dev.seeded.libraries.LibrarySeederTests$Refusing failed to seed its library with 42 for"
                        + " dev.seeded.libraries.LibrarySeederTests$OneTestCase.test()")
                .hasRootCauseMessage("no");
        assertThat(Fixtures.logged(LOG)).containsExactly("seed 42", "restore from 42");
    }

    @Test
    void namesASeederThatCannotRestoreAndRestoresTheOthers() {
        FixtureLoader loader = new FixtureLoader(getClass(), LibrarySeeder.class, Fixed.class, Stuck.class);
        EngineExecutionResults results = Fixtures.withSeed(1).run(loader.load(OneTestCase.class));

        assertThat(Fixtures.onlyFailure(results))
                .hasStackTraceContaining(
                        "IllegalStateException: dev.seeded.libraries.LibrarySeederTests$Stuck failed to restore"
                                + " what it seeded for dev.seeded.libraries.LibrarySeederTests$OneTestCase.test()")
                .hasRootCauseMessage("stuck");
        assertThat(Fixtures.logged(LOG)).containsExactly("seed 42", "constructor", "test", "restore from 42");
    }

    @Test
    void failsTheTestIfASeederCannotBeMade() {
        FixtureLoader loader = new FixtureLoader(getClass(), LibrarySeeder.class, Broken.class);
        EngineExecutionResults results = Fixtures.withSeed(1).run(loader.load(OneTestCase.class));

        assertThat(Fixtures.onlyFailure(results))
                .isInstanceOf(ServiceConfigurationError.class)
                .hasRootCauseMessage("broken");
        results.testEvents().assertStatistics(stats -> stats.failed(1));
    }

    @Test
    void givesAFailureItsNoteThoughNothingWasInjected() {
        EngineExecutionResults results = Fixtures.withSeed(1).run(seeing(Fixed.class, FailingTestCase.class));

        assertThat(Fixtures.onlyFailure(results).getSuppressed())
                .singleElement()
                .asString()
                .contains("FailingTestCase.fails() ran with seed 1", "@Seeded(");
    }

    @Test
    void failsWithTheReasonWhereTheRunSeedIsNone() {
        EngineExecutionResults results = Fixtures.withSeed("none").run(seeing(Fixed.class, ClassMethodsTestCase.class));

        assertThat(Fixtures.onlyFailure(results)).hasMessageContaining("'none'");
        assertThat(Fixtures.logged(LOG)).isEmpty();
    }

    @Test
    void isAskedForByNoSecondRunInTheSameJvm() {
        EngineExecutionResults results = Fixtures.withSeed(1).run(seeing(Fixed.class, RunInRunTestCase.class));

        assertThat(Fixtures.onlyFailure(results))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "dev.seeded.libraries.LibrarySeederTests$OneTestCase.test() needs the process-wide generators that a"
                                + " dev.seeded.LibrarySeeder seeds while dev.seeded.libraries.LibrarySeederTests$RunInRunTestCase.runs()"
                                + " has them: run the tests of this JVM in one run, or one run after the other");
    }

    private static Class<?>[] seeing(Class<?> seeder, Class<?>... fixtures) {
        return new FixtureLoader(LibrarySeederTests.class, LibrarySeeder.class, seeder).load(fixtures);
    }

    public static class Fixed implements LibrarySeeder {

        static Seed current = Seed.of(0);

        @Override
        public void seed(Seed seed) {
            Fixtures.log(LOG, "seed " + seed);
            current = seed;
        }

        @Override
        public void restore() {
            Fixtures.log(LOG, "restore from " + current);
            current = Seed.of(0);
        }
    }

    public static class Other implements LibrarySeeder {

        @Override
        public void seed(Seed seed) {
            Fixtures.log(LOG, "other seed " + seed);
        }

        @Override
        public void restore() {
            Fixtures.log(LOG, "other restore");
        }
    }

    public static class Refusing implements LibrarySeeder {

        @Override
        public void seed(Seed seed) {
            throw new UnsupportedOperationException("no");
        }

        @Override
        public void restore() {
            Fixtures.log(LOG, "restored what was not seeded");
        }
    }

    /** Has no way to be made. */
    public static final class Broken implements LibrarySeeder {

        public Broken() {
            throw new IllegalStateException("broken");
        }

        @Override
        public void seed(Seed seed) {}

        @Override
        public void restore() {}
    }

    public static class Stuck implements LibrarySeeder {

        @Override
        public void seed(Seed seed) {}

        @Override
        public void restore() {
            throw new LinkageError("stuck");
        }
    }

    @Seeded(42)
    static class PinnedTestCase {

        PinnedTestCase() {
            Fixtures.log(LOG, "constructor");
        }

        @BeforeEach
        void before() {
            Fixtures.log(LOG, "@BeforeEach");
        }

        @Test
        void test() {
            Fixtures.log(LOG, "test");
        }

        @AfterEach
        void after() {
            Fixtures.log(LOG, "@AfterEach");
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class SharedInstanceTestCase extends PinnedTestCase {}

    static class OneTestCase {

        OneTestCase() {
            Fixtures.log(LOG, "constructor");
        }

        @Test
        @Seeded(42)
        void test() {
            Fixtures.log(LOG, "test");
        }
    }

    @Seeded(42)
    static class ClassMethodsTestCase {

        @BeforeAll
        static void before() {
            Fixtures.log(LOG, "@BeforeAll");
        }

        @Test
        void test() {
            Fixtures.log(LOG, "test");
        }

        @AfterAll
        static void after() {
            Fixtures.log(LOG, "@AfterAll");
        }
    }

    @Seeded
    static class KindsTestCase {

        static void compare(Seed seed) {
            Fixtures.log("matches", Fixed.current.equals(seed));
        }

        @Test
        void test(Seed seed) {
            compare(seed);
        }

        @RepeatedTest(2)
        void repeated(Seed seed) {
            compare(seed);
        }

        @ParameterizedTest
        @ValueSource(ints = 1)
        void parameterized(int number, Seed seed) {
            compare(seed);
        }

        @TestFactory
        Stream<DynamicTest> dynamic(Seed seed) {
            compare(seed);
            return Stream.of("first", "second").map(name -> dynamicTest(name, () -> compare(seed)));
        }

        @Nested
        class Inner {

            @Test
            void nested(Seed seed) {
                compare(seed);
            }
        }
    }

    static class UnseededTestCase {

        @Seeded
        Random random;

        @Test
        void test() {
            Fixtures.log(LOG, "test");
        }

        @Test
        void takes(@Seeded(42) Random other) {
            Fixtures.log(LOG, "field and parameter");
        }
    }

    @Seeded(42)
    static class DisabledTestCase {

        @Test
        @Disabled
        void test() {
            Fixtures.log(LOG, "test");
        }
    }

    @Seeded
    static class FailingTestCase {

        @Test
        void fails() {
            throw new AssertionError("on purpose");
        }
    }

    @Seeded
    static class RunInRunTestCase {

        @Test
        void runs() throws Throwable {
            Class<?> other = getClass().getClassLoader().loadClass(OneTestCase.class.getName());
            throw Fixtures.onlyFailure(Fixtures.withSeed(2).run(other));
        }
    }
}
