package dev.seeded.internal.execution;

import dev.seeded.internal.config.GivenSurroundings;
import dev.seeded.internal.seed.Identity;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Jupiter's engine in a launcher session of its own, which has no listeners but ours. It discovers anew for each run, as
 * no version of it executes its descriptors twice.
 */
public final class Jupiter implements AutoCloseable {

    public static final String ID = "junit-jupiter";

    /** So many methods of a class are selected one by one. */
    private static final int FEW = 5;

    /** Time for a test that was interrupted to end. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ConfigurationParameters parameters;
    private final Optional<Duration> timeout;
    private final LauncherSession session;

    private Jupiter(ConfigurationParameters parameters, Optional<Duration> timeout, LauncherSession session) {
        this.parameters = parameters;
        this.timeout = timeout;
        this.session = session;
    }

    /**
     * Opens a session.
     *
     * @param parameters hold in it
     * @param timeout the time after which a run is ended, and what still runs in it has failed
     */
    public static Jupiter open(ConfigurationParameters parameters, Optional<Duration> timeout) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(engine())
                .build();
        return new Jupiter(parameters, timeout, LauncherFactory.openSession(config));
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
     * @param settings hold in this run, before all others
     * @param started is given the id of each test that starts
     */
    public RunResults run(Collection<SelectedTest> tests, Map<String, String> settings, Consumer<String> started) {
        return run(tests, List.of(only(tests)), timeout, settings, started);
    }

    /**
     * Runs tests once, one after the other. Tests of one class run together, and all else in the order of the list, whatever
     * order the classes ask for. There is no time after which the run is ended.
     *
     * @param settings hold in this run, before all others
     * @param started is given the id of each test that starts
     */
    public RunResults runInOrder(List<SelectedTest> tests, Map<String, String> settings, Consumer<String> started) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("junit.jupiter.execution.parallel.enabled", "false");
        return run(tests, List.of(new InOrder(tests), only(tests)), Optional.empty(), all, started);
    }

    private RunResults run(
            Collection<SelectedTest> tests,
            List<PostDiscoveryFilter> filters,
            Optional<Duration> time,
            Map<String, String> settings,
            Consumer<String> started) {
        RunResults results = new RunResults(tests.stream().map(SelectedTest::id).toList(), started);
        Runnable execution = () -> {
            Optional<GivenSurroundings> surroundings = GivenSurroundings.ofRun(
                    name -> Optional.ofNullable(settings.get(name)).or(() -> parameters.get(name)));
            try {
                session.getLauncher()
                        .execute(
                                request(selectors(tests), parameters)
                                        .filters(filters.toArray(PostDiscoveryFilter[]::new))
                                        .configurationParameters(settings)
                                        .build(),
                                results);
            } catch (RuntimeException problem) {
                results.failAll(problem);
            } finally {
                surroundings.ifPresent(GivenSurroundings::close);
            }
        };
        time.ifPresentOrElse(limit -> run(execution, limit, results), execution);
        return results;
    }

    /** Jupiter looks through a whole class for each id of a method: many methods are found with their class. */
    private static List<DiscoverySelector> selectors(Collection<SelectedTest> tests) {
        Map<String, List<SelectedTest>> byParent = tests.stream()
                .collect(Collectors.groupingBy(SelectedTest::parent, LinkedHashMap::new, Collectors.toList()));
        return byParent.entrySet().stream()
                .flatMap(entry -> entry.getValue().size() > FEW
                                && entry.getValue().stream()
                                        .allMatch(test -> test.invocations().isEmpty())
                        ? Stream.of(entry.getKey())
                        : entry.getValue().stream().flatMap(test -> test.ids().stream()))
                .<DiscoverySelector>map(DiscoverySelectors::selectUniqueId)
                .toList();
    }

    /** Leaves out other methods of a class, unless the class itself is selected. */
    private static PostDiscoveryFilter only(Collection<SelectedTest> tests) {
        Set<String> ids = tests.stream().map(SelectedTest::id).collect(Collectors.toSet());
        return found -> FilterResult.includedIf(!(found.getSource().orElse(null) instanceof MethodSource)
                || isWithin(ids, Identity.declared(found.getUniqueId().toString())));
    }

    private static boolean isWithin(Set<String> ids, String id) {
        for (int end = id.length(); end > 0; end = id.lastIndexOf("/[", end - 1)) {
            if (ids.contains(id.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** Runs in a thread of its own, which is left alone if it does not end when it is interrupted. */
    private static void run(Runnable execution, Duration time, RunResults results) {
        Thread thread = new Thread(execution, "seeded-run");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(time.toMillis());
            if (thread.isAlive()) {
                results.endAll(time);
                thread.interrupt();
                thread.join(GRACE.toMillis());
            }
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
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
