package dev.seeded.internal.jupiter;

import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.jvm.DetectedDraw;
import dev.seeded.internal.note.DetectionBlock;
import dev.seeded.internal.note.Failures;
import dev.seeded.internal.note.Given;
import dev.seeded.internal.note.Reproduction;
import dev.seeded.internal.note.Reproduction.Facts;
import dev.seeded.internal.note.SeedNote;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.note.UnattachedReports;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/** Brings seed notes to failures. */
final class FailureNotes {

    private FailureNotes() {}

    /** Attaches a note to the failure of a dynamic test, if its factory was given anything. */
    static void attachToDynamic(Throwable failure, ExtensionContext dynamicTest) {
        Stores.scopes(dynamicTest).findFirst().ifPresent(scope -> attach(failure, dynamicTest, scope));
    }

    /**
     * Attaches a note to a failure, if seeds have a part in it.
     *
     * @param failed the context that failed
     * @param scope the nearest scope around it
     */
    static void attach(Throwable failure, ExtensionContext failed, Scope scope) {
        if (!Failures.isAborted(failure)) {
            Reproduction.of(facts(failed, scope), scope.run())
                    .ifPresent(reproduction -> attach(failure, failed, scope, reproduction));
        }
    }

    private static void attach(Throwable failure, ExtensionContext failed, Scope scope, Reproduction reproduction) {
        SeedReport report = SeedReport.of(
                scope.ofClass().name(failed),
                scope.run(),
                scope.reportedSeed(),
                reproduction,
                scope.unseeded(),
                Stores.replay(failed, scope.run()),
                scope.draws());
        SeedNote note = new SeedNote(report);
        if (!note.attachTo(failure)) {
            // A search prints the note of the run that it ends with.
            if (!DrawSession.isReplacing()) {
                StandardError.print(note.toString());
            }
            UnattachedReports.leave(report);
        }
    }

    private static Facts facts(ExtensionContext failed, Scope scope) {
        List<Scope> around =
                scope.around().filter(outer -> outer.given() != Given.NOTHING).toList();
        return new Facts(
                scope.given(),
                around.stream().map(Scope::given).reduce(scope.givenToInitializers(), Given::and),
                around.stream().anyMatch(Scope::outlives),
                scope.ofClass().order(),
                !scope.unseeded().isEmpty(),
                scope.context()
                        .getTestMethod()
                        .filter(Annotations::isSeededTest)
                        .isPresent(),
                scope.ofClass().keptIn(),
                race(failed, scope, around),
                scope.hasEdgeCases() || around.stream().anyMatch(Scope::hasEdgeCases));
    }

    /** Returns why draws may come in another order next time; empty if they cannot. */
    private static String race(ExtensionContext failed, Scope scope, List<Scope> around) {
        if (scope.isShared() || around.stream().anyMatch(Scope::isShared)) {
            return "threads share a generator, and may draw from it in another order";
        }
        boolean isDynamic = !failed.equals(scope.context());
        boolean runsWithOthers = around.stream()
                        .anyMatch(
                                outer -> outer.isSharedByTests() && Contexts.runsConcurrently(failed, outer.context()))
                || (isDynamic && Contexts.runsConcurrently(failed, scope.context()));
        return runsWithOthers ? "tests that run at the same time share a generator" : "";
    }

    /**
     * Publishes what was drawn from the JVM, for the end of the run.
     *
     * @throws AssertionFailedError if that is strictly forbidden, and the context has not failed anyway
     */
    static void publishDetected(Scope scope) {
        List<DetectedDraw> draws = scope.detected();
        if (draws.isEmpty()) {
            return;
        }
        ExtensionContext context = scope.context();
        draws.forEach(draw -> context.publishReportEntry(
                Map.of(draw.seeded() ? DetectionBlock.SEEDED : DetectionBlock.UNSEEDED, draw.draw())));
        if (scope.run().global().strict() && context.getExecutionException().isEmpty()) {
            List<String> places = scope.unseeded();
            String what = "unseeded " + DetectedDraw.title(places);
            if (places.isEmpty()) {
                places = draws.stream().map(DetectedDraw::line).toList();
                what = "random numbers of the JVM";
            }
            AssertionFailedError failure =
                    new AssertionFailedError(what + ", which seed.strict=true forbids: " + String.join("; ", places));
            attach(failure, context, scope);
            throw failure;
        }
    }
}
