package dev.seeded.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.docs.Document.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java example of the documentation is part of a class that is compiled: of this package, where it is run if it is a
 * test, of {@code dev.seeded.demo}, whose tests {@link OutputTests} runs, or of a consumer build.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleTests {

    private static final List<Path> FOLDERS = List.of(
            Path.of("src/test/java/dev/seeded/docs"),
            Path.of("src/test/java/dev/seeded/demo"),
            Path.of("src/it/property-testing/src/test/java/com/acme"));

    private final List<String> compiled = new ArrayList<>();

    @BeforeAll
    void readSources() throws IOException {
        for (Path folder : FOLDERS) {
            try (Stream<Path> sources = Files.list(folder)) {
                for (Path source : sources.toList()) {
                    compiled.add(squeezed(Files.readString(source)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.seeded.docs.Document#all")
    void areCompiled(Document document) {
        assertThat(document.blocks())
                .filteredOn(block -> block.language().equals("java"))
                .extracting(Block::text)
                .allSatisfy(example -> assertThat(compiled)
                        .anySatisfy(source -> assertThat(source).contains(squeezed(example))));
    }

    private static String squeezed(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(joining("\n"));
    }
}
