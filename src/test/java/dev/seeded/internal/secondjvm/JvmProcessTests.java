package dev.seeded.internal.secondjvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.seeded.Seeded;
import dev.seeded.internal.execution.RunResult.Outcome;
import dev.seeded.internal.execution.TestSelection;
import dev.seeded.testing.ChildJvm;
import dev.seeded.testing.Jvm;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("jdk")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JvmProcessTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void answersWhateverIsWrittenToStandardOutput() throws IOException {
        try (JvmProcess process = start(List.of("-verbose:gc", "-Xlog:gc*"))) {
            Answer answer = process.ask(question(WritingTestCase.class), PATIENCE);

            assertThat(answer.results().values())
                    .singleElement()
                    .satisfies(result -> assertThat(result.outcome()).isEqualTo(Outcome.PASSED));
        }
    }

    @Test
    void saysWhichErrorOfATestEndsIt() throws IOException {
        try (JvmProcess process = start(List.of())) {
            assertThatIOException()
                    .isThrownBy(() -> process.ask(question(OutOfMemoryTestCase.class), PATIENCE))
                    .withMessage("a test ended it with java.lang.OutOfMemoryError: none left");
        }
    }

    @Test
    void isEndedInTimeThoughTheCommonPoolIsFull() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        for (int task = 0; task < 100; task++) {
            ForkJoinPool.commonPool().execute(() -> {
                try {
                    end.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        try (JvmProcess process = start(List.of())) {
            assertThatIOException()
                    .isThrownBy(() -> process.ask(question(HangingTestCase.class), Duration.ofSeconds(2)))
                    .withMessage("no answer within 2 s");
        } finally {
            end.countDown();
        }
    }

    @Test
    void saysWhatKeptItFromItsStart() {
        assertThatIOException()
                .isThrownBy(() -> start(List.of("-XX:NoSuchOption")).close())
                .withMessageContaining("A fatal exception has occurred");
        assertThatIOException()
                .isThrownBy(() -> JvmProcess.start(List.of(), "nowhere", JvmProcess.ANY_ORDER)
                        .close())
                .withMessageContaining("SecondJvmMain");
    }

    @Test
    void isNotGivenWhatAnEnvironmentVariableGivesToTheFirst() {
        ChildJvm.Result result = new ChildJvm()
                .environment("JAVA_TOOL_OPTIONS", "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=0")
                .property("seed.check", "true")
                .run(DebuggedTestCase.class);

        assertThat(result.err()).noneMatch(line -> line.contains("without a second JVM"));
        assertThat(result.exitCode()).as("%s", result).isZero();
    }

    @Test
    void namesTheFolderThatCannotBeMade(@TempDir Path folder) {
        Path nowhere = folder.resolve("nowhere");

        ChildJvm.Result result = new ChildJvm()
                .property("java.io.tmpdir", nowhere.toString())
                .property("seed.check", "true")
                .run(PlainTestCase.class);

        assertThat(result.err())
                .anyMatch(line -> line.contains("such as the order of Set.of: no folder for temporary files can be made"
                        + " in java.io.tmpdir, " + nowhere + ": java.nio.file.NoSuchFileException: " + nowhere));
    }

    @Test
    void removesTheFolderOfAJvmThatWasKilled(@TempDir Path folder) throws IOException, InterruptedException {
        assertThat(Jvm.run(
                                Jvm.builder(
                                        List.of("-Djava.io.tmpdir=" + folder), KilledParent.class, List.<String>of()),
                                60)
                        .exit())
                .isEqualTo(9);

        for (int attempt = 0; attempt < 100 && !isEmpty(folder); attempt++) {
            Thread.sleep(100);
        }
        assertThat(isEmpty(folder)).as("%s", folder).isTrue();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.noneMatch(file -> file.getFileName().toString().startsWith("seeded"));
        }
    }

    private static JvmProcess start(List<String> options) throws IOException {
        JvmProcess process = JvmProcess.start(options, System.getProperty("java.class.path"), JvmProcess.ANY_ORDER);
        process.send(Map.of());
        process.send(Map.of());
        return process;
    }

    private static Question question(Class<?> fixture) {
        return new Question(
                List.of(new TestSelection(
                        "[engine:junit-jupiter]/[class:" + fixture.getName() + "]/[method:test(java.util.Random)]")),
                Map.of("seed", "1"),
                false,
                null);
    }

    private static final class KilledParent {

        public static void main(String... arguments) throws IOException {
            start(List.of());
            Runtime.getRuntime().halt(9);
        }
    }

    @Seeded
    static class WritingTestCase {

        @Test
        void test(Random random) throws IOException {
            System.gc();
            try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
                out.write(random.nextInt());
            }
        }
    }

    @Seeded
    static class OutOfMemoryTestCase {

        @Test
        void test(Random random) {
            throw new OutOfMemoryError("none left");
        }
    }

    @Seeded
    static class HangingTestCase {

        @Test
        void test(Random random) throws InterruptedException {
            Thread.sleep(60_000 + random.nextInt(2));
        }
    }

    @Seeded
    static class PlainTestCase {

        @Test
        void test(Random random) {
            random.nextInt();
        }
    }

    /** Passes in a first JVM with a debugger and in a second one without. */
    @Seeded
    static class DebuggedTestCase {

        @Test
        void test(Random random) {
            assertThat(random).isNotNull();
            assertThat(System.getenv("JAVA_TOOL_OPTIONS") == null)
                    .isEqualTo(System.getProperty("sun.java.command").contains("SecondJvmMain"));
        }
    }
}
