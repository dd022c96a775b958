package dev.seeded.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.export.ReportLine.How;
import dev.seeded.internal.export.ReportLine.Kind;
import dev.seeded.internal.replay.Selection;
import dev.seeded.testing.ErrorOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("jdk")
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MemoryTests {

    private static final int ENTRIES = 50;

    @TempDir
    Path folder;

    @Test
    void keepsWhatItIsTold() throws IOException {
        String odd = "/[class:com.acme.Ünicode]/[method:a\tb\\n\n\r]";
        memory().update(seeds -> seeds.with(kept(-1, odd)).with(kept(2, "/[class:B]")));
        memory().update(seeds -> seeds.with(kept(3, odd)).with(kept(3, odd)));

        assertThat(memory().read().byTest())
                .hasSize(2)
                .containsEntry(
                        odd,
                        Stream.of(kept(-1, odd), kept(3, odd))
                                .flatMap(List::stream)
                                .toList())
                .containsEntry("/[class:B]", kept(2, "/[class:B]"));
    }

    /** Golden: a later version reads what this one wrote. */
    @Test
    void keepsItInAFormThatStays() throws IOException {
        memory().update(seeds -> seeds.with(kept(-1, "/[class:B]", "/[class:A]/[method:a\tb()]"))
                .with(List.of(new KeptSeed(
                        "/[class:B]", Seed.of(2), new How(Selection.CLASS, Map.of("seed.locale", "tr-TR"))))));

        assertThat(folder.resolve("failed-seeds.jsonl")).hasContent("""
                        {"format":1,"kind":"kept","id":"/[class:A]/[method:a\\u0009b()]","runSeed":"-1"}
                        {"format":1,"kind":"kept","id":"/[class:B]","runSeed":"-1"}
                        {"format":1,"kind":"kept","id":"/[class:B]","runSeed":"2","select":"class","settings":{"seed.locale":"tr-TR"}}""");
    }

    @Test
    void keepsTheSeedOfAJvmThatEnded() throws IOException {
        Files.writeString(
                folder.resolve("running-1.jsonl"),
                running(-4831329405710073077L, "/[class:A]", "A\n\u001b[31mRED \u202e")
                                .text() + "\n left over");

        String written = ErrorOutput.of(() -> RunningSeed.keepLeftOnes(memory()));

        assertThat(memory().read().all()).containsExactlyElementsOf(kept(-4831329405710073077L, "/[class:A]"));
        assertThat(written.lines())
                .containsExactly("Seeded: an earlier JVM ended while A\\u000A\\u001B[31mRED \\u202E ran with run seed"
                        + " -4831329405710073077, which is kept as if it had failed");
        assertThat(folder).isDirectoryNotContaining("glob:**running*");
    }

    @Test
    void keepsTheFailureThatAJvmCouldNotConfirmBeforeItEnded() throws IOException {
        Files.writeString(
                folder.resolve("running-1.jsonl"),
                ReportLine.of(Kind.KEPT, "A", "/[class:A]", Seed.of(7), How.ALONE)
                                .text() + "\n");

        String written = ErrorOutput.of(() -> RunningSeed.keepLeftOnes(memory()));

        assertThat(written.lines())
                .containsExactly("Seeded: an earlier JVM ended before it could confirm that A fails with run seed 7,"
                        + " which is kept");
        assertThat(memory().read().all()).containsExactlyElementsOf(kept(7, "/[class:A]"));
    }

    @Test
    void keepsNoSuspectInThePlaceOfASeedThatFailed() throws IOException {
        memory().update(seeds -> seeds.with(kept(1, 9, "/[class:A]")));
        Files.writeString(
                folder.resolve("running-1.jsonl"),
                running(100, "/[class:A]", "A").text());
        ErrorOutput.of(() -> RunningSeed.keepLeftOnes(memory()));
        assertThat(memory().read().distinct()).hasSize(10).contains(Seed.of(1), Seed.of(100));

        memory().update(seeds -> seeds.with(kept(10, "/[class:A]")));
        assertThat(memory().read().distinct())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 10).mapToObj(Seed::of).toList());

        Files.writeString(
                folder.resolve("running-1.jsonl"),
                running(100, "/[class:A]", "A").text());
        ErrorOutput.of(() -> RunningSeed.keepLeftOnes(memory()));
        assertThat(memory().read().distinct()).hasSize(10).doesNotContain(Seed.of(100));
    }

    @Test
    void takesNoRubbishForTheSeedOfAJvmThatEnded() throws IOException {
        Files.writeString(
                folder.resolve("running-1.jsonl"), running(1, "rubbish", "A").text());
        Files.writeString(folder.resolve("running-2.jsonl"), "{}");
        Files.write(folder.resolve("running-3.jsonl"), new byte[] {0, -1, -2, 10, 10, 10, -61});

        RunningSeed.keepLeftOnes(memory());

        assertThat(memory().read().all()).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**running*");
    }

    @Test
    void readsAfterALongerTextWhatFollowedIt() throws IOException {
        RunningSeed running = RunningSeed.of(memory());
        running.write(running(1234567890123L, "/[class:Ünicode]/[method:ö()]", "Ünicode.ö() öööööööööö"));
        running.write(running(7, "/[class:A]", "A"));
        Path left = folder.resolve("running-left.jsonl");
        Files.writeString(left, contents("running"), StandardCharsets.UTF_8);
        running.close();

        String written = ErrorOutput.of(() -> RunningSeed.keepLeftOnes(memory()));

        assertThat(written).contains("an earlier JVM ended while A ran with run seed 7, which is kept");
        assertThat(memory().read().byTest()).containsOnlyKeys("/[class:A]");
    }

    @Test
    void keepsNoSeedThatStillRunsOrThatNothingRunsWith() {
        RunningSeed running = RunningSeed.of(memory());
        running.write(running(1, "/[class:A]", "A"));
        RunningSeed.keepLeftOnes(memory());
        assertThat(memory().read().all()).isEmpty();

        running.idle();
        assertThat(folder).isDirectoryContaining("glob:**running*");
        assertThat(contents("running")).startsWith("\n");

        running.close();
        assertThat(folder).isDirectoryNotContaining("glob:**running*");
    }

    @Test
    void beginsNoRunWhileItEndsInOrder() throws InterruptedException {
        RunningSeed running = RunningSeed.of(memory());
        running.write(running(1, "/[class:A]", "A"));
        running.idle();

        running.endInOrder();
        Thread next = new Thread(() -> running.write(running(2, "/[class:A]", "A")));
        next.setDaemon(true);
        next.start();
        next.join(200);

        assertThat(next.isAlive()).isTrue();
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
            recollection.failed(new KeptSeed("/[class:" + number + "]", Seed.of(1)));
        }
        await(() -> !memory().read().byTest().isEmpty());
        assertThat(memory().read().byTest()).hasSize(1_000);

        recollection.failed(new KeptSeed("/[class:0]", Seed.of(2)));
        recollection.keep();
        assertThat(memory().read().byTest()).containsEntry("/[class:0]", kept(1, 2, "/[class:0]"));
    }

    @Test
    void forgets() throws IOException {
        memory().update(seeds -> seeds.with(kept(1, "/[class:a]", "/[class:b]")));
        memory().update(seeds -> seeds.without(kept(1, "/[class:a]")).without(kept(2, "/[class:b]")));

        assertThat(memory().read().byTest()).containsOnlyKeys("/[class:b]");
    }

    @Test
    void keepsTheNewestOfMany() {
        FailedSeeds seeds = FailedSeeds.NONE;
        for (int seed = 0; seed < 25; seed++) {
            seeds = seeds.with(kept(seed, "/[class:a]"));
        }

        assertThat(seeds.distinct())
                .isEqualTo(IntStream.range(15, 25).mapToObj(Seed::of).toList());
    }

    @Test
    void knowsWhatConcernsATest() {
        FailedSeeds seeds = FailedSeeds.NONE
                .with(kept(1, "/[class:A]"))
                .with(kept(2, "/[class:A]/[test-template:t()]/[test-template-invocation:#2]"))
                .with(kept(3, "/[class-template:C]/[class-template-invocation:#1]/[method:m()]"))
                .with(kept(4, "/[class:AB]"));

        assertThat(seeds.concerning("/[class:A]/[test-template:t()]"))
                .extracting(KeptSeed::runSeed)
                .containsExactlyInAnyOrder(Seed.of(1), Seed.of(2));
        assertThat(seeds.concerning("/[class-template:C]/[method:m()]"))
                .extracting(KeptSeed::runSeed)
                .containsExactly(Seed.of(3));
        assertThat(seeds.concerning("/[class:B]/[method:m()]"))
                .extracting(KeptSeed::runSeed)
                .isEmpty();
    }

    @Test
    void namesWhatItCannotRead() throws IOException {
        memory().update(seeds -> seeds.with(kept(1, "/[class:a]")));
        Path file = memory().file().orElseThrow();
        String format = "{\"format\":1,\"kind\":\"kept\",\"id\":\"%s\",\"runSeed\":\"%s\"}\n";
        Files.writeString(
                file,
                Files.readString(file)
                        + "rubbish\n"
                        + format.formatted("/[class:b]", "99999999999999999999")
                        + format.formatted("/[class:c]", "2")
                        + format.formatted("/foo", "3")
                        + format.formatted("/[class:d]", "4").replace("1", "2")
                        + "{}\n"
                        + format.formatted("/[class:e]", "5").substring(0, 40));

        String written =
                ErrorOutput.of(() -> assertThat(memory().read().byTest()).containsOnlyKeys("/[class:a]", "/[class:c]"));

        assertThat(written)
                .isEqualToNormalizingNewlines(
                        "Seeded: warning: " + file + " is ignored in part: line 2: no JSON at character 1, line 3:"
                                + " '99999999999999999999' is not a seed: it does not fit into a long; write a number such as 42 or 0x2A,"
                                + " line 5: it has no id of a test, line 6: its format is 2, and this version of Seeded"
                                + " reads 1, line 7: it is not a line of a report, line 8: no JSON at character 41\n");
    }

    /** Each of these is no unique id, or one of nothing that can be loaded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/[class:a/M]",
                "/[class:[[La.M;]",
                "/[class:%zz]",
                "/[class:%]",
                "[class:a]",
                "/",
                "//[class:a]",
                "/[class]",
                "/[class:]",
                "/[class:a]/",
                "/[class:a][method:b]"
            })
    void readsTheLinesAroundOneThatNamesNoTest(String identity) throws IOException {
        Path file = memory().file().orElseThrow();
        Files.write(
                file,
                Stream.of("/[class:before]", identity, "/[class:after]")
                        .map(test -> kept(1, test).get(0).line())
                        .toList());

        String written = ErrorOutput.of(
                () -> assertThat(memory().read().byTest()).containsOnlyKeys("/[class:before]", "/[class:after]"));

        assertThat(written).contains(" is ignored in part: line 2: it has no id of a test");
    }

    @Test
    void namesTenLinesThatItCannotReadAndCountsTheRest() throws IOException {
        Path file = memory().file().orElseThrow();
        Files.writeString(
                file,
                "\u001b[2J\u202e\n".repeat(100_000)
                        + kept(1, "/[class:a]").get(0).line());

        String written =
                ErrorOutput.of(() -> assertThat(memory().read().byTest()).containsOnlyKeys("/[class:a]"));

        assertThat(written.lines())
                .singleElement()
                .asString()
                .contains(", line 10: no JSON at character 1 and 99,990 more lines")
                .hasSizeLessThan(1_000)
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void keepsAnIdentityOfAnyLength() throws IOException {
        String deep = "/[class:a]".repeat(10_000);
        memory().update(seeds -> seeds.with(kept(1, deep)));

        assertThat(memory().read().byTest()).containsOnlyKeys(deep);
    }

    @Test
    void ignoresAFileOfSomebodyElse() throws IOException {
        Path file = memory().file().orElseThrow();
        for (byte[] foreign : List.of(new byte[] {0, -1, -2}, "<xml/>".getBytes(StandardCharsets.UTF_8))) {
            Files.write(file, foreign);
            String written = ErrorOutput.of(() -> assertThat(memory().read()).isEqualTo(FailedSeeds.NONE));
            memory().update(seeds -> seeds.with(kept(1, "/[class:a]")));

            assertThat(written).contains(file + " is ignored: line 1: no JSON at character 1");
            assertThat(memory().read().byTest()).containsOnlyKeys("/[class:a]");
        }
    }

    @Test
    void saysOnceWhatItCannotWriteAndWritesItLater() throws IOException {
        Path occupied = Files.createFile(folder.resolve("occupied"));
        Memory memory = new Memory(Optional.of(occupied), Optional.empty());
        MemoryUpdates updates = new MemoryUpdates(memory);
        updates.failed(kept(1, "/[class:a]").get(0));

        String written = ErrorOutput.of(() -> {
            assertThat(updates.keep()).isFalse();
            updates.failed(kept(2, "/[class:b]").get(0));
            assertThat(updates.keep()).isFalse();
        });
        Files.delete(occupied);
        assertThat(updates.keep()).isTrue();

        assertThat(written)
                .isEqualToNormalizingNewlines("Seeded: warning: failed seeds are not kept in "
                        + occupied.resolve("failed-seeds.jsonl") + " so far: it is not a folder\n");
        assertThat(memory.read().byTest()).containsOnlyKeys("/[class:a]", "/[class:b]");
    }

    @Test
    void triesAgainOfItselfWhatItCouldNotWrite() throws Exception {
        Path occupied = Files.createFile(folder.resolve("occupied"));
        Memory memory = new Memory(Optional.of(occupied), Optional.empty());
        MemoryUpdates updates = new MemoryUpdates(memory);
        ErrorOutput.of(() -> {
            updates.failed(kept(1, "/[class:a]").get(0));
            updates.keep();
        });
        Files.delete(occupied);

        await(() -> !memory.read().byTest().isEmpty());
    }

    @Test
    void forgetsThousandsOfPassesInOneGo() throws IOException {
        memory().update(seeds -> {
            List<KeptSeed> many = new ArrayList<>();
            for (int number = 0; number < 5_000; number++) {
                many.addAll(kept(number, "/[class:a" + number + "]/[method:b()]"));
            }
            return seeds.with(many);
        });
        MemoryUpdates updates = new MemoryUpdates(memory());
        for (int number = 0; number < 5_000; number++) {
            updates.passedWhole("/[class:a" + number + "]/[method:b()]", Seed.of(number), How.ALONE);
        }
        updates.keep();

        assertThat(memory().read().all()).isEmpty();
    }

    @Test
    void keepsASeedThatFailsAgainAsTheNewest() {
        FailedSeeds ten = FailedSeeds.NONE.with(LongStream.rangeClosed(1, FailedSeeds.LIMIT)
                .mapToObj(seed -> new KeptSeed("/[class:a]", Seed.of(seed)))
                .toList());

        FailedSeeds again = ten.with(List.of(new KeptSeed("/[class:a]", Seed.of(1))))
                .with(List.of(new KeptSeed("/[class:a]", Seed.of(11))));

        assertThat(again.distinct()).contains(Seed.of(1), Seed.of(11)).doesNotContain(Seed.of(2));
    }

    @Test
    void forgetsOnlyWhatRanAsItFailed() {
        How german = new How(Selection.CLASS, Map.of("seed.locale", "de"));
        FailedSeeds before = FailedSeeds.NONE.with(List.of(new KeptSeed("/[class:a]", Seed.of(1), german)));
        for (How other :
                List.of(How.ALONE, new How(Selection.TEST, german.settings()), new How(Selection.RUN, Map.of()))) {
            assertThat(german.isWithin(other)).isFalse();
        }

        assertThat(german.isWithin(new How(Selection.RUN, german.settings()))).isTrue();
        assertThat(before.with(kept(1, "/[class:a]")).all()).hasSize(2);
        assertThat(before.with(List.of(
                                new KeptSeed("/[class:a]", Seed.of(1), new How(Selection.RUN, german.settings()))))
                        .all())
                .extracting(seed -> seed.how().selection())
                .containsExactly(Selection.RUN);
    }

    @Test
    void writesThoughItsThreadIsInterrupted() throws IOException {
        Thread.currentThread().interrupt();
        try {
            memory().update(seeds -> seeds.with(kept(1, "/[class:a]")));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(memory().read().all()).hasSize(1);
    }

    @Test
    void losesNothingWhenThreadsWriteAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                String identity = "/[class:a" + writer + "]";
                writers.add(threads.submit(() -> {
                    for (int seed = 0; seed < 10; seed++) {
                        List<KeptSeed> one = kept(seed, identity);
                        memory().update(seeds -> seeds.with(one));
                    }
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(memory().read().all()).hasSize(80);
    }

    /** Another class loader, say, has its own monitor. */
    @Test
    void waitsForALockOfThisJvm() throws Exception {
        CompletableFuture<Void> update;
        try (FileChannel other =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            update = CompletableFuture.runAsync(() -> {
                try {
                    memory().update(seeds -> seeds.with(kept(1, "/[class:a]")));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
            Thread.sleep(200);
            assertThat(update).isNotDone();
        }
        update.get(30, TimeUnit.SECONDS);

        assertThat(memory().read().all()).hasSize(1);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20);
        }
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

        assertThat(memory().read().byTest()).hasSize(4 * ENTRIES);
    }

    @Test
    void staysReadableWhenAWriterIsKilled() throws Exception {
        for (int attempt = 0; attempt < 3; attempt++) {
            Process writer = writer("killed" + attempt, Integer.MAX_VALUE);
            while (memory().read()
                    .concerning("/[class:killed" + attempt + "]/[method:9]")
                    .isEmpty()) {
                Thread.sleep(1);
            }
            writer.destroyForcibly().waitFor();

            String written =
                    ErrorOutput.of(() -> assertThat(memory().read().byTest()).hasSizeGreaterThan(9));
            assertThat(written).isEmpty();
            memory().update(seeds -> seeds.with(kept(1, "/[class:after]")));
            assertThat(memory().read().byTest()).containsKey("/[class:after]");
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

    public static void main(String[] arguments) throws IOException {
        Memory memory = new Memory(Optional.of(Path.of(arguments[0])), Optional.empty());
        for (int entry = 0; entry < Integer.parseInt(arguments[2]); entry++) {
            List<KeptSeed> one = kept(entry, "/[class:" + arguments[1] + "]/[method:" + entry + "]");
            memory.update(seeds -> seeds.with(one));
        }
    }

    private static List<KeptSeed> kept(long seed, String... identities) {
        return Stream.of(identities)
                .map(identity -> new KeptSeed(identity, Seed.of(seed)))
                .toList();
    }

    private static List<KeptSeed> kept(int first, int last, String identity) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(seed -> new KeptSeed(identity, Seed.of(seed)))
                .toList();
    }

    private static ReportLine running(long seed, String identity, String test) {
        return ReportLine.of(Kind.RUNNING, test, identity, Seed.of(seed), How.ALONE);
    }
}
