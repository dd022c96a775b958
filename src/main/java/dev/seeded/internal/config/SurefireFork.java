package dev.seeded.internal.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Surefire, or Failsafe, told this JVM at its start, in a file beside those of the JVMs that it started with it. As no
 * property of the system holds it, and the file has no promised format, it may be absent.
 *
 * @param classes the names of all test classes of the module where they come to this JVM and others one by one; none where
 *     this JVM gets its own at once
 * @param forks the number of JVMs that they come to
 * @param reruns how often Surefire runs a test again that fails
 */
public record SurefireFork(List<String> classes, int forks, int reruns) {

    /** Where a test's JVM has its main class and arguments. */
    private static final String COMMAND = "sun.java.command";

    /** The folder, two files that do not matter, and this JVM's own between them. */
    private static final Pattern ARGUMENTS = Pattern.compile(".*?(?:\\.jar|ForkedBooter) (.+) \\S+ (\\S+) \\S+");

    /** The files of one start have the same time in their names, and then a number of their own. */
    private static final Pattern FILE = Pattern.compile("(surefire-?\\d+)_\\d+tmp");

    private static final String CLASS = "tc.";

    /** Returns what this JVM was told; empty where that cannot be known. */
    public static Optional<SurefireFork> ofThisJvm() {
        return of(System.getProperty(COMMAND, ""));
    }

    static Optional<SurefireFork> of(String command) {
        Matcher arguments = ARGUMENTS.matcher(command);
        if (!arguments.matches()) {
            return Optional.empty();
        }
        Path folder = Path.of(arguments.group(1));
        Matcher name = FILE.matcher(arguments.group(2));
        Properties told = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve(arguments.group(2)), StandardCharsets.UTF_8)) {
            told.load(file);
            return Optional.of(new SurefireFork(
                    Boolean.parseBoolean(told.getProperty("preferTestsFromInStream")) ? classes(told) : List.of(),
                    name.matches() ? count(folder, name.group(1)) : 1,
                    Integer.parseInt(told.getProperty("rerunFailingTestsCount", "0"))));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static List<String> classes(Properties told) {
        return told.stringPropertyNames().stream()
                .filter(name -> name.startsWith(CLASS))
                .map(told::getProperty)
                .sorted()
                .toList();
    }

    private static int count(Path folder, String start) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, start + "_*tmp")) {
            int count = 0;
            for (Path file : files) {
                count += FILE.matcher(file.getFileName().toString()).matches() ? 1 : 0;
            }
            return count;
        }
    }
}
