package dev.seeded.internal.replay;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ant's command. Settings go through the environment, which reaches tests in Ant's own JVM and in one that it forks. How to
 * select a test only the build file knows, so the command runs all that was run.
 *
 * @param command what starts Ant, fit for the shell
 */
record AntReplay(String command) implements Replay {

    private static final String LAUNCHER = "org.apache.tools.ant.launch.Launcher ";
    private static final String FORK = "org.apache.tools.ant.taskdefs.optional.junitlauncher.StandaloneLauncher ";

    static boolean runs(Host host) {
        return host.property("sun.java.command")
                .filter(command -> command.startsWith(LAUNCHER) || command.startsWith(FORK))
                .isPresent();
    }

    static Optional<Replay> in(Host host) {
        return runs(host)
                ? host.property("sun.java.command")
                        .map(command -> command.startsWith(FORK)
                                ? ofBuild(command.substring(FORK.length()))
                                : ofArguments(command.substring(LAUNCHER.length())))
                        .map(words -> new AntReplay(words.map(Shell::word).collect(Collectors.joining(" "))))
                : Optional.empty();
    }

    /** What the user typed: without the class path, which Ant's script adds, and properties, which may hold secrets. */
    private static Stream<String> ofArguments(String arguments) {
        return Stream.concat(
                Stream.of("ant"),
                Arrays.stream(arguments.replaceFirst("^-cp \\S* ?", "").split(" ", -1))
                        .filter(word -> !word.isEmpty() && !word.startsWith("-D")));
    }

    /** What the properties of the build tell, which Ant hands to the JVM that it forks, in a file. */
    private static Stream<String> ofBuild(String arguments) {
        Properties build = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of(arguments.replaceFirst("^--properties ", "").replaceFirst(" --launch-definition .*", "")))) {
            build.load(file);
            Path start = Path.of(build.getProperty("user.dir"));
            String buildFile =
                    start.relativize(Path.of(build.getProperty("ant.file"))).toString();
            return Stream.of(
                            Stream.of("ant"),
                            buildFile.equals("build.xml") ? Stream.<String>empty() : Stream.of("-f", buildFile),
                            Arrays.stream(build.getProperty("ant.project.invoked-targets")
                                    .split(",", -1)))
                    .flatMap(words -> words);
        } catch (IOException | RuntimeException unreadable) {
            return Stream.of("ant");
        }
    }

    @Override
    public Way way() {
        return Way.VARIABLES;
    }

    @Override
    public boolean selects(Selection selection) {
        return selection == Selection.RUN;
    }

    @Override
    public String command(Target target, List<Property> properties) {
        return Replay.variables(properties) + command;
    }
}
