package dev.seeded.internal.jupiter;

import dev.seeded.Seeded.Global;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.jvm.DetectedDraw;
import dev.seeded.internal.note.DetectionBlock;
import dev.seeded.internal.note.Failures;
import dev.seeded.internal.note.Given;
import dev.seeded.internal.note.Leftovers;
import dev.seeded.internal.note.Reproduction;
import dev.seeded.internal.note.Reproduction.Facts;
import dev.seeded.internal.note.Reproduction.PinForm;
import dev.seeded.internal.note.SeedNote;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.note.UnattachedReports;
import dev.seeded.internal.replay.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
            Leftovers leftovers = scope.ofClass().leftovers(failed, failure);
            Reproduction.of(facts(failed, scope, leftovers), scope.run())
                    .ifPresent(reproduction -> attach(failure, failed, scope, reproduction, leftovers.uncontrolled()));
        }
    }

    private static void attach(
            Throwable failure, ExtensionContext failed, Scope scope, Reproduction reproduction, String uncontrolled) {
        boolean isExplored = failed.getConfigurationParameter(Jupiter.EXPLORED).isPresent();
        // The draws that were given may be those of another invocation.
        boolean isPlayed =
                scope.draws().filter(draws -> !draws.text().isEmpty()).isPresent();
        SeedReport report = SeedReport.of(
                        scope.ofClass().name(failed),
                        isExplored ? scope.run().ofExploration() : scope.run(),
                        scope.reportedSeed(),
                        isPlayed ? reproduction : reproduction.without(Setting.DRAWS),
                        scope.unseeded(),
                        Stores.replay(failed, scope.run()),
                        scope.draws(),
                        failed.getTestMethod().flatMap(Annotations::global).orElse(Global.OFF))
                .referringTo(uncontrolled);
        SeedNote note = new SeedNote(report);
        if (!note.attachTo(failure)) {
            // Exploring prints that of the run that it reports.
            if (!isExplored) {
                StandardError.print(note.toString());
            }
            UnattachedReports.leave(report);
        }
        failed.publishReportEntry(report.entries());
    }

    private static Facts facts(ExtensionContext failed, Scope scope, Leftovers leftovers) {
        List<Scope> around =
                scope.around().filter(outer -> outer.given() != Given.NOTHING).toList();
        return new Facts(
                scope.given(),
                around.stream().map(Scope::given).reduce(scope.givenToInitializers(), Given::and),
                around.stream().anyMatch(Scope::outlives),
                scope.ofClass().order(),
                !scope.unseeded().isEmpty(),
                form(scope),
                leftovers.inClass(),
                doubt(failed, scope, around, leftovers),
                scope.hasEdgeCases() || around.stream().anyMatch(Scope::hasEdgeCases));
    }

    private static PinForm form(Scope scope) {
        if (scope.context().getTestMethod().filter(Annotations::isSeededTest).isPresent()) {
            return PinForm.SEEDED_TEST;
        }
        return scope.takesLowerBits()
                ? PinForm.SEEDED_LOWER_BITS
                : scope.takesUnsigned() ? PinForm.SEEDED_UNSIGNED : PinForm.SEEDED;
    }

    /** Returns why the failure may not come back; empty where it does. */
    private static String doubt(ExtensionContext failed, Scope scope, List<Scope> around, Leftovers leftovers) {
        if (scope.isShared() || around.stream().anyMatch(Scope::isShared)) {
            return Reproduction.THREADS_SHARE;
        }
        boolean runsWithOthers = around.stream()
                        .anyMatch(
                                outer -> outer.isSharedByTests() && Contexts.runsConcurrently(failed, outer.context()))
                || factory(failed, scope, around)
                        .filter(factory -> Contexts.runsConcurrently(failed, factory))
                        .isPresent();
        if (runsWithOthers) {
            return "tests that run at the same time share a generator";
        }
        if (scope.ofClass().ranBeforeOthers()) {
            return Setting.AFTER.property() + " names tests of this class, which ran before those of another class";
        }
        String left = leftovers.doubt(
                scope.ofClass().order(),
                Contexts.runsConcurrently(failed, failed.getRoot()),
                () -> Contexts.outwards(failed).flatMap(context -> context.getElement().stream()));
        if (!left.isEmpty()) {
            return left;
        }
        if (!scope.unseeded().isEmpty()) {
            return "the test draws random numbers that are not seeded";
        }
        Selection ordered =
                Reproduction.selection(scope.ofClass().order(), around.stream().anyMatch(Scope::outlives));
        if (ordered == Selection.TEST && leftovers.inClass().isEmpty()) {
            return "";
        }
        if (scope.ofClass().isInRandomOrder()) {
            return Reproduction.RANDOM_ORDER;
        }
        boolean mayRunMore = ordered != Selection.RUN
                && !scope.ofClass().isExplored(failed)
                && !Stores.replay(failed, scope.run()).leavesOutAgain();
        return mayRunMore && scope.ofClass().isIncomplete() ? Reproduction.LEFT_OUT : "";
    }

    /** Returns the context of the factory from whose generator a dynamic test draws; with JVM-wide seeding, it has a scope too. */
    private static Optional<ExtensionContext> factory(ExtensionContext failed, Scope scope, List<Scope> around) {
        return Stream.concat(Stream.of(scope), around.stream())
                .map(Scope::context)
                .filter(context -> Contexts.isDynamic(failed) && !Contexts.isDynamic(context))
                .findFirst()
                .filter(context -> context.getTestMethod().isPresent());
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
