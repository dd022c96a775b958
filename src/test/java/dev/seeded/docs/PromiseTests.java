package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever the promise calls stable is held by a test that it names. */
class PromiseTests {

    private static final Path PROMISE = Path.of("src/docs/promise.md");
    private static final Pattern SOURCE = Pattern.compile("\\[(\\w+)]\\((\\.\\./[\\w/]+\\.java)\\)");

    @Test
    void namesATestInEachLine() throws IOException {
        List<String> lines = Document.read(PROMISE).lines().stream()
                .filter(line -> line.startsWith("| **"))
                .toList();

        assertThat(lines).hasSizeGreaterThan(10).allSatisfy(line -> {
            List<MatchResult> sources = SOURCE.matcher(line).results().toList();
            assertThat(sources).isNotEmpty();
            for (MatchResult source : sources) {
                assertThat(Files.readString(PROMISE.resolveSibling(source.group(2))))
                        .contains("class ")
                        .containsAnyOf("@Test", "@ParameterizedTest", "src/api/baseline.jar");
            }
        });
    }
}
