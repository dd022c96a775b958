package dev.seeded.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs fixtures through the launcher in a JVM of their own, which inherits no setting from this one. */
public final class ChildJvm {

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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(ChildJvm.class.getName());
        command.add(Integer.toString(plans));
        Stream.of(fixtures).map(Class::getName).forEach(command::add);
        try {
            return run(new ProcessBuilder(command));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Result run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile("child", ".out");
        Path err = Files.createTempFile("child", ".err");
        try {
            builder.environment().keySet().removeIf(name -> name.startsWith("JUNIT_SEED") || name.startsWith("JAVA_"));
            builder.environment().putAll(environment);
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("the JVM hangs");
            }
            return new Result(
                    process.exitValue(),
                    Files.readAllLines(out, StandardCharsets.UTF_8),
                    Files.readAllLines(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
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
