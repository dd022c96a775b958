package dev.seeded.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts JVMs of the same version, with this JVM's class path. */
public final class Jvm {

    private Jvm() {}

    /** Returns what starts a JVM with these options, to run this class with these arguments. */
    public static ProcessBuilder builder(List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // These live for a second or two.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** Runs a JVM to its end and returns what it left. */
    public static Output run(ProcessBuilder builder, long patienceInSeconds) {
        try {
            Path out = Files.createTempFile("jvm", ".out");
            Path err = Files.createTempFile("jvm", ".err");
            try {
                Process process = builder.redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                try {
                    if (!process.waitFor(patienceInSeconds, TimeUnit.SECONDS)) {
                        throw new AssertionError("no end after " + patienceInSeconds + " s: " + Files.readString(out)
                                + Files.readString(err));
                    }
                } finally {
                    process.destroyForcibly();
                }
                return new Output(
                        process.exitValue(),
                        Files.readString(out, StandardCharsets.UTF_8),
                        Files.readString(err, StandardCharsets.UTF_8));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
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
