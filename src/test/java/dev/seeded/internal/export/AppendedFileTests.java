package dev.seeded.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AppendedFileTests {

    private static final int LINES = 300;

    @TempDir
    private Path folder;

    @Test
    void makesFolderAndFile() {
        Path path = folder.resolve("new/er/report.jsonl");

        file(path).append("one\n");
        file(path).append("two\n");

        assertThat(path).hasContent("one\ntwo");
    }

    @Test
    void endsALineThatWasLeftWithoutItsEnd() throws IOException {
        Path path = Files.writeString(folder.resolve("left"), "{\"form");

        file(path).append("one\n");

        assertThat(path).hasContent("{\"form\none");
    }

    @Test
    void saysOnceThatItCannotWrite() {
        AppendedFile file = file(folder);

        String written = ErrorOutput.of(() -> {
            file.append("one\n");
            file.append("two\n");
        });

        assertThat(written.lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Seeded: warning: nothing is written to " + folder);
    }

    @Test
    @Tag("slow")
    void keepsLinesWholeWhenJvmsAppendAtOnce() throws Exception {
        Path path = folder.resolve("report");
        List<Process> writers = new ArrayList<>();
        for (String letter : List.of("a", "b", "c")) {
            writers.add(Jvm.builder(
                            List.of("-XX:TieredStopAtLevel=1"),
                            AppendedFileTests.class,
                            List.of(path.toString(), letter))
                    .inheritIO()
                    .start());
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }

        assertThat(Files.readAllLines(path).stream()
                        .filter(line -> line.matches("(.)\\1{9999}"))
                        .count())
                .isEqualTo(3 * LINES);
        assertThat(path).hasSize(3 * LINES * 10_001);
    }

    /** Appends long lines. */
    public static void main(String[] arguments) {
        AppendedFile file = file(Path.of(arguments[0]));
        for (int line = 0; line < LINES; line++) {
            file.append(arguments[1].repeat(10_000) + "\n");
        }
    }

    private static AppendedFile file(Path path) {
        return AppendedFile.of(path.toString()).orElseThrow();
    }
}
