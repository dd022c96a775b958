package dev.seeded.internal.execution;

import dev.seeded.internal.config.GivenSurroundings;
import dev.seeded.internal.declared.TestDeclarations;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/**
 * Jupiter's engine, without a launcher and so without listeners but ours. It discovers the tests of a class once, where
 * they can be copied for each run.
 */
public final class Jupiter implements AutoCloseable {

    public static final String ID = "junit-jupiter";

    /** The parameter by which tests know that a run as a whole is ended when it takes too long. */
    public static final String TIMED = "dev.seeded.timed";

    /** The parameter by which tests know that what they count is wanted. */
    public static final String EXPLORED = "dev.seeded.explored";

    /** Its value where the tests of all classes run at once; else those of one class do. */
    public static final String WHOLE = "whole";

    /** Its value where the tests of one class run, and no fresh JVM is to confirm their failures. */
    public static final String REPLAYED = "replayed";

    /** Time for a test that was interrupted to end. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ConfigurationParameters parameters;
    private final Optional<Duration> timeout;
    private final TestEngine engine = engine();
    private final EngineRequests requests = new EngineRequests();
    private final @Nullable ClassLoader usual = Thread.currentThread().getContextClassLoader();
    private Optional<Template> template = Optional.empty();

    /**
     * Opens a session.
     *
     * @param parameters hold in it
     * @param timeout the time after which a run is ended, and what still runs in it has failed
     */
    public Jupiter(ConfigurationParameters parameters, Optional<Duration> timeout) {
        this.parameters = parameters;
        this.timeout = timeout;
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
    public RunResults run(Collection<TestSelection> tests, Map<String, String> settings, Consumer<String> started) {
        return run(List.copyOf(tests), false, timeout, settings, started);
    }

    /**
     * Runs tests once, as a plain run does: each of their methods has the time of its own, and those after it run.
     *
     * @param settings hold in this run, before all others
     * @param started is given the id of each test that starts
     */
    public RunResults runTogether(
            Collection<TestSelection> tests, Map<String, String> settings, Consumer<String> started) {
        return run(List.copyOf(tests), false, Optional.empty(), settings, started);
    }

    /**
     * Runs a test once, and ends it after some time, or before if all runs end sooner.
     *
     * @param settings hold in this run, before all others
     * @param started is given the id of the test when it starts
     */
    public RunResults run(TestSelection test, Duration limit, Map<String, String> settings, Consumer<String> started) {
        Duration time = timeout.filter(sooner -> sooner.compareTo(limit) < 0).orElse(limit);
        return run(List.of(test), false, Optional.of(time), settings, started);
    }

    /**
     * Runs tests once, one after the other. Tests of one class run together, and all else in the order of the list, whatever
     * order the classes ask for. There is no time after which the run is ended.
     *
     * @param settings hold in this run, before all others
     * @param started is given the id of each test that starts
     */
    public RunResults runInOrder(List<TestSelection> tests, Map<String, String> settings, Consumer<String> started) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put(TestDeclarations.PARALLEL, "false");
        return run(tests, true, Optional.empty(), all, started);
    }

    private RunResults run(
            List<TestSelection> tests,
            boolean inOrder,
            Optional<Duration> time,
            Map<String, String> given,
            Consumer<String> started) {
        Map<String, String> settings = new LinkedHashMap<>(given);
        settings.putIfAbsent(EXPLORED, "true");
        time.ifPresent(unused -> settings.put(TIMED, "true"));
        RunResults results =
                new RunResults(tests.stream().map(TestSelection::id).toList(), started);
        // With another class loader, classes of the same names are others.
        boolean once = inOrder || !Objects.equals(Thread.currentThread().getContextClassLoader(), usual);
        Optional<Template> known = once ? Optional.empty() : template.filter(found -> found.serves(tests, settings));
        AtomicReference<@Nullable Template> used = new AtomicReference<>();
        Runnable execution = () -> {
            try {
                Template found = known.orElseGet(() -> new Template(engine, tests, parameters, settings, once));
                used.set(found);
                found.execute(tests, inOrder, settings, requests, results);
            } catch (RuntimeException problem) {
                results.failAll(problem);
            }
        };
        boolean ended = true;
        // Here, as a run that hangs must not set them back in the middle of a later one.
        Optional<GivenSurroundings> surroundings = GivenSurroundings.ofRun(
                name -> Optional.ofNullable(settings.get(name)).or(() -> parameters.get(name)));
        try {
            if (time.isPresent()) {
                ended = run(execution, time.get(), results);
            } else {
                execution.run();
            }
        } finally {
            surroundings.ifPresent(GivenSurroundings::close);
        }
        // What hangs may go on at any time with what it has.
        template = ended
                ? Optional.ofNullable(used.get()).filter(Template::isReusable).or(() -> template)
                : Optional.empty();
        return results;
    }

    /**
     * Runs in a thread of its own, which is left alone if it does not end when it is interrupted.
     *
     * @return whether it has ended
     */
    private static boolean run(Runnable execution, Duration time, RunResults results) {
        FutureTask<Void> task = new FutureTask<>(execution, null);
        Thread thread = new Thread(task, "seeded-run");
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            results.endAll(time);
            thread.interrupt();
            try {
                thread.join(GRACE.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error unrecoverable) {
                throw unrecoverable;
            }
            throw new IllegalStateException(failure.getCause());
        }
        return task.isDone();
    }

    @Override
    public void close() {
        requests.close();
    }

    static LauncherDiscoveryRequestBuilder request(
            List<? extends DiscoverySelector> selectors, ConfigurationParameters parameters) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .parentConfigurationParameters(parameters)
                .enableImplicitConfigurationParameters(false);
    }

    static TestEngine engine() {
        return ServiceLoader.load(TestEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.getId().equals(ID))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no test engine " + ID + " on the class path"));
    }
}
