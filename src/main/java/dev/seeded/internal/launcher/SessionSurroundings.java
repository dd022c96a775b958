package dev.seeded.internal.launcher;

import dev.seeded.internal.config.GivenSurroundings;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.config.Validated;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.note.Announcement;
import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Gives this JVM the locale and time zone of each run of a session: before any engine looks for test classes, and again
 * before they run, as a tool may have looked for others meanwhile.
 */
final class SessionSurroundings implements LauncherDiscoveryListener, TestExecutionListener {

    private Optional<GivenSurroundings> given = Optional.empty();
    private String complained = "";

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        give(request.getConfigurationParameters());
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        // Not one of the tests may be seeded otherwise.
        give(plan.getConfigurationParameters()).ifPresent(Announcement::makeOnce);
    }

    /** Returns the run, if it is given anything. */
    private synchronized Optional<Run> give(ConfigurationParameters parameters) {
        if (!GivenSurroundings.areWanted(Settings.ofThisJvm(parameters::get))) {
            setBack();
            return Optional.empty();
        }
        Validated<Run> run = Run.ofThisJvm(parameters::get);
        run.problem().ifPresent(problem -> {
            setBack();
            complain(problem);
        });
        run.value().ifPresent(found -> {
            if (given.filter(before -> before.areOf(found)).isEmpty()) {
                setBack();
                given = Optional.of(GivenSurroundings.of(found));
            }
        });
        return run.value();
    }

    /** Sets back what the machine has. */
    synchronized void setBack() {
        given.ifPresent(GivenSurroundings::close);
        given = Optional.empty();
    }

    /** Says what is wrong, and once: only seeded tests fail for it. */
    private void complain(String problem) {
        if (!problem.equals(complained)) {
            StandardError.print(
                    "Seeded: " + problem + "; seeded tests fail, all others have the locale and zone of the machine");
            complained = problem;
        }
    }
}
