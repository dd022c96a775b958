package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.Pin;
import dev.seeded.internal.report.SeedNote;
import dev.seeded.internal.report.StandardError;
import java.util.Optional;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** One test that is explored, which is reported as one, whatever the number of its runs. */
final class Subject {

    private enum State {
        NEW,
        STARTED,
        OVER
    }

    private final Mirror test;
    private final Optional<Pin> pin;
    private final Exploration exploration;
    private final EngineExecutionListener listener;
    private final DiscoverySelector selector;
    private final Tally tally = new Tally();
    private State state = State.NEW;

    /**
     * Creates a subject that has not run yet.
     *
     * @param pin because of which it has one run
     */
    Subject(Mirror test, Optional<Pin> pin, Exploration exploration, EngineExecutionListener listener) {
        this.test = test;
        this.pin = pin;
        this.exploration = exploration;
        this.listener = listener;
        this.selector = DiscoverySelectors.selectUniqueId(test.original().getUniqueIdObject());
    }

    /** Returns the unique id of the test in Jupiter's engine. */
    String id() {
        return test.original().getUniqueId();
    }

    DiscoverySelector selector() {
        return selector;
    }

    String className() {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getClassName())
                .orElse("");
    }

    long failures() {
        return tally.failures();
    }

    /** Tells whether there is no need to run the test again. */
    boolean isDone() {
        return state == State.OVER;
    }

    /** Reports the test as running. */
    synchronized void start() {
        if (state == State.NEW) {
            state = State.STARTED;
            listener.executionStarted(test);
        }
    }

    /** Takes the result of one more run. */
    synchronized void add(Seed seed, RunResult result) {
        if (state == State.NEW && result.outcome() == RunResult.Outcome.SKIPPED) {
            state = State.OVER;
            listener.executionSkipped(test, result.reason());
            return;
        }
        start();
        tally.add(seed, result);
        if (pin.isPresent() || (tally.failures() > 0 && !exploration.keepGoing())) {
            finish();
        }
    }

    /** Reports the result of all runs, unless that is done. */
    synchronized void finish() {
        if (state != State.STARTED) {
            return;
        }
        state = State.OVER;
        StandardError.print(summary());
        tally.firstReport()
                .ifPresent(report ->
                        listener.reportingEntryPublished(test, ReportEntry.from(SeedNote.REPORT_ENTRY, report)));
        listener.executionFinished(test, result());
    }

    /** Returns what the runs have shown until now. */
    String summary() {
        return Summary.of(className() + "." + test.getLegacyReportingName(), tally, exploration, pin);
    }

    private TestExecutionResult result() {
        return tally.firstFailure()
                .map(TestExecutionResult::failed)
                .or(() -> tally.onlyAborted().map(TestExecutionResult::aborted))
                .orElseGet(TestExecutionResult::successful);
    }
}
