package dev.seeded.internal.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The process of a Maven invocation, which starts the JVMs of its tests.
 *
 * <p>Its number, its start and its machine tell it from every other: no two processes have one number on one machine at
 * one time. On Linux the start counts from the boot of the machine, whose random id is part of the identity, and so is the
 * host name, as containers share a boot. Elsewhere the start is the instant that the operating system keeps.
 *
 * @param identity what tells this invocation from every other
 */
record MavenProcess(String identity) {

    /** Set in each JVM that Surefire or Failsafe starts. */
    private static final String TESTS_OF_MAVEN = "surefire.test.class.path";

    /** The main class of Maven, and of its older versions; a daemon, which outlives its builds, has another. */
    private static final String LAUNCHER = "classworlds.launcher.Launcher";

    private static final String OLDER_LAUNCHER = "org.codehaus.classworlds.Launcher";
    private static final Path PROC = Path.of("/proc");

    /** Between a test's JVM and Maven lies a shell at most; more are allowed for wrappers. */
    private static final int GENERATIONS = 6;

    /** The start of a process among the fields that follow its name in {@code /proc/…/stat}: see proc(5). */
    private static final int START = 19;

    /** Returns the process that started this JVM, or is it; empty where Maven did not start it. */
    static Optional<MavenProcess> aroundThisJvm() {
        return process().flatMap(MavenProcess::of);
    }

    /** Returns the folder in which Maven was started; empty where it did not start this JVM, or /proc does not say. */
    static Optional<Path> folder() {
        return process().flatMap(process -> {
            try {
                return Optional.of(Files.readSymbolicLink(PROC.resolve(process.pid() + "/cwd")));
            } catch (IOException | UnsupportedOperationException notHere) {
                return Optional.empty();
            }
        });
    }

    private static Optional<ProcessHandle> process() {
        if (!startedThisJvm()) {
            return Optional.empty();
        }
        return Stream.iterate(
                        Optional.of(ProcessHandle.current()),
                        Optional::isPresent,
                        process -> process.flatMap(ProcessHandle::parent))
                .limit(GENERATIONS)
                .flatMap(Optional::stream)
                .filter(MavenProcess::isMaven)
                .findFirst();
    }

    /** Returns whether Surefire or Failsafe started this JVM. */
    static boolean startedThisJvm() {
        return System.getProperty(TESTS_OF_MAVEN) != null;
    }

    private static boolean isMaven(ProcessHandle process) {
        String command = read(PROC.resolve(process.pid() + "/cmdline"))
                .or(() -> process.info().commandLine())
                .orElse("");
        return command.contains(LAUNCHER) || command.contains(OLDER_LAUNCHER);
    }

    private static Optional<MavenProcess> of(ProcessHandle process) {
        return read(PROC.resolve(process.pid() + "/stat"))
                .flatMap(MavenProcess::start)
                .or(() -> process.info().startInstant().map(Object::toString))
                .map(start -> new MavenProcess(String.join(
                        " ",
                        Long.toString(process.pid()),
                        start,
                        read(PROC.resolve("sys/kernel/random/boot_id")).orElse(""),
                        read(PROC.resolve("sys/kernel/hostname")).orElse(variable("COMPUTERNAME")),
                        variable("HOSTNAME"))));
    }

    /** The name of a process, which may have blanks and parentheses in it, ends with the last parenthesis. */
    static Optional<String> start(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", -1);
        return fields.length > START ? Optional.of(fields[START]) : Optional.empty();
    }

    private static String variable(String name) {
        @Nullable String value = System.getenv(name);
        return value == null ? "" : value;
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).trim());
        } catch (IOException notHere) {
            return Optional.empty();
        }
    }
}
