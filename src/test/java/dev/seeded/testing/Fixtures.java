package dev.seeded.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.config.Claim;
import dev.seeded.internal.note.EarlierTests;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Runs fixtures in an engine that knows no setting but those given here, whatever {@code -Dseed} this JVM has, and keeps
 * what the fixtures {@link #log}.
 */
public final class Fixtures {

    private static final Map<String, List<Object>> LOGGED = new ConcurrentHashMap<>();

    private final Map<String, String> parameters = new TreeMap<>();

    private Fixtures() {}

    /** Returns fixtures with this run seed. */
    public static Fixtures withSeed(Object seed) {
        return withoutSeed().with("seed", seed);
    }

    /** Returns fixtures whose run seed is the environment's or this JVM's. */
    public static Fixtures withoutSeed() {
        return new Fixtures();
    }

    /** Adds a JUnit configuration parameter. */
    public Fixtures with(String parameter, Object value) {
        parameters.put(parameter, value.toString());
        return this;
    }

    /** Lets classes and methods run at the same time, four at most. */
    public Fixtures inParallel() {
        return with("junit.jupiter.execution.parallel.enabled", true)
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", 4);
    }

    /** Runs all tests of these classes. */
    public EngineExecutionResults run(Class<?>... classes) {
        return run(Arrays.stream(classes)
                .map(type -> (DiscoverySelector) selectClass(type))
                .toList());
    }

    /** Runs all tests of these classes, which must be that many, and asserts that nothing fails. */
    public void succeed(int tests, Class<?>... classes) {
        EngineExecutionResults results = run(classes);
        assertThat(failures(results)).isEmpty();
        results.testEvents().assertStatistics(stats -> stats.started(tests).succeeded(tests));
    }

    /** Runs what is selected. */
    public EngineExecutionResults run(List<? extends DiscoverySelector> selectors) {
        return run("junit-jupiter", selectors);
    }

    /** Has all tests of these classes run by the exploring engine. */
    public EngineExecutionResults explore(Class<?>... classes) {
        return explore(
                Arrays.stream(classes).map(DiscoverySelectors::selectClass).toList());
    }

    /** Has what is selected run by the exploring engine. */
    public EngineExecutionResults explore(List<? extends DiscoverySelector> selectors) {
        parameters.putIfAbsent("seed.memory", "target/seeds-of-fixtures");
        return run("seeded", selectors);
    }

    /** Runs what a class annotated with {@code @Suite} selects. */
    public EngineExecutionResults runSuite(Class<?> suite) {
        return run("junit-platform-suite", List.of(selectClass(suite)));
    }

    private EngineExecutionResults run(String engine, List<? extends DiscoverySelector> selectors) {
        clear();
        Map<Object, Object> hidden = hideSystemProperties();
        try {
            // The tests of this JVM are none that ran before, and its plan is not that of the fixtures.
            return JvmState.EARLIER_TESTS
                    .holding(EarlierTests.class)
                    .during(
                            new EarlierTests(),
                            () -> JvmState.PLAN_PARAMETERS
                                    .holding(ConfigurationParameters.class)
                                    .during(
                                            null,
                                            () -> EngineTestKit.engine(engine)
                                                    .configurationParameters(parameters)
                                                    .selectors(selectors.toArray(DiscoverySelector[]::new))
                                                    .execute()));
        } finally {
            System.getProperties().putAll(hidden);
            // No run after this one has tests that are the exploring engine's.
            Claim.release();
        }
    }

    /** A setting of this JVM could be mistaken for the origin of a configuration parameter with the same value. */
    private static Map<Object, Object> hideSystemProperties() {
        Properties properties = System.getProperties();
        Map<Object, Object> hidden = new ConcurrentHashMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.equals("seed") || name.startsWith("seed.")) {
                hidden.put(name, properties.getProperty(name));
                properties.remove(name);
            }
        }
        return hidden;
    }

    /** Forgets what the fixtures of the last run logged; each run does. */
    public static void clear() {
        LOGGED.clear();
    }

    /** Called by fixtures: keeps a value under a name that says where it was drawn. */
    public static void log(String place, Object value) {
        LOGGED.computeIfAbsent(place, unused -> new CopyOnWriteArrayList<>()).add(value);
    }

    /** Returns what the fixtures of the last run logged, by place. */
    public static Map<String, List<Object>> logged() {
        return new TreeMap<>(LOGGED);
    }

    /** Returns what the fixtures of the last run logged at this place. */
    public static List<Object> logged(String place) {
        return LOGGED.getOrDefault(place, List.of());
    }

    /** Returns the one failure among tests and containers. */
    public static Throwable onlyFailure(EngineExecutionResults results) {
        List<Throwable> failures = failures(results);
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    /** Returns the failures of tests and containers, in the order of their report. */
    public static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();
    }

    /** Tells whether this is JUnit 5.13 or newer. */
    public static boolean parameterizedClassesExist() {
        return ReflectionSupport.tryToLoadClass("org.junit.jupiter.params.ParameterizedClass")
                .toOptional()
                .isPresent();
    }
}
