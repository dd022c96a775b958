package dev.seeded.testing;

import dev.seeded.internal.jvm.agent.Agent;
import dev.seeded.testing.Jvm.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Runs a main class in a JVM of its own, with this JVM's class path, and with the agent unless it is left out. */
public final class AgentJvm {

    private static final long PATIENCE_IN_SECONDS = 240;
    private static final String JAR = "agent.jar";

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
            try {
                List<String> all = new ArrayList<>(options);
                if (withAgent) {
                    all.add(0, "-javaagent:" + agent(folder, premain) + agentOptions);
                }
                return Jvm.run(Jvm.builder(all, main, List.of(arguments)), PATIENCE_IN_SECONDS);
            } finally {
                Files.deleteIfExists(folder.resolve(JAR));
                Files.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes the agent's jar, with nothing but the manifest: the classes are on the class path. */
    public static Path agent(Path folder, String premain) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", premain);
        attributes.putValue("Can-Retransform-Classes", "true");
        Path jar = folder.resolve(JAR);
        try (OutputStream stream = Files.newOutputStream(jar)) {
            new JarOutputStream(stream, manifest).close();
        }
        return jar;
    }
}
