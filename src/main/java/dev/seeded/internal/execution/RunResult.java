package dev.seeded.internal.execution;

import dev.seeded.internal.note.SeedReport;
import org.jspecify.annotations.Nullable;

/**
 * What became of a test in one run.
 *
 * @param outcome the worst that happened, passed invocations counting before aborted ones
 * @param throwable why it failed or was aborted, where that is known
 * @param reason why it was skipped
 * @param tests how many tests it was: the invocations of a template, the tests of a factory
 * @param report the seed report of a failure whose throwable could not carry it
 */
public record RunResult(
        Outcome outcome,
        @Nullable Throwable throwable,
        String reason,
        long tests,
        @Nullable SeedReport report) {

    public enum Outcome {
        PASSED,
        FAILED,
        ABORTED,
        SKIPPED
    }

    public static RunResult failed(Throwable failure) {
        return new RunResult(Outcome.FAILED, failure, "", 0, null);
    }
}
