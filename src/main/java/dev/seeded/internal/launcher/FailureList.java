package dev.seeded.internal.launcher;

import dev.seeded.internal.report.DetectionBlock;
import dev.seeded.internal.report.FailureBlock;
import dev.seeded.internal.report.SeedNote;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

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

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            String report = entry.getKeyValuePairs().get(SeedNote.REPORT_ENTRY);
            if (report != null) {
                published.put(test.getUniqueId(), report);
            }
            String places = entry.getKeyValuePairs().get(SeedNote.DETECTED_ENTRY);
            if (places != null) {
                detections.add(test.getUniqueId(), places);
            }
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getThrowable().isEmpty()) {
                return;
            }
            Stream<String> carried = result.getThrowable().stream()
                    .flatMap(failure -> Arrays.stream(failure.getSuppressed()))
                    .filter(suppressed -> suppressed instanceof SeedNote note && note.isOf(test.getUniqueId()))
                    .map(Throwable::getMessage);
            Stream.concat(Stream.ofNullable(published.remove(test.getUniqueId())), carried)
                    .findFirst()
                    .ifPresent(report -> block.add(test.getUniqueId(), report));
        }
    }
}
