package dev.seeded.internal.launcher;

import dev.seeded.Seed;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.explore.ExploringEngine;
import dev.seeded.internal.memory.Memory;
import dev.seeded.internal.memory.Recollection;
import dev.seeded.internal.report.DetectionBlock;
import dev.seeded.internal.report.FailureBlock;
import dev.seeded.internal.report.SeedNote;
import dev.seeded.internal.seed.Identity;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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

        private final Map<String, String> published = new ConcurrentHashMap<>();
        private final Map<String, String> verdicts = new ConcurrentHashMap<>();
        private volatile Optional<Memorized> memorized = Optional.empty();

        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            memorized = Memorized.of(plan.getConfigurationParameters());
        }

        @Override
        public void testPlanExecutionFinished(TestPlan plan) {
            memorized.ifPresent(run -> run.recollection.keep());
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            String report = entry.getKeyValuePairs().get(SeedNote.REPORT_ENTRY);
            if (report != null) {
                published.put(test.getUniqueId(), report);
            }
            String verdict = entry.getKeyValuePairs().get(FailureBlock.VERDICT);
            if (verdict != null) {
                verdicts.put(test.getUniqueId(), verdict);
            }
            String places = entry.getKeyValuePairs().get(SeedNote.DETECTED_ENTRY);
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
            Stream<String> carried = result.getThrowable().stream()
                    .flatMap(failure -> Arrays.stream(failure.getSuppressed()))
                    .filter(suppressed -> suppressed instanceof SeedNote note
                            && (note.isOf(test.getUniqueId()) || ExploringEngine.owns(test.getUniqueId())))
                    .map(Throwable::getMessage);
            Optional<String> found = Stream.concat(Stream.ofNullable(published.remove(test.getUniqueId())), carried)
                    .findFirst();
            found.ifPresent(report -> block.add(test.getUniqueId(), report));
            Optional.ofNullable(verdicts.remove(test.getUniqueId()))
                    .ifPresent(verdict -> block.judge(test.getUniqueId(), verdict));
            // What is explored has many run seeds; the engine keeps them itself.
            if (!ExploringEngine.owns(test.getUniqueId())) {
                found.flatMap(report -> memorized).ifPresent(run -> run.failed(test.getUniqueId(), result));
            }
        }
    }

    /** What is kept of the tests of one plan, all of which have one run seed. */
    private record Memorized(Recollection recollection, Seed runSeed, boolean replays) {

        static Optional<Memorized> of(ConfigurationParameters parameters) {
            return Run.ofThisJvm(parameters::get)
                    .value()
                    .map(run -> of(run.seed(), new Recollection(Memory.of(Settings.ofThisJvm(parameters::get)))));
        }

        private static Memorized of(Seed runSeed, Recollection recollection) {
            return new Memorized(recollection, runSeed, recollection.knows(runSeed));
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
