package dev.seeded.internal.execution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.SelectorResolutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.LauncherDiscoveryListener;

/**
 * What is wrong with tests that were found, which JUnit tells from 5.13 on, or were not: all tests fail for what is
 * critical.
 */
final class DiscoveryIssues implements LauncherDiscoveryListener {

    private static final List<String> SEVERITIES = List.of("INFO", "WARNING", "ERROR");

    private final Collection<DiscoverySelector> selectors;
    private final int critical;
    private final List<String> messages = new ArrayList<>();

    /** @param selectors what is asked for; Jupiter looks for more itself, in vain where an inner class has no tests */
    DiscoveryIssues(Collection<DiscoverySelector> selectors, ConfigurationParameters parameters) {
        this.selectors = selectors;
        int severity = parameters
                .get("junit.platform.discovery.issue.severity.critical")
                .map(name -> SEVERITIES.indexOf(name.trim().toUpperCase(Locale.ROOT)))
                .orElse(-1);
        this.critical = severity < 0 ? SEVERITIES.indexOf("ERROR") : severity;
    }

    @Override
    public void issueEncountered(UniqueId engine, DiscoveryIssue issue) {
        if (SEVERITIES.indexOf(issue.severity().name()) >= critical) {
            messages.add(issue.message());
        }
    }

    @Override
    public void selectorProcessed(UniqueId engine, DiscoverySelector selector, SelectorResolutionResult result) {
        if (result.getStatus() != SelectorResolutionResult.Status.RESOLVED && selectors.contains(selector)) {
            messages.add(selector + " was not found"
                    + result.getThrowable().map(cause -> ": " + cause).orElse(""));
        }
    }

    /** Returns why no test can be run, if that is so. */
    Optional<JUnitException> critical() {
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(new JUnitException("JUnit could not discover the test:\n" + String.join("\n", messages)));
    }
}
