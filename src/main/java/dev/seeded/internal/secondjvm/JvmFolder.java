package dev.seeded.internal.secondjvm;

import dev.seeded.internal.jvm.agent.Agent;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The folder of temporary files that a second JVM is started with. Whichever of the two JVMs ends last removes it. */
record JvmFolder(Path path) {

    /**
     * Makes a folder.
     *
     * @throws IOException if there can be none; the message says where, and why
     */
    static JvmFolder make() throws IOException {
        try {
            JvmFolder folder = new JvmFolder(Files.createTempDirectory("seeded"));
            // However this JVM ends. What is registered last is deleted first.
            folder.path.toFile().deleteOnExit();
            folder.files().forEach(file -> file.toFile().deleteOnExit());
            return folder;
        } catch (IOException problem) {
            throw new IOException(
                    "no folder for temporary files can be made in java.io.tmpdir, "
                            + System.getProperty("java.io.tmpdir") + ": " + problem,
                    problem);
        }
    }

    /** Writes the arguments of the {@code java} command. */
    Path write(List<String> arguments) throws IOException {
        return Files.write(arguments(), arguments, Charset.forName(System.getProperty("native.encoding", "UTF-8")));
    }

    /** Returns the file of the arguments, which may hold what is secret. */
    Path arguments() {
        return path.resolve("arguments");
    }

    /** Returns the file that the second JVM writes its errors to. */
    Path errors() {
        return path.resolve("errors");
    }

    /** Makes the jar by which the JVM starts the agent. It has no classes: those are on the class path, wherever they are. */
    Path agent() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", Agent.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(jar()), manifest)) {
            jar.finish();
        }
        return jar();
    }

    private Path jar() {
        return path.resolve("agent.jar");
    }

    private List<Path> files() {
        return List.of(arguments(), errors(), jar());
    }

    /** Removes the folder, as far as no other JVM uses it. */
    void remove() {
        try {
            for (Path file : files()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            // For as long as one of the two JVMs lives.
        }
    }
}
