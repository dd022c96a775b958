package dev.seeded.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.internal.jvm.agent.Agent;
import dev.seeded.testing.AgentJvm;
import dev.seeded.testing.Jvm;
import dev.seeded.testing.Jvm.Output;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** A JVM with the agent that writes an AOT cache does not crash. */
@Tag("jdk")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@EnabledForJreRange(minVersion = 25)
class AotTrainingTests {

    @TempDir
    private Path folder;

    @Test
    void leavesThreadsAloneAndSaysSo() throws IOException {
        Path cache = folder.resolve("tests.aot");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:AOTCacheOutput=" + cache,
                "-javaagent:" + AgentJvm.agent(folder, Agent.class.getName()),
                "-cp",
                jars(),
                Started.class.getName()));

        Output output = Jvm.run(new ProcessBuilder(command), 240);

        assertThat(output.success()).contains("started\n");
        assertThat(output.err())
                .contains("Seeded: warning: on Java " + Runtime.version()
                        + " these hooks don't work and are off: java.lang.Thread (left alone, as this JVM writes an AOT"
                        + " cache and would crash), virtual threads (left alone, ");
        assertThat(cache).isNotEmptyFile();
    }

    /** A cache is only written where no class comes from a folder. */
    private String jars() throws IOException {
        Path jar = folder.resolve("classes.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            add(entries, root(Seeded.class), "dev/seeded/internal");
            add(entries, root(Started.class), "dev/seeded/jvm");
        }
        return Stream.concat(
                        Stream.of(jar.toString()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> entry.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path root(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static void add(JarOutputStream entries, Path root, String part) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(root.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
            }
        }
    }

    private static final class Started {

        public static void main(String... arguments) {
            System.out.println("started");
        }
    }
}
