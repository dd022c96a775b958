package dev.seeded.docs;

import dev.seeded.demo.Demo;
import dev.seeded.internal.jvm.agent.Agent;
import dev.seeded.testing.AgentJvm;
import dev.seeded.testing.Jvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The project of a document's reader, who types the commands one after the other. */
final class Project {

    static final String JSHELL_PROMPT = "jshell>";

    private static final Path DEMO = Path.of("src/test/java/dev/seeded/demo");
    private static final String ARG_LINE = "-DargLine=";
    private static final String AGENT = "-javaagent:target/seeded-0.1.0-SNAPSHOT.jar";
    private static final long PATIENCE_IN_SECONDS = 120;

    private final Path folder;

    /** Where the classes are that the reader has changed. */
    private final Path changed;

    Project(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        changed = Files.createDirectories(folder.resolve("target/changed"));
    }

    /** Runs tests and returns what their JVM prints. */
    List<String> run(Command command) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                // What Surefire sets.
                "-Dbasedir=" + folder,
                "-Dsurefire.test.class.path=target/test-classes"));
        options.addAll(command.options());
        if (!options.remove(ARG_LINE + AGENT)) {
            return lines(run(options, TestRun.class, command.tests()).err());
        }
        Files.move(
                AgentJvm.agent(folder, Agent.class.getName()),
                folder.resolve(AGENT.substring(AGENT.indexOf(':') + 1)),
                StandardCopyOption.REPLACE_EXISTING);
        options.add(AGENT);
        return lines(run(options, TestRun.class, command.tests(), Map.of("MAVEN_CMD_LINE_ARGS", ARG_LINE + AGENT))
                .err());
    }

    /** Runs the demo and returns what it prints. */
    List<String> demo() {
        return lines(run(List.of(), Demo.class, List.of()).success().replaceAll("(?m)^ {4}", ""));
    }

    private Jvm.Output run(List<String> options, Class<?> main, List<String> arguments) {
        return run(options, main, arguments, Map.of());
    }

    private Jvm.Output run(
            List<String> options, Class<?> main, List<String> arguments, Map<String, String> environment) {
        ProcessBuilder builder = Jvm.builder(options, main, arguments);
        List<String> words = builder.command();
        words.set(words.indexOf("-cp") + 1, classPath());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(folder.toFile());
        return Jvm.run(builder, PATIENCE_IN_SECONDS);
    }

    /** Types what the session shows after each prompt, and returns the session. */
    List<String> jshell(List<String> session) throws IOException {
        List<String> typed =
                session.stream().filter(line -> line.startsWith(JSHELL_PROMPT)).toList();
        Path input = folder.resolve("input");
        Files.write(
                input,
                typed.stream()
                        .map(line -> line.substring(JSHELL_PROMPT.length()).strip())
                        .toList());
        String[] answers = Jvm.run(
                        new ProcessBuilder(
                                        Path.of(System.getProperty("java.home"), "bin", "jshell")
                                                .toString(),
                                        "--class-path",
                                        classPath())
                                .redirectInput(input.toFile()),
                        PATIENCE_IN_SECONDS)
                .success()
                // Meant for a terminal.
                .replaceAll("[\\p{Cntrl}&&[^\n]]", "")
                .split(Pattern.quote(JSHELL_PROMPT));
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < typed.size(); at++) {
            lines.add(typed.get(at));
            lines.addAll(lines(answers[at + 1].strip()));
        }
        return lines;
    }

    /** Replaces lines of the demo. */
    void apply(List<String> diff) throws IOException {
        List<String> removed = changedLines(diff, "-");
        List<String> added = changedLines(diff, "+");
        try (Stream<Path> sources = Files.list(DEMO)) {
            for (Path source : sources.toList()) {
                List<String> lines = Files.readAllLines(source);
                List<String> after = lines.stream()
                        .map(line -> removed.contains(line.strip()) ? added.get(removed.indexOf(line.strip())) : line)
                        .toList();
                if (!after.equals(lines)) {
                    compile(Files.write(folder.resolve(source.getFileName()), after));
                    return;
                }
            }
        }
        throw new IllegalArgumentException("no class of the demo has the lines " + removed);
    }

    private static List<String> changedLines(List<String> diff, String sign) {
        return diff.stream()
                .filter(line -> line.startsWith(sign))
                .map(line -> line.substring(1).strip())
                .toList();
    }

    private void compile(Path source) {
        int errors = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classPath(), "-d", changed.toString(), source.toString());
        if (errors != 0) {
            throw new IllegalArgumentException(source + " does not compile");
        }
    }

    private String classPath() {
        return changed + File.pathSeparator + System.getProperty("java.class.path");
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
