package dev.seeded.internal.secondjvm;

import dev.seeded.internal.draws.DrawRecord.Difference;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResult.Outcome;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a second JVM answers.
 *
 * @param results of each test
 * @param differences the first draw of each generator that differs from the first JVM's
 * @param problem why the tests could not be run; empty if they were
 */
public record Answer(List<Result> results, List<Difference> differences, String problem) implements Serializable {

    /** What became of one test. */
    private record Result(
            String test,
            Outcome outcome,
            String reason,
            long tests,
            @Nullable Failure failure) implements Serializable {}

    /** An exception, whose class the first JVM need not know. */
    private record Failure(String text, List<StackTraceElement> frames) implements Serializable {

        static Failure of(Throwable throwable) {
            return new Failure(throwable.toString(), List.of(throwable.getStackTrace()));
        }

        Throwable throwable() {
            Throwable throwable = new AssertionError("in a second JVM: " + text);
            throwable.setStackTrace(frames.toArray(StackTraceElement[]::new));
            return throwable;
        }
    }

    static Answer of(Map<String, RunResult> results, List<Difference> differences) {
        List<Result> all = new ArrayList<>();
        results.forEach((test, result) -> all.add(new Result(
                test,
                result.outcome(),
                result.reason(),
                result.tests(),
                Optional.ofNullable(result.throwable()).map(Failure::of).orElse(null))));
        return new Answer(all, List.copyOf(differences), "");
    }

    static Answer problem(Throwable problem) {
        return new Answer(List.of(), List.of(), problem.toString());
    }

    /** Returns the result of one test; empty if it was not run. */
    public Optional<RunResult> result(String test) {
        return results.stream()
                .filter(result -> result.test.equals(test))
                .filter(result -> result.outcome != Outcome.SKIPPED)
                .map(result -> new RunResult(
                        result.outcome,
                        result.failure == null ? null : result.failure.throwable(),
                        result.reason,
                        result.tests,
                        null))
                .findFirst();
    }
}
