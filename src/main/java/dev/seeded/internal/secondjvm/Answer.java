package dev.seeded.internal.secondjvm;

import dev.seeded.internal.draws.DrawRecord.Difference;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResult.Outcome;
import dev.seeded.internal.execution.RunResults;
import dev.seeded.internal.note.Failures;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a second JVM answers.
 *
 * @param results of each test
 * @param differences the first draw of each generator that differs from the first JVM's
 */
public record Answer(Map<String, RunResult> results, List<Difference> differences) implements Serializable {

    static Answer of(RunResults results, List<Difference> differences) {
        Map<String, RunResult> portable = new LinkedHashMap<>();
        results.byTest().forEach((test, result) -> portable.put(test, result.with(portable(result.throwable()))));
        return new Answer(portable, List.copyOf(differences));
    }

    /** Returns the result of one test; empty if it was not run. */
    public Optional<RunResult> result(String test) {
        return Optional.ofNullable(results.get(test)).filter(result -> result.outcome() != Outcome.SKIPPED);
    }

    /** Returns what stands for an exception whose class the first JVM need not know. */
    private static @Nullable Throwable portable(@Nullable Throwable throwable) {
        if (throwable == null) {
            return null;
        }
        Throwable portable = new AssertionError("in a second JVM: "
                + Failures.text(throwable::toString, throwable.getClass().getName()));
        portable.setStackTrace(throwable.getStackTrace());
        return portable;
    }
}
