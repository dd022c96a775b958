package dev.seeded.note;

import static dev.seeded.testing.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.note.Reproduction;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import dev.seeded.testing.NotedFailure;
import dev.seeded.testing.Thrown;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A failure is what was thrown, but for its note; nothing else says what the note says. In parallel it is the same. */
@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UnchangedFailureTests {

    private static final String SHARED = "tests that run at the same time share a generator";

    private static final List<Class<?>> FIXTURES = Stream.of(
                    FailureNoteTests.class,
                    LifecycleNoteTests.class,
                    ExtensionNoteTests.class,
                    InvocationNoteTests.class,
                    TimeoutNoteTests.class,
                    AwkwardFailureTests.class)
            .flatMap(tests -> Arrays.stream(tests.getDeclaredClasses()))
            .filter(type -> type.getSimpleName().endsWith("TestCase"))
            .filter(type -> type != AwkwardFailureTests.SharedFailureTestCase.class
                    && type != AwkwardFailureTests.SharedInParallelTestCase.class)
            .toList();

    /** Those that are not thrown by the fixture. */
    private static final Set<Class<?>> MADE_BY_JUNIT_OR_THE_JVM = Set.of(
            FailureNoteTests.UnresolvableParameterTestCase.class,
            TimeoutNoteTests.TimeoutTestCase.class,
            TimeoutNoteTests.TimeoutInSeparateThreadTestCase.class,
            TimeoutNoteTests.PreemptiveTimeoutTestCase.class,
            AwkwardFailureTests.StackOverflowTestCase.class);

    private static final Set<Class<?>> TAKE_NO_NOTE = Set.of(
            AwkwardFailureTests.StackOverflowTestCase.class,
            AwkwardFailureTests.NoSuppressionTestCase.class,
            AwkwardFailureTests.NoSuppressionInBeforeAllTestCase.class,
            AwkwardFailureTests.NoSuppressionInDynamicTestTestCase.class);

    private final AllFailures inOrder = new AllFailures(NotedFailure.fixtures());
    private final AllFailures inParallel =
            new AllFailures(NotedFailure.fixtures().inParallel());

    /** What came of all fixtures when they ran together. */
    private static final class AllFailures {

        final List<NotedFailure> failures;
        final String written;

        AllFailures(Fixtures fixtures) {
            EngineExecutionResults[] results = new EngineExecutionResults[1];
            written = ErrorOutput.of(() -> results[0] = fixtures.run(FIXTURES.toArray(Class<?>[]::new)));
            failures = NotedFailure.allIn(results[0]);
        }

        /** Returns the failure of this fixture, of which there is one. */
        NotedFailure of(Class<?> fixture) {
            List<NotedFailure> failed = failures.stream()
                    .filter(failure -> failure.uniqueId().contains("[class:" + fixture.getName() + "]"))
                    .toList();
            assertThat(failed).hasSize(1);
            return failed.get(0);
        }
    }

    @Test
    void thereIsOneFailureOfEachFixture() {
        assertThat(FIXTURES).hasSize(67);
        assertThat(inOrder.failures).hasSize(67);
        assertThat(inParallel.failures).hasSize(67);
    }

    static Stream<Class<?>> fixturesThatThrow() {
        return FIXTURES.stream().filter(fixture -> !MADE_BY_JUNIT_OR_THE_JVM.contains(fixture));
    }

    @ParameterizedTest
    @MethodSource("fixturesThatThrow")
    void hasTheMessageCauseStackAndSuppressedThatItHad(Class<?> fixture) {
        Thrown.assertUnchanged(inOrder.of(fixture).throwable());
        Thrown.assertUnchanged(inParallel.of(fixture).throwable());
    }

    static Stream<Class<?>> fixturesThatTakeANote() {
        return FIXTURES.stream().filter(fixture -> !TAKE_NO_NOTE.contains(fixture));
    }

    @ParameterizedTest
    @MethodSource("fixturesThatTakeANote")
    void carriesOneNoteItselfAndNothingIsWritten(Class<?> fixture) {
        for (AllFailures all : List.of(inOrder, inParallel)) {
            NotedFailure failed = all.of(fixture);

            assertThat(failed.notes()).hasSize(1);
            assertThat(failed.throwable().getSuppressed())
                    .containsOnlyOnce(failed.notes().get(0));
            assertThat(failed.published()).isEmpty();
            assertThat(all.written).doesNotContain(fixture.getName());
        }
    }

    @ParameterizedTest
    @MethodSource
    void carriesNoNoteAndHasItWritten(Class<?> fixture) {
        for (AllFailures all : List.of(inOrder, inParallel)) {
            NotedFailure failed = all.of(fixture);

            assertThat(failed.notes()).isEmpty();
            assertThat(failed.published())
                    .singleElement()
                    .satisfies(report ->
                            assertThat(all.written).containsOnlyOnce("Seed: " + report + System.lineSeparator()));
        }
    }

    static Stream<Class<?>> carriesNoNoteAndHasItWritten() {
        return TAKE_NO_NOTE.stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void saysInParallelWhatItSaysInOrder(Class<?> fixture) {
        NotedFailure first = inOrder.of(fixture);
        NotedFailure second = inParallel.of(fixture);

        assertThat(second.throwable()).hasSameClassAs(first.throwable());
        assertThat(Thrown.messageOf(second.throwable())).isEqualTo(Thrown.messageOf(first.throwable()));
        assertThat(second.notes())
                .extracting(note -> whetherThreadsMetOrNot(note.getMessage(), first))
                .isEqualTo(first.notes().stream()
                        .map(Throwable::getMessage)
                        .map(note -> inParallel(note, first))
                        .toList());
        assertThat(second.published())
                .extracting(note -> whetherThreadsMetOrNot(note, first))
                .isEqualTo(first.published().stream()
                        .map(note -> inParallel(note, first))
                        .toList());
    }

    /** That one of two tests drew while the other did is a matter of time. */
    private static String whetherThreadsMetOrNot(String note, NotedFailure failed) {
        return sharesWithOthers(failed) ? note.replace(Reproduction.THREADS_SHARE, SHARED) : note;
    }

    private static boolean sharesWithOthers(NotedFailure failed) {
        return failed.uniqueId().contains("/[dynamic-") || failed.uniqueId().contains("StaticFieldTestCase]");
    }

    /** Tests that run at the same time share the generator of a static field or a factory: nothing is promised. */
    private static String inParallel(String note, NotedFailure failed) {
        return sharesWithOthers(failed)
                ? note.replaceFirst("\n\t  pin .*", "")
                        .replace("\n\t  replay  ", "\n\t  replay  cannot be promised: " + SHARED + "\n\t  try     ")
                : note;
    }

    static Stream<Class<?>> fixtures() {
        return FIXTURES.stream();
    }

    @Test
    void nothingIsWrittenButTheNotesThatCannotBeCarried() {
        for (AllFailures all : List.of(inOrder, inParallel)) {
            assertThat(all.written.lines().filter(line -> line.startsWith("Seed: ")))
                    .hasSameSizeAs(TAKE_NO_NOTE);
            assertThat(all.written.lines()).allMatch(line -> line.startsWith("Seed: ") || line.startsWith("\t  "));
        }
    }
}
