package dev.seeded.testing;

import dev.seeded.internal.agent.Agent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Runs a main class in a JVM of its own, with this JVM's class path, and with the agent unless it is left out. */
public final class AgentJvm {

    private static final long PATIENCE_IN_SECONDS = 240;

    private final List<String> options = new ArrayList<>();
    private boolean withAgent = true;
    private String premain = Agent.class.getName();
    private String agentOptions = "";

    /** Creates a JVM with the agent. */
    public AgentJvm() {}

    /** Leaves the agent out. */
    public AgentJvm withoutAgent() {
        withAgent = false;
        return this;
    }

    /** Takes another agent, with its options. */
    public AgentJvm withAgent(Class<?> agent, String options) {
        premain = agent.getName();
        agentOptions = "=" + options;
        return this;
    }

    /** Adds a JVM option. */
    public AgentJvm with(String option) {
        options.add(option);
        return this;
    }

    /** Runs the class and returns what it and the JVM wrote. */
    public Output run(Class<?> main, String... arguments) {
        try {
            Path folder = Files.createTempDirectory("agent");
            Path out = folder.resolve("out");
            Path err = folder.resolve("err");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            if (withAgent) {
                command.add("-javaagent:" + agent(folder, premain) + agentOptions);
            }
            command.addAll(options);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "no end after " + PATIENCE_IN_SECONDS + " s: " + Files.readString(out) + Files.readString(err));
            }
            return new Output(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Makes the agent's jar, with nothing but the manifest: the classes are on the class path. */
    public static Path agent(Path folder, String premain) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", premain);
        attributes.putValue("Can-Retransform-Classes", "true");
        Path jar = folder.resolve("agent.jar");
        try (OutputStream stream = Files.newOutputStream(jar)) {
            new JarOutputStream(stream, manifest).close();
        }
        return jar;
    }

    /**
     * What a JVM left.
     *
     * @param exit its exit code
     * @param out its standard output
     * @param err its standard error
     */
    public record Output(int exit, String out, String err) {

        /** Returns the standard output of a JVM that ended well. */
        public String success() {
            if (exit != 0) {
                throw new AssertionError("exit code " + exit + "\n" + out + err);
            }
            return out;
        }
    }
}
