package dev.seeded.benchmark;

import dev.seeded.Seeded;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A JVM that waits for orders to run a suite. */
final class Worker implements AutoCloseable {

    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    private Worker(Process process) {
        this.process = process;
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a JVM with this build of Seeded's jar. */
    static Worker start(Suite suite, Path jar) throws IOException {
        return start(suite, jar, List.of());
    }

    /** Starts a JVM with this build of Seeded's jar, as its agent too. */
    static Worker startWithAgent(Suite suite, Path jar) throws IOException {
        return start(suite, jar, List.of("-javaagent:" + jar));
    }

    private static Worker start(Suite suite, Path jar, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        // A test method runs once in a build; here, Java 17 would generate a class for each after fifteen rounds.
        command.add("-Dsun.reflect.inflationThreshold=" + Integer.MAX_VALUE);
        command.addAll(List.of("-Xmx2g", "-XX:+UseSerialGC", "-cp", classPath(jar), SuiteWorker.class.getName()));
        command.addAll(
                List.of(suite.folder().toString(), Long.toString(suite.tests()), Integer.toString(suite.classes())));
        return new Worker(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static String classPath(Path jar) {
        Path own = ownJar();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).equals(own) ? jar.toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns the jar that this JVM has on its class path. */
    static Path ownJar() {
        try {
            return Path.of(Seeded.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Sample run(Variant variant) {
        orders.println(variant);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the JVM that runs " + variant + " has ended");
            }
            return Sample.parse(answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the JVM. */
    @Override
    public void close() {
        orders.close();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
