package dev.seeded.internal.launcher;

import dev.seeded.Seed;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.explore.ExploringEngine;
import dev.seeded.internal.memory.Memory;
import dev.seeded.internal.memory.MemoryUpdates;
import dev.seeded.internal.note.DetectionBlock;
import dev.seeded.internal.note.FailureBlock;
import dev.seeded.internal.note.SeedNote;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.seed.Identity;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Lists the failed seeded tests of a launcher session once more when it closes. */
public final class FailureList implements LauncherSessionListener {

    private final FailureBlock block = new FailureBlock();
    private final DetectionBlock detections = new DetectionBlock();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(new Collector());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        detections.print();
        block.print();
    }

    private final class Collector implements TestExecutionListener {

        private final Map<String, SeedReport> published = new ConcurrentHashMap<>();
        private final Map<String, Map<String, String>> verdicts = new ConcurrentHashMap<>();
        private volatile Optional<Memorized> memorized = Optional.empty();
        private volatile boolean failed;

        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            memorized = Memorized.of(plan.getConfigurationParameters(), failed);
        }

        @Override
        public void testPlanExecutionFinished(TestPlan plan) {
            memorized.ifPresent(run -> run.recollection.keep());
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            Map<String, String> entries = entry.getKeyValuePairs();
            SeedReport.from(test.getUniqueId(), entries).ifPresent(report -> published.put(test.getUniqueId(), report));
            if (entries.containsKey(FailureBlock.VERDICT)) {
                verdicts.put(test.getUniqueId(), entries);
            }
            String places = entries.get(DetectionBlock.DETECTED);
            if (places != null) {
                detections.add(test.getUniqueId(), places);
            }
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getThrowable().isEmpty()) {
                memorized.ifPresent(run -> run.passed(test, result));
                return;
            }
            String uniqueId = test.getUniqueId();
            boolean explored = ExploringEngine.owns(uniqueId);
            Optional<SeedReport> report = Optional.ofNullable(published.remove(uniqueId))
                    .or(() -> carried(result.getThrowable().get(), uniqueId, explored));
            report.ifPresent(block::add);
            Map<String, String> verdict = verdicts.remove(uniqueId);
            if (verdict != null) {
                block.judge(
                        uniqueId,
                        verdict.getOrDefault(FailureBlock.VERDICT_TITLE, ""),
                        verdict.getOrDefault(FailureBlock.VERDICT, ""));
            }
            // What is explored has many run seeds; the engine keeps them itself.
            if (report.isPresent() && !explored) {
                failed = true;
                memorized.ifPresent(run -> run.failed(uniqueId, result));
            }
        }

        private static Optional<SeedReport> carried(Throwable failure, String uniqueId, boolean explored) {
            return Arrays.stream(failure.getSuppressed())
                    .filter(SeedNote.class::isInstance)
                    .map(note -> ((SeedNote) note).report())
                    .filter(report -> explored || report.uniqueId().equals(uniqueId))
                    .map(report -> report.of(uniqueId))
                    .findFirst();
        }
    }

    /** What is kept of the tests of one plan, all of which have one run seed. */
    private record Memorized(MemoryUpdates recollection, Seed runSeed, boolean replays) {

        /**
         * Returns what is kept of a plan.
         *
         * @param failed whether a test has failed in this session
         */
        static Optional<Memorized> of(ConfigurationParameters parameters, boolean failed) {
            return Run.ofThisJvm(parameters::get)
                    .value()
                    .map(run -> of(run, failed, new MemoryUpdates(Memory.of(Settings.ofThisJvm(parameters::get)))));
        }

        /** A seed that was drawn for this session is not known before a test fails with it. */
        private static Memorized of(Run run, boolean failed, MemoryUpdates recollection) {
            boolean mayBeKnown = failed || run.given().isPresent();
            return new Memorized(recollection, run.seed(), mayBeKnown && recollection.knows(run.seed()));
        }

        /** Asks for the unique id where it is needed only: its text is made when it is asked for. */
        void passed(TestIdentifier test, TestExecutionResult result) {
            if (replays && result.getStatus() == Status.SUCCESSFUL && !ExploringEngine.owns(test.getUniqueId())) {
                recollection.passed(Identity.of(test.getUniqueId()), runSeed);
            }
        }

        void failed(String uniqueId, TestExecutionResult result) {
            if (result.getStatus() == Status.FAILED) {
                recollection.failed(Identity.of(uniqueId), runSeed);
            }
        }
    }
}
