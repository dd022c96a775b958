package dev.seeded.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.testing.ErrorOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MemoryTests {

    private static final int ENTRIES = 50;

    @TempDir
    Path folder;

    @Test
    void keepsWhatItIsTold() {
        String odd = "/[class:com.acme.Ünicode]/[method:a\tb\\n\n\r]";
        memory().update(seeds -> seeds.with(List.of(odd), Seed.of(-1)).with(List.of("/[class:B]"), Seed.of(2)));
        memory().update(seeds -> seeds.with(List.of(odd), Seed.of(3)).with(List.of(odd), Seed.of(3)));

        assertThat(memory().read().byIdentity())
                .hasSize(2)
                .containsEntry(odd, List.of(Seed.of(-1), Seed.of(3)))
                .containsEntry("/[class:B]", List.of(Seed.of(2)));
    }

    /** Golden: a later version reads what this one wrote. */
    @Test
    void keepsItInAFormThatStays() {
        memory().update(seeds -> seeds.with(List.of("/[class:B]", "/[class:A]/[method:a\tb()]"), Seed.of(-1))
                .with(List.of("/[class:B]"), Seed.of(2)));

        assertThat(folder.resolve("failed-seeds.txt")).hasContent("""
                        Seeded 1: run seed and identity of tests that failed
                        -1\t/[class:A]/[method:a\\tb()]
                        -1\t/[class:B]
                        2\t/[class:B]""");
    }

    @Test
    void keepsTheSeedOfAJvmThatEnded() throws IOException {
        Files.write(folder.resolve("running-1.txt"), List.of("-4831329405710073077", "/[class:A]", "A"));

        String written = ErrorOutput.of(() -> RunningSeed.keepLeftOnes(memory()));

        assertThat(memory().read().byIdentity())
                .containsExactly(Map.entry("/[class:A]", List.of(Seed.of(-4831329405710073077L))));
        assertThat(written).contains("an earlier JVM ended while A ran with run seed -4831329405710073077");
        assertThat(folder).isDirectoryNotContaining("glob:**running*");
    }

    @Test
    void takesNoRubbishForTheSeedOfAJvmThatEnded() throws IOException {
        Files.write(folder.resolve("running-1.txt"), List.of("1", "rubbish", "A"));
        Files.write(folder.resolve("running-2.txt"), List.of("rubbish", "/[class:A]", "A"));
        Files.write(folder.resolve("running-3.txt"), new byte[] {0, -1, -2, 10, 10, 10, -61});

        RunningSeed.keepLeftOnes(memory());

        assertThat(memory().read().byIdentity()).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**running*");
    }

    @Test
    void readsAfterALongerTextWhatFollowedIt() throws IOException {
        RunningSeed running = RunningSeed.of(memory());
        running.write(Seed.of(1234567890123L), "/[class:Ünicode]/[method:ö()]", "Ünicode.ö() öööööööööö");
        running.write(Seed.of(7), "/[class:A]", "A");
        Path left = folder.resolve("running-left.txt");
        Files.writeString(left, contents("running"), StandardCharsets.UTF_8);
        running.close();

        String written = ErrorOutput.of(() -> RunningSeed.keepLeftOnes(memory()));

        assertThat(written).contains("an earlier JVM ended while A ran with run seed 7, which is kept");
        assertThat(memory().read().byIdentity()).containsOnlyKeys("/[class:A]");
    }

    @Test
    void keepsNoSeedThatStillRunsOrThatNothingRunsWith() {
        RunningSeed running = RunningSeed.of(memory());
        running.write(Seed.of(1), "/[class:A]", "A");
        RunningSeed.keepLeftOnes(memory());
        assertThat(memory().read().byIdentity()).isEmpty();

        running.idle();
        assertThat(folder).isDirectoryContaining("glob:**running*");
        assertThat(contents("running")).startsWith("\n");

        running.close();
        assertThat(folder).isDirectoryNotContaining("glob:**running*");
    }

    private String contents(String prefix) {
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readString(
                    files.filter(file -> file.getFileName().toString().startsWith(prefix))
                            .findFirst()
                            .orElseThrow());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void writesFailuresWithinASecondAndAtTheEnd() throws InterruptedException {
        MemoryUpdates recollection = new MemoryUpdates(memory());
        for (int number = 0; number < 1_000; number++) {
            recollection.failed("/[class:" + number + "]", Seed.of(1));
        }
        long start = System.nanoTime();
        while (memory().read().byIdentity().isEmpty()) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            Thread.sleep(20);
        }
        assertThat(memory().read().byIdentity()).hasSize(1_000);

        recollection.failed("/[class:0]", Seed.of(2));
        recollection.keep();
        assertThat(memory().read().byIdentity()).containsEntry("/[class:0]", List.of(Seed.of(1), Seed.of(2)));
    }

    @Test
    void forgets() {
        memory().update(seeds -> seeds.with(List.of("/[class:a]"), Seed.of(1)).with(List.of("/[class:b]"), Seed.of(1)));
        memory().update(seeds -> seeds.without("/[class:a]", Seed.of(1)).without("/[class:b]", Seed.of(2)));

        assertThat(memory().read().byIdentity()).containsOnlyKeys("/[class:b]");
    }

    @Test
    void keepsTheNewestOfMany() {
        FailedSeeds seeds = FailedSeeds.NONE;
        for (int seed = 0; seed < 25; seed++) {
            seeds = seeds.with(List.of("/[class:a]"), Seed.of(seed));
        }

        assertThat(seeds.distinct())
                .isEqualTo(IntStream.range(15, 25).mapToObj(Seed::of).toList());
    }

    @Test
    void knowsWhatConcernsATest() {
        FailedSeeds seeds = FailedSeeds.NONE
                .with(List.of("/[class:A]"), Seed.of(1))
                .with(List.of("/[class:A]/[test-template:t()]/[test-template-invocation:#2]"), Seed.of(2))
                .with(List.of("/[class-template:C]/[class-template-invocation:#1]/[method:m()]"), Seed.of(3))
                .with(List.of("/[class:AB]"), Seed.of(4));

        assertThat(seeds.concerning("/[class:A]/[test-template:t()]").distinct())
                .containsExactlyInAnyOrder(Seed.of(1), Seed.of(2));
        assertThat(seeds.concerning("/[class-template:C]/[method:m()]").distinct())
                .containsExactly(Seed.of(3));
        assertThat(seeds.concerning("/[class:B]/[method:m()]").distinct()).isEmpty();
    }

    @Test
    void namesWhatItCannotRead() throws IOException {
        memory().update(seeds -> seeds.with(List.of("/[class:a]"), Seed.of(1)));
        Path file = memory().file().orElseThrow();
        Files.writeString(
                file, Files.readString(file) + "rubbish\n99999999999999999999\t/[class:b]\n2\t/[class:c]\n3\t/foo\n");

        String written = ErrorOutput.of(
                () -> assertThat(memory().read().byIdentity()).containsOnlyKeys("/[class:a]", "/[class:c]"));

        assertThat(written)
                .isEqualToNormalizingNewlines(
                        "Seeded: warning: " + file + " is ignored in part: line 3: no entry, line 4:"
                                + " '99999999999999999999' is not a seed: it does not fit into a long; write 42 or 0x2A, say,"
                                + " line 6: no entry\n");
    }

    @Test
    void keepsAnIdentityOfAnyLength() {
        String deep = "/[class:a]".repeat(10_000);
        memory().update(seeds -> seeds.with(List.of(deep), Seed.of(1)));

        assertThat(memory().read().byIdentity()).containsOnlyKeys(deep);
    }

    @Test
    void ignoresAFileOfSomebodyElse() throws IOException {
        Path file = memory().file().orElseThrow();
        for (byte[] foreign : List.of(new byte[0], new byte[] {0, -1, -2}, "<xml/>".getBytes())) {
            Files.write(file, foreign);
            String written = ErrorOutput.of(() -> {
                assertThat(memory().read()).isEqualTo(FailedSeeds.NONE);
                memory().update(seeds -> seeds.with(List.of("/[class:a]"), Seed.of(1)));
            });

            assertThat(written).contains(file + " is ignored: it is no file of failed seeds");
            assertThat(memory().read().byIdentity()).containsOnlyKeys("/[class:a]");
        }
    }

    @Test
    void takesAFolderThatItCannotUseForNone() throws IOException {
        Path occupied = Files.createFile(folder.resolve("occupied"));

        String written = ErrorOutput.of(() -> new Memory(Optional.of(occupied), Optional.empty())
                .update(seeds -> seeds.with(List.of("/[class:a]"), Seed.of(1))));

        assertThat(written).startsWith("Seeded: warning: " + occupied + " is ignored: ");
    }

    @Test
    void losesNothingWhenJvmsWriteAtOnce() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (String name : List.of("one", "two", "three", "four")) {
            writers.add(writer(name, ENTRIES));
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }

        assertThat(memory().read().byIdentity()).hasSize(4 * ENTRIES);
    }

    @Test
    void staysReadableWhenAWriterIsKilled() throws Exception {
        for (int attempt = 0; attempt < 3; attempt++) {
            Process writer = writer("killed" + attempt, Integer.MAX_VALUE);
            while (!memory().read().contains("/[class:killed" + attempt + "]/[method:9]", Seed.of(9))) {
                Thread.sleep(1);
            }
            writer.destroyForcibly().waitFor();

            String written = ErrorOutput.of(() -> {
                assertThat(memory().read().byIdentity()).hasSizeGreaterThan(9);
                memory().update(seeds -> seeds.with(List.of("/[class:after]"), Seed.of(1)));
            });
            assertThat(written).isEmpty();
            assertThat(memory().read().byIdentity()).containsKey("/[class:after]");
        }
    }

    private Memory memory() {
        return new Memory(Optional.of(folder), Optional.empty());
    }

    private Process writer(String name, int entries) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryTests.class.getName(),
                        folder.toString(),
                        name,
                        Integer.toString(entries))
                .inheritIO()
                .start();
    }

    public static void main(String[] arguments) {
        Memory memory = new Memory(Optional.of(Path.of(arguments[0])), Optional.empty());
        Stream.iterate(0, entry -> entry + 1)
                .limit(Integer.parseInt(arguments[2]))
                .forEach(entry -> memory.update(seeds ->
                        seeds.with(List.of("/[class:" + arguments[1] + "]/[method:" + entry + "]"), Seed.of(entry))));
    }
}
