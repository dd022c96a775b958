package dev.seeded.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Jvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
    void writesLaterWhatItCouldNotWrite() throws IOException {
        Path occupied = Files.createFile(folder.resolve("occupied"));
        AppendedFile file = file(occupied.resolve("report"));

        String written = ErrorOutput.of(() -> {
            file.append("one\n");
            file.append("two\n");
        });
        Files.delete(occupied);
        file.append("three\n");

        assertThat(written)
                .isEqualToNormalizingNewlines("Seeded: warning: nothing is written to " + occupied.resolve("report")
                        + " so far: it is not a folder\n");
        assertThat(occupied.resolve("report")).hasContent("one\ntwo\nthree");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void writesToAPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try (BufferedReader reader = Files.newBufferedReader(pipe)) {
                return reader.readLine();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });

        String written = ErrorOutput.of(() -> file(pipe).append("one\n"));

        assertThat(written).isEmpty();
        assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo("one");
    }

    /** Two locks that two threads of each JVM hold and wait for look like a cycle to the system. */
    @Test
    @Tag("slow")
    void losesNothingWhereJvmsWriteToTwoFilesAtOnce() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int jvm = 0; jvm < 8; jvm++) {
            writers.add(Jvm.builder(
                            List.of("-XX:TieredStopAtLevel=1"),
                            AppendedFileTests.class,
                            List.of(
                                    folder.resolve("a").toString(),
                                    "" + jvm,
                                    folder.resolve("b").toString()))
                    .inheritIO()
                    .start());
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }

        for (String file : List.of("a", "b")) {
            assertThat(Files.readAllLines(folder.resolve(file))).hasSize(8 * LINES);
        }
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
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length == 3) {
            Thread other = new Thread(() -> write(arguments[2], arguments[1]));
            other.start();
            write(arguments[0], arguments[1]);
            other.join();
        } else {
            write(arguments[0], arguments[1].repeat(10_000));
        }
    }

    private static void write(String path, String text) {
        AppendedFile file = file(Path.of(path));
        for (int line = 0; line < LINES; line++) {
            file.append(text + "\n");
        }
    }

    private static AppendedFile file(Path path) {
        return AppendedFile.of(path.toString()).orElseThrow();
    }
}
