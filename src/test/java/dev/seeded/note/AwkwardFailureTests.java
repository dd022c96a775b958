package dev.seeded.note;

import static dev.seeded.testing.Thrown.failure;
import static dev.seeded.testing.Thrown.kept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.seeded.Seeded;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import dev.seeded.testing.NotedFailure;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/** Whatever is thrown, its seed is to be had: on the throwable, or on {@code System.err} where that takes no note. */
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AwkwardFailureTests {

    private static final IllegalStateException SHARED = new IllegalStateException("shared");
    private static final IllegalStateException SHARED_IN_PARALLEL = new IllegalStateException("shared");

    @ParameterizedTest
    @ValueSource(
            classes = {
                CheckedExceptionTestCase.class,
                AssertionErrorTestCase.class,
                AssertionFailedTestCase.class,
                AssertAllTestCase.class,
                ThrowableTestCase.class,
                NoWritableStackTestCase.class,
                HostileThrowableTestCase.class,
                CyclicCauseTestCase.class,
                CyclicSuppressionTestCase.class
            })
    void carriesTheNote(Class<?> fixture) {
        NotedFailure.assertPinned(fixture, ".fails(Random)", "fails");
    }

    static Stream<Arguments> thoseThatTakeNone() {
        return Stream.of(
                arguments(StackOverflowTestCase.class, ".fails(Random)", "fails"),
                arguments(NoSuppressionTestCase.class, ".fails(Random)", "fails"),
                arguments(NoSuppressionInBeforeAllTestCase.class, "", "'*'"),
                arguments(NoSuppressionInDynamicTestTestCase.class, ".makesTests(Random) > fails", "makesTests"));
    }

    @ParameterizedTest
    @MethodSource("thoseThatTakeNone")
    void hasItsNoteWritten(Class<?> fixture, String name, String selected) {
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        String written =
                ErrorOutput.of(() -> results[0] = NotedFailure.fixtures().run(fixture));
        NotedFailure failed = NotedFailure.allIn(results[0]).get(0);
        String test = fixture.getName();

        assertThat(failed.notes()).isEmpty();
        assertThat(failed.published())
                .singleElement()
                .satisfies(report -> assertThat(written).isEqualTo("Seed: " + report + System.lineSeparator()))
                .satisfies(report -> assertThat(report.lines())
                        .containsExactly(
                                test + name + " ran with seed 42",
                                "\t  replay  again '" + test + "' " + selected + " 42",
                                "\t  pin     @Seeded(" + failed.testSeed() + "L)"));
    }

    @Test
    void leavesAStackOverflowAsItIs() {
        ErrorOutput.of(
                () -> assertThat(NotedFailure.in(StackOverflowTestCase.class).throwable())
                        .isExactlyInstanceOf(StackOverflowError.class)
                        .hasMessage(null));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void namesOnlyTheFirstTestWhenSeveralThrowOneInstance(boolean parallel) {
        IllegalStateException shared = parallel ? SHARED_IN_PARALLEL : SHARED;
        Class<?> fixture = parallel ? SharedInParallelTestCase.class : SharedFailureTestCase.class;
        Fixtures fixtures = parallel ? NotedFailure.fixtures().inParallel() : NotedFailure.fixtures();
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        String written = ErrorOutput.of(() -> results[0] = fixtures.run(fixture));
        List<NotedFailure> failures = NotedFailure.allIn(results[0]);
        String test = fixture.getName();
        List<String> reports = failures.stream()
                .map(failed -> test + ".fails(Random) > " + failed.displayName() + " ran with seed 42"
                        + "\n\t  replay  again '" + test + "' fails 42"
                        + "\n\t  pin     @Seeded(" + failed.testSeed() + "L)")
                .toList();

        assertThat(failures).hasSize(20).allMatch(failed -> failed.throwable() == shared);
        assertThat(shared.getSuppressed()).hasSize(1);
        String carried = shared.getSuppressed()[0].getMessage();
        assertThat(reports).containsOnlyOnce(carried);
        for (int at = 0; at < failures.size(); at++) {
            String report = reports.get(at);
            assertThat(failures.get(at).published()).isEqualTo(report.equals(carried) ? List.of() : List.of(report));
        }
        assertThat(written.split("(?=Seed: )"))
                .containsExactlyInAnyOrderElementsOf(reports.stream()
                        .filter(report -> !report.equals(carried))
                        .map(report -> "Seed: " + report + System.lineSeparator())
                        .toList());
    }

    @Seeded
    static class CheckedExceptionTestCase {

        @Test
        void fails(Random random) throws IOException {
            throw kept(new IOException("checked"));
        }
    }

    @Seeded
    static class AssertionErrorTestCase {

        @Test
        void fails(Random random) {
            throw kept(new AssertionError("an error"));
        }
    }

    @Seeded
    static class AssertionFailedTestCase {

        @Test
        void fails(Random random) {
            try {
                assertEquals("expected", "actual");
            } catch (AssertionFailedError failure) {
                throw kept(failure);
            }
        }
    }

    @Seeded
    static class AssertAllTestCase {

        @Test
        void fails(Random random) {
            try {
                assertAll(() -> assertEquals(1, 2), () -> assertEquals(3, 4));
            } catch (MultipleFailuresError failures) {
                throw kept(failures);
            }
        }
    }

    @Seeded
    @SuppressWarnings("serial")
    static class ThrowableTestCase {

        @Test
        void fails(Random random) throws Throwable {
            throw kept(new Throwable("neither error nor exception") {});
        }
    }

    @Seeded
    @SuppressWarnings("serial")
    static class NoWritableStackTestCase {

        @Test
        void fails(Random random) {
            throw kept(new RuntimeException("no stack", null, true, false) {});
        }
    }

    @Seeded
    @SuppressWarnings("serial")
    static class HostileThrowableTestCase {

        @Test
        void fails(Random random) {
            throw kept(new RuntimeException() {
                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public String toString() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int hashCode() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public boolean equals(Object other) {
                    throw new UnsupportedOperationException();
                }
            });
        }
    }

    @Seeded
    static class CyclicCauseTestCase {

        @Test
        void fails(Random random) {
            IllegalStateException failure = new IllegalStateException("cyclic");
            failure.initCause(new IllegalStateException("cause", failure));
            throw kept(failure);
        }
    }

    @Seeded
    static class CyclicSuppressionTestCase {

        @Test
        void fails(Random random) {
            IllegalStateException failure = new IllegalStateException("cyclic");
            IllegalStateException suppressed = new IllegalStateException("suppressed");
            failure.addSuppressed(suppressed);
            suppressed.addSuppressed(failure);
            throw kept(failure);
        }
    }

    /** The virtual machine makes this error without its constructor, hence without a list of the suppressed. */
    @Seeded
    static class StackOverflowTestCase {

        @Test
        void fails(Random random) {
            fails(random);
        }
    }

    @Seeded
    @SuppressWarnings("serial")
    static class NoSuppressionTestCase {

        @Test
        void fails(Random random) {
            throw kept(new RuntimeException("takes none", null, false, true) {});
        }
    }

    @Seeded
    @SuppressWarnings("serial")
    static class NoSuppressionInBeforeAllTestCase {

        @BeforeAll
        static void prepare(Random random) {
            throw kept(new RuntimeException("takes none", null, false, false) {});
        }

        @Test
        void passes() {}
    }

    @Seeded
    @SuppressWarnings("serial")
    static class NoSuppressionInDynamicTestTestCase {

        @TestFactory
        DynamicTest makesTests(Random random) {
            return dynamicTest("fails", () -> {
                throw kept(new RuntimeException("takes none", null, false, true) {});
            });
        }
    }

    @Seeded
    static class SharedFailureTestCase {

        @RepeatedTest(20)
        void fails(Random random) {
            throw SHARED;
        }
    }

    @Seeded
    static class SharedInParallelTestCase {

        @RepeatedTest(20)
        void fails(Random random) {
            throw SHARED_IN_PARALLEL;
        }
    }
}
