package dev.seeded.internal.launcher;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.bisect.Bisector;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.config.Validated;
import dev.seeded.internal.console.StandardError;
import java.time.Duration;
import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Shows the tests of a session to what looks for those that others need before them, if that is wanted. */
final class BisectTracker {

    private volatile Optional<Bisector> bisector = Optional.empty();

    void begin(TestPlan plan) {
        ConfigurationParameters parameters = plan.getConfigurationParameters();
        Settings settings = Settings.ofThisJvm(parameters::get);
        Validated<Optional<Duration>> wanted = Validated.of(() -> Exploration.bisecting(settings));
        if (wanted.value().isEmpty()) {
            // A listener can let no test fail, and a suite may have no test of ours.
            StandardError.print("Seeded: error: " + wanted.problem().orElse(""));
        }
        // Where tests are explored, those that are say that both exclude each other.
        bisector = wanted.value()
                .flatMap(time -> time)
                .filter(time -> Exploration.wanted(settings).isEmpty())
                .map(time -> JvmState.BISECTOR.holding(Bisector.class).orMake(() -> Bisector.of(time, parameters)));
    }

    void started(TestIdentifier test) {
        bisector.ifPresent(found -> found.started(test));
    }

    void finished(TestIdentifier test, TestExecutionResult result) {
        bisector.ifPresent(found -> found.finished(test, result));
    }

    void end() {
        bisector.ifPresent(Bisector::end);
    }
}
