package dev.seeded.internal.launcher;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.note.EarlierTests;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Waits in a launcher session until a setting, a failure or a report may concern a seed, and loads nothing before that but
 * what notes which tests ran: all suites that have the jar pay for this.
 */
public final class SessionListener
        implements LauncherSessionListener, LauncherDiscoveryListener, TestExecutionListener {

    private static final Slot<ConfigurationParameters> PLAN_PARAMETERS =
            JvmState.PLAN_PARAMETERS.holding(ConfigurationParameters.class);

    private @Nullable TestPlan plan;

    /** Of the plan around this one, one of whose tests runs it. */
    private @Nullable ConfigurationParameters around;

    /** Null as long as nothing concerns a seed. */
    private volatile @Nullable SeededSession concerned;

    /** Created by JUnit. */
    public SessionListener() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerLauncherDiscoveryListeners(this);
        session.getLauncher().registerTestExecutionListeners(this);
    }

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        if (concerned != null || Setting.concernAllTests(request.getConfigurationParameters())) {
            concerned().launcherDiscoveryStarted(request);
        }
    }

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan started) {
        plan = started;
        EarlierTests.ofThisJvm().plan(new LeftOutTests(started));
        around = PLAN_PARAMETERS.get();
        PLAN_PARAMETERS.set(started.getConfigurationParameters());
        SeededSession found = concerned;
        if (found != null) {
            found.testPlanExecutionStarted(started);
        } else if (Setting.concernAllTests(started.getConfigurationParameters())) {
            concerned();
        }
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan finished) {
        plan = null;
        PLAN_PARAMETERS.set(around);
        SeededSession found = concerned;
        if (found != null) {
            found.testPlanExecutionFinished(finished);
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        concerned().reportingEntryPublished(test, entry);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        TestTrail.started(test);
        SeededSession found = concerned;
        if (found != null) {
            found.executionStarted(test);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        TestTrail.finished(test);
        SeededSession found = result.getThrowable().isPresent() ? concerned() : concerned;
        if (found != null) {
            found.executionFinished(test, result);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        SeededSession found = concerned;
        if (found != null) {
            found.end();
        }
    }

    /** Returns what does the work; it sees the plan that runs, whose tests have passed so far. */
    private synchronized SeededSession concerned() {
        SeededSession found = concerned;
        if (found == null) {
            found = new SeededSession();
            concerned = found;
            if (plan != null) {
                found.testPlanExecutionStarted(plan);
            }
        }
        return found;
    }
}
