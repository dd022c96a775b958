package dev.seeded.internal.execution;

import dev.seeded.internal.console.Printable;
import dev.seeded.internal.labels.Label;
import dev.seeded.internal.note.Failures;
import dev.seeded.internal.note.SeedNote;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.replay.Selection;
import java.io.Serializable;
import java.net.BindException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a test in one run.
 *
 * @param outcome the worst that happened, passed invocations counting before aborted ones
 * @param throwable why it failed or was aborted, where that is known
 * @param shape what a failure has in common with others; null where it did not fail
 * @param reason why it was skipped
 * @param tests how many tests it was: the invocations of a template, the tests of a factory
 * @param report the seed report of a failure whose throwable could not carry it
 * @param held the cause that says that something else holds what the test needs, such as a port; empty for none
 * @param labels what was counted in it, by name
 * @param isPinned whether it failed with pinned seeds only, whatever the seed of the run
 * @param hasEdgeCases whether it was given generators that draw edge cases, and so tells no rate of seeds
 * @param failed the unique id of what failed first, be it the test, one of its invocations or a container around; empty where
 *     that is not known
 */
public record RunResult(
        Outcome outcome,
        @Nullable Throwable throwable,
        @Nullable FailureShape shape,
        String reason,
        long tests,
        @Nullable SeedReport report,
        String held,
        Map<String, Label> labels,
        boolean isPinned,
        boolean hasEdgeCases,
        String failed)
        implements Serializable {

    /** Creates a result of which it is not known what failed first. */
    public RunResult(
            Outcome outcome,
            @Nullable Throwable throwable,
            @Nullable FailureShape shape,
            String reason,
            long tests,
            @Nullable SeedReport report,
            String held,
            Map<String, Label> labels,
            boolean isPinned,
            boolean hasEdgeCases) {
        this(outcome, throwable, shape, reason, tests, report, held, labels, isPinned, hasEdgeCases, "");
    }

    public enum Outcome {
        PASSED,
        FAILED,
        ABORTED,
        SKIPPED
    }

    public boolean hasFailed() {
        return outcome == Outcome.FAILED;
    }

    /** Returns whether it failed with the same type of exception, at the same place. */
    public boolean hasFailedAs(FailureShape other) {
        return shape != null && other.hasSameOrigin(shape);
    }

    /** Returns whether the same failed first, with the same type of exception, at the same place. */
    public boolean hasFailedLike(RunResult other) {
        return other.shape != null && hasFailedAs(other.shape) && failed.equals(other.failed);
    }

    /** Returns whether it failed with the same message; hash codes differ in other JVMs. */
    public boolean saysTheSameAs(RunResult other) {
        return shape != null && other.shape != null && shape.saysTheSameAs(other.shape);
    }

    /** Returns what its report selects to have it again; only the test where there is none. */
    public Selection selection() {
        return Optional.ofNullable(report)
                .or(() -> Optional.ofNullable(throwable).flatMap(SeedNote::of).map(SeedNote::report))
                .map(found -> found.run().selection())
                .orElse(Selection.TEST);
    }

    /** Returns a failure that Jupiter does not know of. */
    public static RunResult failed(Throwable failure) {
        return failed(failure, 0, null, false, "");
    }

    static RunResult failed(
            Throwable failure, long tests, @Nullable SeedReport report, boolean isPinned, String failed) {
        return new RunResult(
                Outcome.FAILED,
                failure,
                FailureShape.of(failure),
                "",
                tests,
                report,
                held(failure),
                Map.of(),
                isPinned,
                false,
                failed);
    }

    /** A port in use, a lock, a file that is there already: another JVM fails for it as long as this one has it. */
    private static String held(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .filter(cause -> cause instanceof BindException
                        || cause instanceof OverlappingFileLockException
                        || cause instanceof FileAlreadyExistsException
                        || Failures.text(cause::getMessage, "").contains("Address already in use"))
                .findFirst()
                .map(cause -> Printable.line(
                        Failures.text(cause::toString, cause.getClass().getName())))
                .orElse("");
    }

    static RunResult passed(long tests) {
        return new RunResult(Outcome.PASSED, null, null, "", tests, null, "", Map.of(), false, false);
    }

    static RunResult aborted(Throwable cause, long tests) {
        return new RunResult(Outcome.ABORTED, cause, null, "", tests, null, "", Map.of(), false, false);
    }

    static RunResult skipped(String reason, long tests) {
        return new RunResult(Outcome.SKIPPED, null, null, reason, tests, null, "", Map.of(), false, false);
    }

    /**
     * Returns this result for another JVM, without the report, whose lines are this JVM's.
     *
     * @param other takes the place of a throwable whose class the other JVM may not have
     */
    public RunResult with(@Nullable Throwable other) {
        return new RunResult(outcome, other, shape, reason, tests, null, held, labels, isPinned, hasEdgeCases, failed);
    }

    /** Returns this result with what was counted, and whether edge cases were drawn. */
    public RunResult with(Map<String, Label> counted, boolean edgeCases) {
        return new RunResult(
                outcome,
                throwable,
                shape,
                reason,
                tests,
                report,
                held,
                Map.copyOf(counted),
                isPinned,
                edgeCases,
                failed);
    }
}
