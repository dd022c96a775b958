package dev.seeded.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.Seeded;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.internal.AssumptionViolatedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.TestAbortedException;

/** Whoever was given nothing, or has not failed, has no note. */
@ResourceLock(Resources.SYSTEM_ERR)
class NoNoteTests {

    @ParameterizedTest
    @ValueSource(
            classes = {
                AssumptionTestCase.class,
                AbortedInBeforeAllTestCase.class,
                AbortedWithoutSuppressionTestCase.class,
                AbortedInDynamicTestTestCase.class,
                JUnit4AssumptionTestCase.class
            })
    void whenAborted(Class<?> fixture) {
        assertThat(run(fixture, Status.ABORTED).getSuppressed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                GivenNothingTestCase.class,
                NotSeededTestCase.class,
                GivenToAnotherTestTestCase.class,
                GivenAfterwardsTestCase.class,
                ResolvedBeforeGivenTestCase.class,
                MistakenTestCase.class,
                DynamicTestTestCase.class,
                NestedTestCase.class,
                GivenToNestedTestCase.class
            })
    void whenGivenNothing(Class<?> fixture) {
        assertThat(run(fixture, Status.FAILED).getSuppressed()).isEmpty();
    }

    @Test
    void whenDisabled() {
        String written = ErrorOutput.of(() -> fixtures()
                .run(DisabledTestCase.class)
                .allEvents()
                .assertStatistics(stats -> stats.skipped(2).failed(0).reportingEntryPublished(0)));

        assertThat(written).isEmpty();
    }

    @Test
    void whenPassed() {
        String written = ErrorOutput.of(() -> fixtures()
                .run(PassingTestCase.class)
                .allEvents()
                .assertStatistics(stats -> stats.succeeded(4).failed(0).reportingEntryPublished(0)));

        assertThat(written).isEmpty();
    }

    @Test
    void whenAbortedButYesWhenCleaningUpFailedThen() {
        Throwable failure = Fixtures.onlyFailure(
                Fixtures.withSeed(5).with("seed.announce", false).run(AbortedThenFailedTestCase.class));

        assertThat(failure).hasMessage("after each");
        assertThat(failure.getSuppressed()).hasSize(2);
        assertThat(failure.getSuppressed()[0])
                .isInstanceOf(TestAbortedException.class)
                .hasNoSuppressedExceptions();
        assertThat(failure.getSuppressed()[1])
                .hasMessageStartingWith(AbortedThenFailedTestCase.class.getName() + ".aborts(Random) ran with seed 5");
    }

    private static Fixtures fixtures() {
        return Fixtures.withSeed(5).with("seed.announce", false);
    }

    /** Runs a fixture that ends once in this way and writes nothing, and returns the reason. */
    private static Throwable run(Class<?> fixture, Status status) {
        AtomicReference<EngineExecutionResults> results = new AtomicReference<>();
        String written = ErrorOutput.of(() -> results.set(fixtures().run(fixture)));
        var reasons = results.get().allEvents().finished().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .filter(result -> result.getStatus() == status)
                .map(result -> result.getThrowable().orElseThrow())
                .toList();

        assertThat(written).isEmpty();
        assertThat(reasons).hasSize(1);
        results.get().allEvents().assertStatistics(stats -> stats.reportingEntryPublished(0));
        return reasons.get(0);
    }

    @Seeded
    static class AssumptionTestCase {

        @Test
        void aborts(Random random) {
            Assumptions.assumeTrue(random == null);
        }
    }

    @Seeded
    static class AbortedInBeforeAllTestCase {

        @BeforeAll
        static void prepare(Random random) {
            throw new TestAbortedException();
        }

        @Test
        void passes() {}
    }

    @Seeded
    @SuppressWarnings("serial")
    static class AbortedWithoutSuppressionTestCase {

        static final class Aborted extends TestAbortedException {

            @Override
            public synchronized Throwable fillInStackTrace() {
                return this;
            }
        }

        @Test
        void aborts(Random random) {
            throw new Aborted();
        }
    }

    @Seeded
    static class AbortedInDynamicTestTestCase {

        @TestFactory
        DynamicTest makesTests(Random random) {
            return dynamicTest("aborts", () -> {
                throw new TestAbortedException();
            });
        }
    }

    @Seeded
    static class JUnit4AssumptionTestCase {

        @SuppressWarnings("serial")
        static final class OfTheFacade extends AssumptionViolatedException {

            OfTheFacade() {
                super("as org.junit.AssumptionViolatedException is");
            }
        }

        @Test
        void aborts(Random random) {
            throw new OfTheFacade();
        }
    }

    @Seeded
    static class AbortedThenFailedTestCase {

        @AfterEach
        void cleanUp() {
            throw new IllegalStateException("after each");
        }

        @Test
        void aborts(Random random) {
            throw new TestAbortedException();
        }
    }

    @Seeded
    static class GivenNothingTestCase {

        @Test
        void fails() {
            throw new IllegalStateException();
        }
    }

    static class NotSeededTestCase {

        @Test
        void fails() {
            throw new IllegalStateException();
        }

        @Test
        void passes(@Seeded Random random) {}
    }

    @Seeded
    static class GivenToAnotherTestTestCase {

        @BeforeEach
        void prepare() {}

        @Test
        void fails() {
            throw new IllegalStateException();
        }

        @Test
        void passes(Random random) {}
    }

    @Seeded
    static class GivenAfterwardsTestCase {

        @Test
        void fails() {
            throw new IllegalStateException();
        }

        @AfterAll
        static void cleanUp(Random random) {}
    }

    @Seeded
    static class ResolvedBeforeGivenTestCase {

        @Test
        void fails(Thread unresolvable, Random random) {}
    }

    static class MistakenTestCase {

        @Test
        void fails(@Seeded(algorithm = "none") RandomGenerator generator) {}
    }

    @Seeded
    static class DynamicTestTestCase {

        @TestFactory
        DynamicTest makesTests() {
            return dynamicTest("fails", () -> {
                throw new IllegalStateException();
            });
        }
    }

    @Seeded
    static class NestedTestCase {

        @Nested
        class Inner {

            @Test
            void fails() {
                throw new IllegalStateException();
            }
        }
    }

    @Seeded
    static class GivenToNestedTestCase {

        @Test
        void fails() {
            throw new IllegalStateException();
        }

        @Nested
        class Inner {

            @Test
            void passes(Random random) {}
        }
    }

    @Seeded
    static class DisabledTestCase {

        @Test
        @Disabled
        void isDisabled(Random random) {}

        @Nested
        @Disabled
        class Inner {

            @Test
            void isDisabled(Random random) {}
        }
    }

    @Seeded
    static class PassingTestCase {

        @BeforeAll
        static void prepare(Random random) {}

        @Test
        void passes(Random random) {}

        @Test
        void passesToo() {}
    }
}
