package dev.seeded.internal.execution;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Jupiter's engine in a launcher session of its own, which has no listeners but ours. It discovers anew for each run, as
 * no version of it executes its descriptors twice.
 */
public final class Jupiter implements AutoCloseable {

    public static final String ID = "junit-jupiter";

    private final ConfigurationParameters parameters;
    private final LauncherSession session;

    private Jupiter(ConfigurationParameters parameters, LauncherSession session) {
        this.parameters = parameters;
        this.session = session;
    }

    /** Opens a session in which these parameters hold. */
    public static Jupiter open(ConfigurationParameters parameters) {
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

    /** Finds what is selected. A plan would not show the tests of a class that is invoked several times. */
    public static TestDescriptor discover(
            List<? extends DiscoverySelector> selectors,
            List<? extends Filter<?>> filters,
            ConfigurationParameters parameters) {
        return engine().discover(
                        request(selectors, parameters)
                                .filters(filters.toArray(Filter[]::new))
                                .build(),
                        UniqueId.forEngine(ID));
    }

    /**
     * Runs tests once.
     *
     * @param tests their unique ids
     * @param settings hold in this run, before all others
     * @param started is given the id of each test that starts
     */
    public RunResults run(Collection<String> tests, Map<String, String> settings, Consumer<String> started) {
        RunResults results = new RunResults(tests, started);
        List<DiscoverySelector> selectors = tests.stream()
                .<DiscoverySelector>map(DiscoverySelectors::selectUniqueId)
                .toList();
        try {
            session.getLauncher()
                    .execute(
                            request(selectors, parameters)
                                    .configurationParameters(settings)
                                    .build(),
                            results);
        } catch (RuntimeException problem) {
            results.failAll(problem);
        }
        return results;
    }

    @Override
    public void close() {
        session.close();
    }

    private static LauncherDiscoveryRequestBuilder request(
            List<? extends DiscoverySelector> selectors, ConfigurationParameters parameters) {
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
