package dev.seeded.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
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
        return new Fixtures().with("seed", seed);
    }

    /** Adds a JUnit configuration parameter. */
    public Fixtures with(String parameter, Object value) {
        parameters.put(parameter, value.toString());
        return this;
    }

    /** Runs all tests of these classes. */
    public EngineExecutionResults run(Class<?>... classes) {
        return run(Arrays.stream(classes)
                .map(type -> (DiscoverySelector) selectClass(type))
                .toList());
    }

    /** Runs what is selected. */
    public EngineExecutionResults run(List<? extends DiscoverySelector> selectors) {
        LOGGED.clear();
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(selectors.toArray(DiscoverySelector[]::new))
                .execute();
    }

    /** Called by fixtures: keeps a value under a name that says where it was drawn. */
    public static void log(String place, Object value) {
        LOGGED.computeIfAbsent(place, unused -> new ArrayList<>()).add(value);
    }

    /** Returns what the fixtures of the last run logged, by place. */
    public static Map<String, List<Object>> logged() {
        return new TreeMap<>(LOGGED);
    }

    /** Returns the one failure among tests and containers. */
    public static Throwable onlyFailure(EngineExecutionResults results) {
        List<Throwable> failures = failures(results);
        if (failures.size() != 1) {
            throw new AssertionError("expected one failure, found " + failures);
        }
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
}
