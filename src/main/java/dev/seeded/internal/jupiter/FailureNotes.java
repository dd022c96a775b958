package dev.seeded.internal.jupiter;

import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.note.SeedNote;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.replay.TestName;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Brings seed notes to failures. */
final class FailureNotes {

    private static final String JUNIT_4_ASSUMPTION = "org.junit.internal.AssumptionViolatedException";

    private FailureNotes() {}

    /** Attaches a note to the failure of this context, if it has failed and was given a generator. */
    static void attach(ExtensionContext context, Scope scope) {
        context.getExecutionException().ifPresent(failure -> attach(failure, context, scope));
    }

    /** Attaches a note to the failure of a dynamic test, if its factory was given a generator. */
    static void attachToDynamic(Throwable failure, ExtensionContext dynamicTest) {
        Stores.scopes(dynamicTest).findFirst().ifPresent(scope -> attach(failure, dynamicTest, scope));
    }

    private static void attach(Throwable failure, ExtensionContext failed, Scope scope) {
        List<Scope> around = scope.outer().filter(Scope::isUsed).toList();
        if (isAborted(failure)
                || (around.isEmpty() && !scope.isUsed() && scope.unseeded().isEmpty())) {
            return;
        }
        Surroundings here = scope.surroundings();
        boolean ordered = here.areOrdered();
        boolean runSeedMatters = ordered
                || (scope.isUsed() && scope.seed().pin().isEmpty())
                || around.stream().anyMatch(outer -> outer.seed().pin().isEmpty());
        TestName test = here.classes().name(failed);
        String report = SeedReport.of(
                ordered || around.stream().anyMatch(Scope::isKept)
                        ? test.withClass(here.classes().outermost())
                        : test,
                scope.run(),
                scope.seed(),
                around.isEmpty() && !ordered,
                runSeedMatters,
                scope.unseeded(),
                Stores.replay(failed, scope.run()));
        SeedNote note = new SeedNote(test.uniqueId(), report);
        if (!note.attachTo(failure)) {
            StandardError.print(note.toString());
            failed.publishReportEntry(SeedNote.REPORT_ENTRY, report);
        }
    }

    /**
     * Publishes what was drawn unseeded, for the end of the run.
     *
     * @throws AssertionFailedError if that is strictly forbidden, and the context has not failed anyway
     */
    static void detected(ExtensionContext context, Scope scope) {
        List<String> places = scope.unseeded();
        if (places.isEmpty()) {
            return;
        }
        context.publishReportEntry(SeedNote.DETECTED_ENTRY, String.join("\n", places));
        if (scope.run().global().strict() && context.getExecutionException().isEmpty()) {
            AssertionFailedError failure = new AssertionFailedError(
                    "unseeded random numbers, which seed.strict=true forbids: " + String.join("; ", places));
            attach(failure, context, scope);
            throw failure;
        }
    }

    private static boolean isAborted(Throwable failure) {
        if (failure instanceof TestAbortedException) {
            return true;
        }
        Class<?> type = failure.getClass();
        while (type != null && !type.getName().equals(JUNIT_4_ASSUMPTION)) {
            type = type.getSuperclass();
        }
        return type != null;
    }
}
