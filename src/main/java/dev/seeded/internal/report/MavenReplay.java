package dev.seeded.internal.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Maven's command, for Surefire and Failsafe.
 *
 * @param prefix the program and the options that choose projects and profiles, each fit for the shell
 * @param inReactor whether the module is built together with others, which don't have the test
 * @param packaged whether the tests see the module as a jar, which tells Failsafe from Surefire
 */
record MavenReplay(List<String> prefix, boolean inReactor, boolean packaged) implements Replay {

    /** Surefire's default names. A test that has one of Failsafe's as well fails here first. */
    private static final Pattern UNIT_TEST =
            Pattern.compile("(.*\\.)?(Test[^.$]*|[^.$]*(Test|Tests|TestCase))(\\$.*)?");

    /** Failsafe's default names. */
    private static final Pattern INTEGRATION_TEST = Pattern.compile("(.*\\.)?(IT[^.$]*|[^.$]*IT|[^.$]*ITCase)(\\$.*)?");

    /** What Surefire's filter would read, and what does not survive every terminal and locale. */
    private static final Pattern UNSAFE = Pattern.compile("^[\\x00- ]+|[\\x00- ]+$|[,+#!*\\[\\]%|\\\\]|[^ -~]");

    static Optional<Replay> in(Host host) {
        Optional<String> classPath = host.property("surefire.test.class.path");
        Optional<Path> module = Host.directory(host.property("basedir"));
        if (classPath.isEmpty() || module.isEmpty()) {
            return Optional.empty();
        }
        Invocation invocation = Invocation.in(host, module.get());
        List<String> prefix = new ArrayList<>();
        prefix.add(Files.exists(invocation.directory.resolve("mvnw")) ? "./mvnw" : "mvn");
        prefix.addAll(invocation.options);
        boolean inReactor = !isSame(invocation.project, module.get());
        if (inReactor) {
            prefix.add("-pl " + Shell.word(selector(module.get(), invocation.project)));
            prefix.add("-am");
        }
        boolean packaged = Arrays.stream(classPath.get().split(Pattern.quote(System.getProperty("path.separator")), -1))
                .anyMatch(entry -> entry.endsWith(".jar")
                        && Path.of(entry).startsWith(module.get().resolve("target")));
        return Optional.of(new MavenReplay(prefix, inReactor, packaged));
    }

    @Override
    public String command(TestName test, List<Property> properties) {
        boolean failsafe = packaged || isIntegrationTest(test.className());
        List<String> words = new ArrayList<>(prefix);
        words.add(1, failsafe ? "verify" : "test");
        words.add((failsafe ? "-Dit.test=" : "-Dtest=") + Shell.quote(filter(test)));
        if (inReactor) {
            words.add("-D" + (failsafe ? "failsafe" : "surefire") + ".failIfNoSpecifiedTests=false");
        }
        properties.forEach(property -> words.add("-D" + property.assignment()));
        return String.join(" ", words);
    }

    private static boolean isIntegrationTest(String className) {
        return INTEGRATION_TEST.matcher(className).matches()
                && !UNIT_TEST.matcher(className).matches();
    }

    /** Links give one folder several names. */
    private static boolean isSame(Path folder, Path other) {
        try {
            return Files.isSameFile(folder, other);
        } catch (IOException missing) {
            return false;
        }
    }

    private static String filter(TestName test) {
        return masked(test.className())
                + test.method().map(method -> "#" + masked(method)).orElse("");
    }

    /**
     * A question mark stands for one {@code char}; what Unicode has added since takes two. Blanks at the ends are gone
     * when Surefire compares.
     */
    private static String masked(String name) {
        return UNSAFE.matcher(name).replaceAll(unsafe -> {
            String text = unsafe.group();
            return text.trim().isEmpty() && (unsafe.start() == 0 || unsafe.end() == name.length())
                    ? "*"
                    : "?".repeat(text.length());
        });
    }

    /** What {@code -pl} takes: the artifact id, or the path where the pom does not tell. */
    private static String selector(Path module, Path project) {
        return artifactId(module.resolve("pom.xml"))
                .filter(id -> !id.isEmpty() && !id.contains("${"))
                .map(id -> ":" + id)
                .orElseGet(() -> project.relativize(module).toString());
    }

    private static Optional<String> artifactId(Path pom) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream stream = Files.newInputStream(pom)) {
            XMLStreamReader reader = factory.createXMLStreamReader(stream);
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamReader.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamReader.START_ELEMENT) {
                    depth++;
                    if (depth == 2 && reader.getLocalName().equals("artifactId")) {
                        return Optional.of(reader.getElementText().trim());
                    }
                }
            }
        } catch (IOException | XMLStreamException unreadable) {
            // The path names the module as well.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * How Maven was called.
     *
     * @param directory where it was called, and where its command will be pasted
     * @param project the folder of the project that was built
     * @param options those of its options that the replay needs; the others may hold secrets
     */
    private record Invocation(Path directory, Path project, List<String> options) {

        private static final Pattern PROFILES = Pattern.compile("(-P|--activate-profiles(?:=|$))(.*)");
        private static final Pattern FILE = Pattern.compile("(-f|--file(?:=|$))(.*)");

        static Invocation in(Host host, Path module) {
            Path directory = Stream.of(host.variable("PWD"), host.variable("MAVEN_PROJECTBASEDIR"))
                    .map(Host::directory)
                    .flatMap(Optional::stream)
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElse(module);
            List<String> words = List.of(
                    host.variable("MAVEN_CMD_LINE_ARGS").orElse("").trim().split("\\s+"));
            List<String> options = new ArrayList<>();
            values(words, PROFILES).forEach(profiles -> options.add("-P " + Shell.word(profiles)));
            Optional<Path> file = values(words, FILE)
                    .map(directory::resolve)
                    .filter(Files::exists)
                    .findFirst();
            file.ifPresent(found ->
                    options.add("-f " + Shell.word(directory.relativize(found).toString())));
            Path project = file.map(found -> Files.isDirectory(found) ? found : found.getParent())
                    .map(Path::normalize)
                    .orElse(directory);
            return Files.exists(project.resolve("pom.xml")) || file.isPresent()
                    ? new Invocation(directory, project, options)
                    : new Invocation(directory, module, List.of("-f " + Shell.word(module.toString())));
        }

        private static Stream<String> values(List<String> words, Pattern option) {
            return IntStream.range(0, words.size()).boxed().flatMap(at -> {
                Matcher matcher = option.matcher(words.get(at));
                if (!matcher.matches()) {
                    return Stream.empty();
                }
                String joined = matcher.group(2);
                return joined.isEmpty() ? words.stream().skip(at + 1L).limit(1) : Stream.of(joined);
            });
        }
    }
}
