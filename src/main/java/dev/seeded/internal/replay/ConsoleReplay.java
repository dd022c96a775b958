package dev.seeded.internal.replay;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The command of JUnit's ConsoleLauncher.
 *
 * @param start what starts the launcher and gives it its class path, fit for the shell
 */
record ConsoleReplay(String start) implements Replay {

    private static final String MAIN_CLASS = "org.junit.platform.console.ConsoleLauncher";
    private static final Pattern JAR = Pattern.compile("\\S*junit-platform-console-standalone\\S*\\.jar");
    private static final Pattern CLASS_PATH = Pattern.compile("\\s(?:-cp|--class-path|--classpath)[ =](\\S+)");

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
                start + " execute" + (tests.find() ? " --class-path " + Shell.word(tests.group(1)) : "")));
    }

    @Override
    public String command(TestName test, List<Property> properties) {
        return start + " --select-unique-id " + Shell.quote(test.uniqueId())
                + properties.stream()
                        .map(property -> " --config " + property.assignment())
                        .collect(Collectors.joining());
    }
}
