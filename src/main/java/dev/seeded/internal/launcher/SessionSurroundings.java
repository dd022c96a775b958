package dev.seeded.internal.launcher;

import dev.seeded.internal.UserError;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.config.GivenSurroundings;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.config.Validated;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.MissingAgent;
import dev.seeded.internal.note.Announcement;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;

/**
 * Gives this JVM the locale and time zone of each run of a session: before any engine looks for test classes, and again
 * before they run, as a tool may have looked for others meanwhile.
 */
final class SessionSurroundings {

    /** Set in Maven's own JVM, where Surefire looks for tests if each fork runs one class. Those forks have the agent. */
    private static final String OF_MAVEN = "maven.home";

    private Optional<GivenSurroundings> given = Optional.empty();

    /** @throws JUnitException if a setting is wrong or excludes another, or the agent is missing that it needs: nothing runs then */
    void discover(LauncherDiscoveryRequest request) {
        demandFit(Settings.ofThisJvm(request.getConfigurationParameters()::get));
        if (System.getProperty(OF_MAVEN) == null) {
            demandAgent(request.getConfigurationParameters());
        }
        give(request.getConfigurationParameters());
    }

    void begin(TestPlan plan) {
        Optional<Run> run = give(plan.getConfigurationParameters());
        Settings settings = Settings.ofThisJvm(plan.getConfigurationParameters()::get);
        settings.withoutEffect().forEach(sentence -> StandardError.print("Seeded: " + sentence));
        if (Exploration.wanted(settings).isEmpty()) {
            // Perhaps no test is seeded otherwise, and announces the run.
            run.ifPresent(Announcement::makeOnce);
        }
    }

    /**
     * Returns the run, if it is given anything.
     *
     * @throws JUnitException if a setting is wrong: no test may run with another locale or zone than its user wants
     */
    private synchronized Optional<Run> give(ConfigurationParameters parameters) {
        if (!GivenSurroundings.areWanted(Settings.ofThisJvm(parameters::get))) {
            setBack();
            return Optional.empty();
        }
        Validated<Run> run = Run.ofThisJvm(parameters::get);
        run.problem().ifPresent(problem -> {
            setBack();
            throw new JUnitException(problem);
        });
        run.value().ifPresent(found -> {
            if (given.filter(before -> before.areOf(found)).isEmpty()) {
                setBack();
                given = Optional.of(GivenSurroundings.of(found));
            }
        });
        return run.value();
    }

    /** Perhaps no test is seeded that would fail for it. */
    private static void demandFit(Settings settings) {
        try {
            settings.demandThatTheyFit();
        } catch (UserError mistake) {
            throw new JUnitException(mistake.getMessage(), mistake);
        }
    }

    private static void demandAgent(ConfigurationParameters parameters) {
        Optional<Run> run = Run.ofThisJvm(parameters::get).value();
        if (!JvmSeeding.isAgentPresent()
                && run.filter(found -> found.global().seedsOrdersOrClock()).isPresent()) {
            String settings = Stream.of(Setting.UNORDERED, Setting.CLOCK)
                    .flatMap(name -> Settings.ofThisJvm(parameters::get).find(name).stream())
                    .map(GivenSetting::asTyped)
                    .collect(Collectors.joining(" and "));
            throw new JUnitException(MissingAgent.message(settings));
        }
    }

    /** Sets back what the machine has. */
    synchronized void setBack() {
        given.ifPresent(GivenSurroundings::close);
        given = Optional.empty();
    }
}
