package dev.seeded.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs tests in a JVM that looks as the one in which Gradle runs those of a task: with its options, its working directory,
 * its thread, and {@code System.err} redirected. The number of the worker is no option: Gradle sets it when the JVM runs.
 */
public final class GradleWorker implements TestExecutionListener {

    private static final long PATIENCE_IN_SECONDS = 240;

    /** How versions of Gradle use the launcher. */
    public enum Style {
        /** From 8 on: a session for the worker, which runs all classes at once. */
        SESSION,
        /** Up to 7: a launcher without a session of its own. */
        LAUNCHER,
        /** A session in which each class is a plan. */
        CLASS_BY_CLASS
    }

    private GradleWorker() {}

    /**
     * Runs all tests of these classes.
     *
     * @param project the folder of the project, in which Gradle's has its {@code build}
     * @param task the name of the task
     * @param environment what the shell gave to Gradle
     */
    public static Jvm.Output run(
            Path project, String task, Style style, Map<String, String> environment, Class<?>... classes) {
        List<String> options = List.of(
                "-Dorg.gradle.internal.worker.tmpdir=" + project.resolve("build/tmp/" + task + "/work"),
                "-Dorg.gradle.native=false",
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-Duser.country",
                "-Duser.language=en",
                "-Duser.variant",
                "-ea");
        List<String> arguments = new ArrayList<>(List.of(style.name()));
        Stream.of(classes).map(Class::getName).forEach(arguments::add);
        ProcessBuilder builder = Jvm.builder(options, GradleWorker.class, arguments);
        builder.directory(project.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("JUNIT_SEED") || name.startsWith("JAVA_"));
        builder.environment().putAll(environment);
        return Jvm.run(builder, PATIENCE_IN_SECONDS);
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("org.gradle.test.worker", "1");
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        Thread thread = new Thread(() -> run(arguments), "Test worker");
        thread.start();
        thread.join();
    }

    private static void run(String[] arguments) {
        List<Class<?>> classes = new ArrayList<>();
        Arrays.stream(arguments).skip(1).forEach(name -> classes.add(load(name)));
        switch (Style.valueOf(arguments[0])) {
            case LAUNCHER -> execute(LauncherFactory.create(), classes);
            case SESSION -> {
                try (LauncherSession session = LauncherFactory.openSession()) {
                    execute(session.getLauncher(), classes);
                }
            }
            case CLASS_BY_CLASS -> {
                try (LauncherSession session = LauncherFactory.openSession()) {
                    classes.forEach(type -> execute(session.getLauncher(), List.of(type)));
                }
            }
        }
    }

    private static void execute(Launcher launcher, List<Class<?>> classes) {
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(
                                classes.stream().map(type -> selectClass(type)).toList())
                        .build(),
                new GradleWorker());
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException(missing);
        }
    }

    /** Gradle's reports show the stack trace, with what it suppresses. */
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        result.getThrowable().ifPresent(failure -> failure.printStackTrace(System.out));
    }
}
