package dev.seeded.internal.explore;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Jupiter's engine in a launcher session of its own, in which nobody listens but us. It discovers anew for each run, as
 * no version of it executes its descriptors twice.
 */
final class Jupiter implements AutoCloseable {

    static final String ID = "junit-jupiter";

    private final ConfigurationParameters parameters;
    private final LauncherSession session;

    private Jupiter(ConfigurationParameters parameters, LauncherSession session) {
        this.parameters = parameters;
        this.session = session;
    }

    /** Opens a session in which these parameters hold. */
    static Jupiter open(ConfigurationParameters parameters) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(engine())
                .build();
        return new Jupiter(parameters, LauncherFactory.openSession(config));
    }

    /** Finds what is selected. */
    TestPlan discover(Selection selection) {
        return session.getLauncher()
                .discover(request(selection.selectors())
                        .filters(selection.filters().toArray(Filter[]::new))
                        .build());
    }

    /** Runs what is selected, once, with these settings. */
    void run(
            List<? extends DiscoverySelector> selectors, Map<String, String> settings, TestExecutionListener listener) {
        session.getLauncher()
                .execute(request(selectors).configurationParameters(settings).build(), listener);
    }

    @Override
    public void close() {
        session.close();
    }

    private LauncherDiscoveryRequestBuilder request(List<? extends DiscoverySelector> selectors) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .parentConfigurationParameters(parameters)
                .enableImplicitConfigurationParameters(false);
    }

    private static TestEngine engine() {
        return ServiceLoader.load(TestEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.getId().equals(ID))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no test engine " + ID + " on the class path"));
    }
}
