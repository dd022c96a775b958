package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every relative link of the documentation leads to a file, and to a heading where it names one. */
class LinkTests {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    @ParameterizedTest
    @MethodSource("dev.seeded.docs.Document#all")
    void leadSomewhere(Document document) {
        List<String> links = document.prose().stream()
                .flatMap(line -> LINK.matcher(line).results().map(link -> link.group(1)))
                .filter(link -> !link.startsWith("https://"))
                .toList();

        assertThat(links).allSatisfy(link -> {
            String[] target = link.split("#", 2);
            Path file = target[0].isEmpty() ? document.file() : document.file().resolveSibling(target[0]);
            assertThat(file).exists();
            if (target.length == 2) {
                assertThat(anchors(file)).contains(target[1]);
            }
        });
    }

    /** Returns the names that GitHub gives to the headings. */
    private static List<String> anchors(Path file) throws IOException {
        return Document.read(file).prose().stream()
                .filter(line -> line.startsWith("#"))
                .map(heading -> heading.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
