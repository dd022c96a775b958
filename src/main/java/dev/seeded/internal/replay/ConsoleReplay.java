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
 * @param start what starts the launcher and gives it its class path, fit for the shell
 * @param selectors the arguments of this run but for the class path and the run seed, which select all that it ran
 */
record ConsoleReplay(String start, String selectors) implements Replay {

    private static final String MAIN_CLASS = "org.junit.platform.console.ConsoleLauncher";
    private static final Pattern JAR = Pattern.compile("\\S*junit-platform-console-standalone\\S*\\.jar");
    private static final Pattern CLASS_PATH = Pattern.compile("\\s(?:-cp|--class-path|--classpath)[ =](\\S+)");

    private static final Pattern RUN_SEED = Pattern.compile("\\s--config[ =]seed=\\S*");

    static Optional<Replay> in(Host host) {
        String command = host.property("sun.java.command").orElse("");
        String program = command.split(" ", 2)[0];
        String classPath = Shell.word(host.property("java.class.path").orElse(""));
        String start;
        if (JAR.matcher(program).matches()) {
            start = "java -jar " + classPath;
        } else if (program.equals(MAIN_CLASS)) {
            start = "java -cp " + classPath + " " + MAIN_CLASS;
        } else {
            return Optional.empty();
        }
        Matcher tests = CLASS_PATH.matcher(command);
        return Optional.of(new ConsoleReplay(
                start + " execute" + (tests.find() ? " --class-path " + Shell.word(tests.group(1)) : ""),
                selectors(command.substring(program.length()))));
    }

    private static String selectors(String arguments) {
        String others =
                CLASS_PATH.matcher(RUN_SEED.matcher(arguments).replaceAll("")).replaceAll("");
        return Arrays.stream(others.trim().split("\\s+"))
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
                + properties.stream()
                        .map(property -> " --config " + property.assignment())
                        .collect(Collectors.joining());
    }
}
