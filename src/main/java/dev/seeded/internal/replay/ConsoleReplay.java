package dev.seeded.internal.replay;

import java.io.IOException;
import java.io.Reader;
import java.io.StreamTokenizer;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.UniqueId;

/**
 * The command of JUnit's ConsoleLauncher.
 *
 * @param start what starts the launcher: the JVM's options that decide, its class path and the class path of the tests, fit for the
 *     shell
 * @param selectors the arguments by which this run selected its tests, fit for the shell
 * @param filters the options that leave out tests of a class, fit for the shell
 * @param parameters files of configuration parameters, and JUnit's own parameters, as they were given; others may hold
 *     secrets
 * @param charset that of arguments on the command line
 */
record ConsoleReplay(String start, String selectors, String filters, String parameters, Charset charset)
        implements Replay {

    private static final String MAIN_CLASS = "org.junit.platform.console.ConsoleLauncher";
    private static final String MODULE = "org.junit.platform.console/";
    private static final Pattern JAR = Pattern.compile("\\S*junit-platform-console-standalone\\S*\\.jar");

    /** The next argument. Values may have blanks, whose quotes are gone. */
    private static final Pattern NEXT = Pattern.compile("\\s+(?=[-@])");

    private static final Pattern CLASS_PATH = option("(?:-cp|--class-path|--classpath)");
    private static final Pattern RESOURCE = option("--config-resource");
    private static final Pattern PARAMETER = option("--config");
    private static final Pattern FILTER = option("(-[tT]|--(?:in|ex)clude-(?:tag|methodname))");

    /** What selects single tests of a class. */
    private static final Pattern SINGLE =
            Pattern.compile("(?:^| )'?(?:-[mi]|--select(?:-method|-unique-id|-iteration)?|--uid)[ =]");

    private static final Pattern FILE = Pattern.compile("\\s@([^@\\s].*?)(?=" + NEXT + "|$)");

    private static Pattern option(String names) {
        return Pattern.compile("\\s" + names + "[ =](.*?)(?=" + NEXT + "|$)");
    }

    static Optional<Replay> in(Host host) {
        String command = withArgumentsOfFiles(host.property("sun.java.command").orElse(""));
        String program = command.split(" ", 2)[0];
        String classPath = Shell.word(host.property("java.class.path").orElse(""));
        String start;
        if (JAR.matcher(program).matches()) {
            start = "java" + host.decidingOptions() + " -jar " + classPath;
        } else if (program.equals(MAIN_CLASS)) {
            start = "java" + host.decidingOptions() + " -cp " + classPath + " " + MAIN_CLASS;
        } else if (program.startsWith(MODULE)) {
            start = "java" + host.decidingOptions()
                    + words(" -p ", host.property("jdk.module.path").stream())
                    + words(" -cp ", host.property("java.class.path").filter(path -> !path.isEmpty()).stream())
                    + " -m " + MODULE + MAIN_CLASS;
        } else {
            return Optional.empty();
        }
        return Optional.of(new ConsoleReplay(
                start + " execute"
                        + words(
                                " --class-path ",
                                values(CLASS_PATH, command)
                                        .filter(path -> !Optional.of(path).equals(host.property("java.class.path")))),
                selectors(command.substring(program.length())),
                FILTER.matcher(command)
                        .results()
                        .map(found -> " " + found.group(1) + " " + Shell.word(found.group(2)))
                        .collect(Collectors.joining()),
                words(" --config-resource ", values(RESOURCE, command))
                        + words(
                                " --config ",
                                Stream.concat(
                                                host.parameters(),
                                                values(PARAMETER, command)
                                                        .filter(parameter -> parameter.startsWith("junit.")))
                                        .distinct()),
                host.property("sun.jnu.encoding")
                        .filter(Charset::isSupported)
                        .map(Charset::forName)
                        .orElse(StandardCharsets.UTF_8)));
    }

    private static String withArgumentsOfFiles(String command) {
        return FILE.matcher(command)
                .replaceAll(found ->
                        Matcher.quoteReplacement(withArguments(found.group(1)).orElse(found.group())));
    }

    /** Returns the arguments of the file that words begin with, and the other words: its name may have blanks. */
    private static Optional<String> withArguments(String words) {
        return Stream.iterate(words.length(), end -> end > 0, end -> words.lastIndexOf(' ', end - 1))
                .flatMap(
                        end -> arguments(words.substring(0, end)).stream().map(all -> " " + all + words.substring(end)))
                .findFirst();
    }

    /** Returns the arguments that a file has, as the launcher reads them; empty where it cannot be read. */
    private static Optional<String> arguments(String file) {
        StringJoiner arguments = new StringJoiner(" ");
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            StreamTokenizer tokens = new StreamTokenizer(reader);
            tokens.resetSyntax();
            tokens.wordChars('!', Character.MAX_VALUE);
            tokens.whitespaceChars(0, ' ');
            tokens.quoteChar('"');
            tokens.quoteChar('\'');
            tokens.commentChar('#');
            while (tokens.nextToken() != StreamTokenizer.TT_EOF) {
                arguments.add(tokens.sval);
            }
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
        return Optional.of(arguments.toString());
    }

    /**
     * JUnit 6.1 takes a unique id with a number sign in it for a class and a method; the launcher of 5.12 does not take the
     * option for unique ids alone.
     */
    private String selector(Target target) {
        String id = target.uniqueId();
        int method = id.lastIndexOf("/[");
        return method < 0 || target.method().filter(name -> name.contains("#")).isEmpty()
                ? " --select " + Shell.quote("uid:" + escaped(id))
                : " --select-method "
                        + Shell.quote(target.className() + "#"
                                + UniqueId.parse(id.substring(method + 1))
                                        .getLastSegment()
                                        .getValue());
    }

    /** Escapes what the command line cannot carry: all but ASCII in the locale C, which most containers have. */
    private String escaped(String id) {
        CharsetEncoder encoder = charset.newEncoder();
        return id.codePoints()
                .mapToObj(Character::toString)
                .map(text -> encoder.canEncode(text) ? text : URLEncoder.encode(text, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private static Stream<String> values(Pattern option, String command) {
        return option.matcher(command).results().map(found -> found.group(1));
    }

    private static String words(String option, Stream<String> values) {
        return values.map(value -> option + Shell.word(value)).collect(Collectors.joining());
    }

    private static String selectors(String arguments) {
        String others = arguments;
        for (Pattern option : List.of(CLASS_PATH, RESOURCE, PARAMETER)) {
            others = option.matcher(others).replaceAll("");
        }
        return NEXT.splitAsStream(others.trim())
                .filter(argument -> argument.startsWith("-") || argument.startsWith("@"))
                .map(ConsoleReplay::fit)
                .collect(Collectors.joining(" "));
    }

    private static String fit(String argument) {
        String[] parts = argument.split(" ", 2);
        return parts.length == 1 || parts[0].contains("=")
                ? Shell.word(argument)
                : parts[0] + " " + Shell.word(parts[1]);
    }

    @Override
    public Way way() {
        return Way.PARAMETERS;
    }

    @Override
    public String command(Target target, List<Property> properties) {
        boolean isOfClass = target.selection() == Selection.CLASS || target.selection() == Selection.NESTED;
        // Where this run selected single tests, a class would be more than what ran.
        boolean isAsGiven = target.selection() == Selection.RUN
                || (isOfClass && SINGLE.matcher(selectors).find());
        return start
                + (isAsGiven ? " " + selectors : selector(target))
                + (isOfClass && !isAsGiven ? filters : "")
                + parameters
                + properties.stream()
                        .map(property -> " --config " + property.assignment())
                        .collect(Collectors.joining());
    }
}
