package dev.seeded.internal.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * @param mayBeFailsafe whether otherwise the name of a test tells, as both may have run it
 * @param selected what Surefire was told to run; empty if nothing
 * @param selectedOfFailsafe what Failsafe was told to run
 * @param tags the options that choose tests by their tags, each fit for the shell
 */
record MavenReplay(
        List<String> prefix,
        boolean inReactor,
        boolean packaged,
        boolean mayBeFailsafe,
        String selected,
        String selectedOfFailsafe,
        List<String> tags)
        implements Replay {

    /** What Surefire's filter would read, and what does not survive every terminal and locale. */
    private static final Pattern UNSAFE = Pattern.compile("^[\\x00- ]+|[\\x00- ]+$|[,+#!*\\[\\]%|\\\\]|[^ -~]");

    /** Maven's {@code -fae}, {@code -ff} and {@code -fn} begin like {@code -f}. */
    private static final Pattern REPEATED_OPTION =
            Pattern.compile("(-P|-f(?!ae$|ail-|f$|n$|os$)|--activate-profiles(?:=|$)|--file(?:=|$)"
                    + "|-D(?=junit\\.|enableAssertions=|" + Host.SURROUNDINGS + "))(.*)");

    /** Maven's phases that run Surefire, but end before Failsafe. */
    private static final Set<String> BEFORE_FAILSAFE = Set.of("test", "surefire:test", "prepare-package", "package");

    /** Those that run Failsafe as well, where a project has it. */
    private static final Pattern WITH_FAILSAFE =
            Pattern.compile("(pre-|post-)?integration-test|verify|install|deploy|.*failsafe.*");

    static Optional<Replay> in(Host host) {
        Optional<String> classPath = host.property("surefire.test.class.path");
        Optional<Path> module = Host.directory(host.property("basedir"));
        if (classPath.isEmpty() || module.isEmpty()) {
            return Optional.empty();
        }
        Path root = Host.directory(host.variable("MAVEN_PROJECTBASEDIR"))
                .filter(Files::isDirectory)
                .orElse(module.get());
        List<String> prefix = new ArrayList<>();
        prefix.add(Files.exists(root.resolve("mvnw")) ? "./mvnw" : "mvn");
        String typed = host.variable("MAVEN_CMD_LINE_ARGS").orElse("");
        prefix.addAll(repeatedOptions(typed, module.get()));
        List<String> options =
                host.startedWith(Host.DECIDING).filter(typed::contains).toList();
        if (typed.contains("-DargLine=") && !options.isEmpty()) {
            prefix.add(Shell.word("-DargLine=" + String.join(" ", options)));
        }
        boolean inReactor = !isSame(root, module.get());
        if (inReactor) {
            prefix.add("-pl " + Shell.word(selector(module.get(), root)));
            prefix.add("-am");
        }
        boolean packaged = Arrays.stream(classPath.get().split(Pattern.quote(System.getProperty("path.separator")), -1))
                .anyMatch(entry -> entry.endsWith(".jar")
                        && Path.of(entry).startsWith(module.get().resolve("target")));
        return Optional.of(new MavenReplay(
                prefix,
                inReactor,
                packaged,
                reachesFailsafe(typed) && hasFailsafe(module.get(), root),
                host.property("test").orElse(""),
                host.property("it.test").orElse(""),
                Stream.of("groups", "excludedGroups")
                        .flatMap(name -> host.property(name).stream().map(tag -> Shell.word("-D" + name + "=" + tag)))
                        .toList()));
    }

    /** Nothing in the JVM of a test names the plugin that started it. What was typed says how far Maven goes. */
    private static boolean reachesFailsafe(String typed) {
        List<String> words = List.of(typed.trim().split("\\s+"));
        return words.stream().anyMatch(word -> WITH_FAILSAFE.matcher(word).matches())
                || words.stream().noneMatch(BEFORE_FAILSAFE::contains);
    }

    /** Where no pom names Failsafe, Surefire's line is the one that runs the test, as each project has Surefire. */
    private static boolean hasFailsafe(Path module, Path root) {
        return Stream.concat(
                        Stream.iterate(module, folder -> folder != null && folder.startsWith(root), Path::getParent),
                        Stream.of(root))
                .anyMatch(folder -> contains(folder.resolve("pom.xml"), "maven-failsafe-plugin"));
    }

    private static boolean contains(Path file, String text) {
        try {
            // No byte is malformed in this encoding, whichever the file has.
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException missing) {
            return false;
        }
    }

    @Override
    public String command(Target target, List<Property> properties) {
        String name = simpleName(target.className());
        boolean failsafe = packaged
                || (mayBeFailsafe && isIntegrationTest(name) && !selected.contains(name) && !selected.contains("*"));
        List<String> words = new ArrayList<>(prefix);
        words.add(1, failsafe ? "verify" : "test");
        String tests = tests(target, failsafe ? selectedOfFailsafe : selected);
        if (!tests.isEmpty()) {
            words.add((failsafe ? "-Dit.test=" : "-Dtest=") + Shell.quote(tests));
            if (inReactor) {
                words.add("-D" + (failsafe ? "failsafe" : "surefire") + ".failIfNoSpecifiedTests=false");
            }
        }
        if (failsafe) {
            // A unit test that fails with the same seed would end the build before.
            words.add("-Dtest=none -Dsurefire.failIfNoSpecifiedTests=false");
        }
        if (target.selection() != Selection.TEST) {
            words.addAll(tags);
        }
        properties.forEach(property -> words.add("-D" + property.assignment()));
        return String.join(" ", words);
    }

    /** Returns what to run: of more than a test no more than was run, if that was told. */
    private static String tests(Target target, String told) {
        return switch (target.selection()) {
            case TEST -> filter(target);
            case NESTED, CLASS -> told.contains("#") ? told : filter(target);
            case RUN -> told;
        };
    }

    /** By the default names of Failsafe. A test that has one of Surefire's as well fails there first. */
    private static boolean isIntegrationTest(String name) {
        return (name.startsWith("IT") || name.endsWith("IT") || name.endsWith("ITCase"))
                && !(name.startsWith("Test")
                        || name.endsWith("Test")
                        || name.endsWith("Tests")
                        || name.endsWith("TestCase"));
    }

    /** Of the outermost class. */
    private static String simpleName(String className) {
        int nested = className.indexOf('$');
        String topLevel = nested < 0 ? className : className.substring(0, nested);
        return topLevel.substring(topLevel.lastIndexOf('.') + 1);
    }

    /** Links give one folder several names. */
    private static boolean isSame(Path folder, Path other) {
        try {
            return Files.isSameFile(folder, other);
        } catch (IOException missing) {
            return false;
        }
    }

    private static String filter(Target target) {
        return masked(target.className())
                + target.method().map(method -> "#" + masked(method)).orElse("");
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
    private static String selector(Path module, Path root) {
        return artifactId(module.resolve("pom.xml"))
                .filter(id -> !id.isEmpty() && !id.contains("${"))
                .map(id -> ":" + id)
                .orElseGet(() -> root.relativize(module).toString());
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

    /** The options that choose the project and its profiles and JUnit's own parameters; others may hold secrets. */
    private static List<String> repeatedOptions(String arguments, Path module) {
        List<String> words = List.of(arguments.trim().split("\\s+"));
        List<String> options = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            Matcher option = REPEATED_OPTION.matcher(words.get(at));
            if (option.matches()) {
                String joined = option.group(2);
                String value = joined.isEmpty() && at + 1 < words.size() ? words.get(at + 1) : joined;
                if (!value.isEmpty()) {
                    options.add(
                            switch (option.group(1).charAt(1)) {
                                case 'D' -> Shell.word("-D" + value);
                                case 'P' -> "-P " + Shell.word(value);
                                default ->
                                    option.group(1).startsWith("--a")
                                            ? "-P " + Shell.word(value)
                                            : "-f " + Shell.word(pom(value, module));
                            });
                }
            }
        }
        return options;
    }

    /** A path with blanks comes in pieces. */
    private static String pom(String typed, Path module) {
        Path path = Path.of(typed);
        return path.isAbsolute() && !Files.exists(path) ? module.toString() : typed;
    }
}
