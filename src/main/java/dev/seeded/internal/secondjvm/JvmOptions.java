package dev.seeded.internal.secondjvm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");
    private static final Pattern COMPILER =
            Pattern.compile("-Xint|-Xcomp|-Xmixed|-XX:([-+]TieredCompilation|TieredStopAtLevel=.*|CompilationMode=.*)");

    private JvmOptions() {}

    /**
     * Returns options for a JVM that shares the processors with others like it. What the user has chosen stays.
     *
     * @param given the options of the first JVM
     * @param endsSoon whether it is not worth it to compile the same code again for the last bit of speed, in each JVM: that
     *     takes 4 of the 8 s of processor time of 13,000 runs that do nothing (JDK 17)
     */
    static List<String> sideBySide(List<String> given, boolean endsSoon) {
        List<String> more = new ArrayList<>(List.of("-XX:+IgnoreUnrecognizedVMOptions"));
        if (given.stream().noneMatch(COLLECTOR.asMatchPredicate())) {
            // The others would have several threads each.
            more.add("-XX:+UseSerialGC");
        }
        if (endsSoon && given.stream().noneMatch(COMPILER.asMatchPredicate())) {
            more.add("-XX:TieredStopAtLevel=1");
        }
        return more;
    }

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
