package dev.seeded.internal.launcher;

import dev.seeded.internal.UserError;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.explore.ExploringEngine;
import dev.seeded.internal.explore.Unselected;
import dev.seeded.internal.export.StepSummary;
import dev.seeded.internal.note.DetectionBlock;
import dev.seeded.internal.note.FailureBlock;
import dev.seeded.internal.note.SeedNote;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.note.UnattachedReports;
import dev.seeded.internal.replay.Host;
import dev.seeded.internal.report.PageFile;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Gives the runs of a launcher session their surroundings, and lists its failed seeded tests once more when it closes. */
final class SeededSession implements LauncherDiscoveryListener, TestExecutionListener {

    private final FailureBlock block = new FailureBlock();
    private final DetectionBlock detections = new DetectionBlock();
    private final UnexploredCount unexplored = new UnexploredCount();
    private final BisectTracker bisected = new BisectTracker();
    private final SessionSurroundings surroundings = new SessionSurroundings();
    private final Map<String, Map<String, String>> verdicts = new ConcurrentHashMap<>();
    private volatile Optional<PlanRun> run = Optional.empty();
    private volatile @Nullable TestPlan plan;
    private volatile boolean failed;

    /** Whether a plan runs what failed before. */
    private volatile boolean replays;

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        surroundings.discover(request);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        surroundings.begin(started);
        plan = started;
        unexplored.add(started);
        replays = replays || Exploration.isReplay(Settings.ofThisJvm(started.getConfigurationParameters()::get));
        run = PlanRun.of(started.getConfigurationParameters(), failed);
        run.flatMap(found -> found.run().draws()).ifPresent(draws -> warn(draws, JupiterMethods.count(started)));
        bisected.begin(started);
    }

    private static void warn(GivenSetting draws, long tests) {
        if (tests > 1) {
            StandardError.print("Seeded: " + draws.asTyped() + " needs exactly one selected test, but "
                    + Counted.of(tests, "test") + " are selected: select the one whose note shows these draws");
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        run.flatMap(found -> found.end(block)).ifPresent(block::keptIn);
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        Map<String, String> entries = entry.getKeyValuePairs();
        if (entries.containsKey(FailureBlock.VERDICT)) {
            verdicts.put(test.getUniqueId(), entries);
        }
        detections.add(test.getUniqueId(), entries);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        bisected.started(test);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        bisected.finished(test, result);
        if (result.getThrowable().isEmpty()) {
            run.ifPresent(found -> found.passed(test, result));
            return;
        }
        JUnitVersion.explain(test);
        boolean explored = ExploringEngine.owns(test.getUniqueId());
        Optional<SeedReport> report = report(test, result, explored);
        report.ifPresent(block::add);
        Map<String, String> verdict = verdicts.remove(test.getUniqueId());
        if (verdict != null) {
            block.judge(
                    test.getUniqueId(),
                    verdict.getOrDefault(FailureBlock.VERDICT_TITLE, ""),
                    verdict.getOrDefault(FailureBlock.VERDICT, ""));
        }
        // What is explored has many run seeds; the engine keeps them itself.
        if (report.isPresent() && !explored && result.getStatus() == Status.FAILED) {
            failed = true;
            Throwable failure = result.getThrowable().orElseThrow();
            run.ifPresent(found -> found.failed(test, report.get(), failure));
        }
    }

    private Optional<SeedReport> report(TestIdentifier test, TestExecutionResult result, boolean explored) {
        String uniqueId = test.getUniqueId();
        Optional<SeedReport> found = UnattachedReports.take(uniqueId)
                .or(() -> carried(result.getThrowable().orElseThrow(), uniqueId, explored));
        TestPlan running = plan;
        return found.isPresent()
                        || running == null
                        || result.getStatus() != Status.FAILED
                        || result.getThrowable().filter(UserError::isShown).isPresent()
                ? found
                : run.flatMap(ofPlan -> OrderedFailures.report(test, running, ofPlan));
    }

    private static Optional<SeedReport> carried(Throwable failure, String uniqueId, boolean explored) {
        return SeedNote.of(failure)
                .map(SeedNote::report)
                .filter(report -> explored || report.uniqueId().equals(uniqueId))
                .map(report -> report.of(uniqueId));
    }

    void end() {
        unexplored.print();
        detections.print();
        if (replays) {
            Unselected.print(
                    run.map(PlanRun::replay).orElseGet(() -> Host.ofThisJvm().replay(Optional.empty())));
        }
        block.print();
        FailureBlock.Listing failures = block.listing();
        if (failures.count() > 0) {
            StepSummary.append(failures);
        }
        bisected.end();
        run.flatMap(PlanRun::page).ifPresent(PageFile::renew);
        surroundings.setBack();
    }
}
