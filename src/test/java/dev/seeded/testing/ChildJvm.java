package dev.seeded.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs fixtures through the launcher in a JVM of their own, which inherits no setting from this one. */
public final class ChildJvm {

    private static final long PATIENCE_IN_SECONDS = 240;

    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>();
    private int plans = 1;

    /** Adds a system property. */
    public ChildJvm property(String name, String value) {
        options.add("-D" + name + "=" + value);
        return this;
    }

    /** Adds an option of the JVM. */
    public ChildJvm option(String option) {
        options.add(option);
        return this;
    }

    /** Adds an environment variable. */
    public ChildJvm environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Has the fixtures run that often, each time as a plan of its own. */
    public ChildJvm plans(int count) {
        plans = count;
        return this;
    }

    /** Runs all tests of these classes and returns what the JVM did. */
    public Result run(Class<?>... fixtures) {
        List<String> all = new ArrayList<>(List.of("-Dfile.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        all.addAll(options);
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(plans)));
        Stream.of(fixtures).map(Class::getName).forEach(arguments::add);
        ProcessBuilder builder = Jvm.builder(all, ChildJvm.class, arguments);
        builder.environment().keySet().removeIf(name -> name.startsWith("JUNIT_SEED") || name.startsWith("JAVA_"));
        builder.environment().putAll(environment);
        Jvm.Output output = Jvm.run(builder, PATIENCE_IN_SECONDS);
        return new Result(
                output.exit(),
                output.out().lines().toList(),
                output.err().lines().toList());
    }

    /**
     * What a JVM did.
     *
     * @param exitCode the number of its failed tests unless something else ended it
     * @param out for each plan, what the fixtures {@linkplain Fixtures#log logged}
     * @param err the lines that it wrote to standard error
     */
    public record Result(int exitCode, List<String> out, List<String> err) {

        /** Asserts that all tests passed and returns this. */
        public Result succeeded() {
            assertThat(exitCode).as("%s", this).isZero();
            return this;
        }
    }

    public static void main(String[] arguments) {
        long failures = 0;
        try (LauncherSession session = LauncherFactory.openSession()) {
            for (int plan = 0; plan < Integer.parseInt(arguments[0]); plan++) {
                Fixtures.clear();
                SummaryGeneratingListener summary = new SummaryGeneratingListener();
                TestPlan tests = session.getLauncher()
                        .discover(LauncherDiscoveryRequestBuilder.request()
                                .selectors(Arrays.stream(arguments)
                                        .skip(1)
                                        .map(name -> selectClass(name))
                                        .toList())
                                .build());
                session.getLauncher().execute(tests, summary);
                System.out.println(Fixtures.logged());
                failures += summary.getSummary().getTotalFailureCount();
            }
        }
        System.exit(Math.toIntExact(failures));
    }
}
