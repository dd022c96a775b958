package dev.seeded.internal.secondjvm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has a JVM start as another did, for other work. */
final class JvmOptions {

    /** A second JVM would wait for a debugger, take the same port, write into the same file, or lack modules. */
    private static final List<String> LEFT_OUT = List.of(
            "-agentlib:jdwp",
            "-agentpath:",
            "-Xrunjdwp",
            "-Xdebug",
            "-Xlog",
            "-XX:StartFlightRecording",
            "-XX:ArchiveClassesAtExit",
            "-XX:AOTMode",
            "-XX:AOTConfiguration",
            "-XX:AOTCacheOutput",
            // It is started with a class, and would lack modules that its main module does not need.
            "-Djdk.module.main",
            "-Dcom.sun.management.jmxremote");

    private JvmOptions() {}

    /**
     * Returns the lines of an argument file for the {@code java} command.
     *
     * @param options the options of the first JVM
     * @param arguments the main class and its arguments
     */
    static List<String> lines(List<String> options, String classPath, List<String> arguments) {
        List<String> all = new ArrayList<>(options);
        all.removeIf(option -> LEFT_OUT.stream().anyMatch(option::startsWith));
        // Standard error is what is read where it does not start.
        all.add("-XX:+DisplayVMOutputToStderr");
        all.addAll(List.of("-cp", classPath));
        return Stream.concat(all.stream(), arguments.stream())
                .map(JvmOptions::quoted)
                .collect(Collectors.toList());
    }

    private static String quoted(String argument) {
        return '"'
                + argument.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
