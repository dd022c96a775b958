package dev.seeded.internal.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The command of JUnit's ConsoleLauncher.
 *
 * @param start what starts the launcher: the JVM's agents, its class path and the class path of the tests, fit for the
 *     shell
 * @param selectors the arguments by which this run selected its tests, fit for the shell
 * @param parameters JUnit's own configuration parameters, as they were given; others may hold secrets
 */
record ConsoleReplay(String start, String selectors, String parameters) implements Replay {

    private static final String MAIN_CLASS = "org.junit.platform.console.ConsoleLauncher";
    private static final Pattern JAR = Pattern.compile("\\S*junit-platform-console-standalone\\S*\\.jar");
    private static final Pattern CLASS_PATH = Pattern.compile("\\s(?:-cp|--class-path|--classpath)[ =](\\S+)");

    private static final Pattern PARAMETER = Pattern.compile("\\s--config[ =](\\S+)");

    static Optional<Replay> in(Host host) {
        String command = host.property("sun.java.command").orElse("");
        String program = command.split(" ", 2)[0];
        String classPath = Shell.word(host.property("java.class.path").orElse(""));
        String start;
        if (JAR.matcher(program).matches()) {
            start = "java" + host.agents() + " -jar " + classPath;
        } else if (program.equals(MAIN_CLASS)) {
            start = "java" + host.agents() + " -cp " + classPath + " " + MAIN_CLASS;
        } else {
            return Optional.empty();
        }
        Matcher tests = CLASS_PATH.matcher(command);
        return Optional.of(new ConsoleReplay(
                start + " execute" + (tests.find() ? " --class-path " + Shell.word(tests.group(1)) : ""),
                selectors(command.substring(program.length())),
                PARAMETER
                        .matcher(command)
                        .results()
                        .map(parameter -> parameter.group(1))
                        .filter(parameter -> parameter.startsWith("junit."))
                        .map(parameter -> " --config " + Shell.word(parameter))
                        .collect(Collectors.joining())));
    }

    private static String selectors(String arguments) {
        String others =
                CLASS_PATH.matcher(PARAMETER.matcher(arguments).replaceAll("")).replaceAll("");
        return Arrays.stream(others.trim().split("\\s+", -1))
                .filter(word -> !word.isEmpty() && !word.equals("execute"))
                .map(Shell::word)
                .collect(Collectors.joining(" "));
    }

    @Override
    public String command(Target target, List<Property> properties) {
        return start
                + (target.selection() == Selection.RUN
                        ? " " + selectors
                        : " --select-unique-id " + Shell.quote(target.uniqueId()))
                + parameters
                + properties.stream()
                        .map(property -> " --config " + property.assignment())
                        .collect(Collectors.joining());
    }
}
