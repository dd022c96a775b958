package dev.seeded.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeded.parity.VectorFile.Exactness;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The values that CPython 3.11.2, NumPy 1.24.2 and PyTorch 1.13.1 drew on x86-64, drawn again: {@code public-*.tsv} have
 * every op, {@code forms-*.tsv} the forms of seeds and arguments that are rare, {@code printed.tsv} arrays as NumPy and
 * PyTorch print them, {@code randint-torch.tsv} what only PyTorch 2.7.1 drew. {@code -Dvectors=folder} replays another
 * folder's files, those of the scripts in {@code src/test/python}, say.
 */
@Tag("jdk")
class VectorsTests {

    static List<Path> files() throws IOException, URISyntaxException {
        String folder = System.getProperty("vectors");
        List<Path> files = vectors(folder == null ? resources() : Path.of(folder));
        assertThat(files).as("*.tsv in %s", folder).isNotEmpty();
        return files;
    }

    private static Path resources() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(VectorsTests.class.getResource("/vectors"), "/vectors")
                .toURI());
    }

    private static List<Path> vectors(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void valuesAreTheOriginals(Path file) throws IOException {
        Map<Exactness, Integer> counts = VectorFile.replay(file);

        System.out.println(file.getFileName() + ": " + summary(counts));
    }

    private static String summary(Map<Exactness, Integer> counts) {
        StringBuilder summary = new StringBuilder();
        counts.forEach((exactness, count) -> summary.append(summary.isEmpty() ? "" : ", ")
                .append(count)
                .append(" of class ")
                .append(exactness)
                .append(exactness.isCompared() ? "" : " out of scope"));
        return summary.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public-python.tsv    | 1085 | 16   | 56  | 0   | 0
            public-np_legacy.tsv | 755  | 0    | 81  | 0   | 0
            public-np_gen.tsv    | 653  | 1551 | 0   | 0   | 0
            public-torch.tsv     | 947  | 0    | 102 | 158 | 18
            """)
    void countsValuesByClass(String file, int e, int c, int l, int v, int t) throws Exception {
        Map<Exactness, Integer> counts = VectorFile.replay(resources().resolve(file));

        assertThat(Stream.of(Exactness.values()).map(exactness -> counts.getOrDefault(exactness, 0)))
                .containsExactly(e, c, l, 0, 0, v, t);
    }

    @Test
    void namesAValueThatIsOff(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("python.tsv");
        String original = Files.readString(resources().resolve("public-python.tsv"));
        Files.writeString(file, original.replaceFirst("5 4 4 3 2 9", "5 4 4 3 1 9"));

        assertThatThrownBy(() -> VectorFile.replay(file))
                .isInstanceOf(AssertionError.class)
                .hasMessage("python.tsv, row 3, column 5 (randint 1,10,30, class E): expected 1 but was 2");
    }

    @Test
    void namesALogarithmThatIsFourUlpOff(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("np_legacy.tsv");
        double exact = new NumPyRandomState(0).randn();

        Files.writeString(file, lines("seed\tint:0\t-\t-", "randn\t1\t" + (exact + 3 * Math.ulp(exact)) + "\tL"));
        assertThatCode(() -> VectorFile.replay(file)).doesNotThrowAnyException();

        double off = exact + 4 * Math.ulp(exact);
        Files.writeString(file, lines("seed\tint:0\t-\t-", "randn\t1\t" + off + "\tL"));
        assertThatThrownBy(() -> VectorFile.replay(file))
                .hasMessage("np_legacy.tsv, row 2, column 1 (randn 1, class L): expected " + off + " but was " + exact);
    }

    @Test
    void namesAMissingValue(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("torch.tsv");
        Files.writeString(file, lines("seed\tint:0\t-\t-", "randperm\t1\t-\tE"));

        assertThatThrownBy(() -> VectorFile.replay(file))
                .hasMessage("torch.tsv, row 2 (randperm 1): expected 0 values but were 1");
    }

    @ParameterizedTest
    @CsvSource({
        "seed, unknown form of a seed: system:1, system:1",
        "binomialvariate, unknown op binomialvariate with 1 arguments, 1",
    })
    void refusesWhatItDoesNotKnow(String op, String reason, String args, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("python.tsv");
        Files.writeString(file, lines("seed\tint:0\t-\t-", op + "\t" + args + "\t1\tE"));

        assertThatThrownBy(() -> VectorFile.replay(file))
                .hasMessage("python.tsv, row 2 (" + op + " " + args + "): " + reason);
    }

    private static String lines(String... rows) {
        return "s1\t" + String.join("\ns1\t", rows) + "\n";
    }
}
