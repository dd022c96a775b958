package dev.seeded.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java example of the README is part of a class that is compiled, and run where it is a test. */
class ReadmeTests {

    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path SOURCES = Path.of("src/test/java/dev/seeded");

    @ParameterizedTest
    @MethodSource("examples")
    void showsCodeThatIsCompiled(String example) throws IOException {
        try (Stream<Path> sources = Files.find(SOURCES, 2, ReadmeTests::isExample)) {
            assertThat(sources.map(ReadmeTests::read).map(ReadmeTests::squeezed).collect(joining("\n")))
                    .contains(squeezed(example));
        }
    }

    static Stream<String> examples() {
        Matcher example = EXAMPLE.matcher(read(Path.of("README.md")));
        return example.results().map(result -> result.group(1));
    }

    private static boolean isExample(Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile()
                && (file.getParent().endsWith("docs") || file.getParent().endsWith("demo"));
    }

    private static String squeezed(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(joining("\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
