package dev.seeded.edges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.SeededTest;
import dev.seeded.internal.edges.EdgeMix;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.datafaker.Faker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Tests that draw edge cases: how they are found, reported, brought back and counted. */
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EdgeCaseRunTests {

    private static final long UNIFORM = seed(true);
    private static final long PLAYED = seed(false);

    private static long seed(boolean uniform) {
        return LongStream.iterate(0, seed -> seed + 1)
                .filter(seed -> EdgeMix.of(Seed.of(seed)).isEmpty() == uniform)
                .findFirst()
                .orElseThrow();
    }

    private static Fixtures edgeCases(Object seed) {
        return Fixtures.withSeed(seed).with("seed.edgeCases", true);
    }

    @Test
    void areDrawnInThreeOfFourRuns() {
        List<Object> plain = drawn(Fixtures.withSeed(PLAYED), DrawingTestCase.class);

        assertThat(drawn(edgeCases(PLAYED), DrawingTestCase.class))
                .isNotEqualTo(plain)
                .isEqualTo(drawn(edgeCases(PLAYED), DrawingTestCase.class));
        assertThat(drawn(edgeCases(UNIFORM), DrawingTestCase.class))
                .isEqualTo(drawn(Fixtures.withSeed(UNIFORM), DrawingTestCase.class));
    }

    private static List<Object> drawn(Fixtures fixtures, Class<?> type) {
        fixtures.run(type);
        return new ArrayList<>(Fixtures.logged("drawn"));
    }

    @Test
    void leavePinnedGeneratorsAlone() {
        assertThat(drawn(edgeCases(PLAYED), PinnedTestCase.class))
                .hasSize(3)
                .containsOnly(new Random(42).ints(20).boxed().toList());
    }

    @Test
    void areSaidInTheNoteWithoutAPin() {
        Throwable failure = Fixtures.onlyFailure(edgeCases(PLAYED).run(FailingTestCase.class));

        assertThat(failure.getSuppressed()[0].getMessage())
                .contains(" ran with seed " + PLAYED + ", with edge cases (SplittableRandom keeps its seed)\n")
                .contains("seed.edgeCases=true")
                .doesNotContain("pin  ");
        assertThat(Fixtures.onlyFailure(edgeCases(UNIFORM).run(FailingTestCase.class))
                        .getSuppressed()[0]
                        .getMessage())
                .contains(" ran with seed " + UNIFORM + "\n")
                .contains("seed.edgeCases=true")
                .contains("pin  ");
    }

    @Test
    void areDrawnFromTheGeneratorsOfLibraries() {
        List<Object> played = drawn(edgeCases(PLAYED), LibrariesTestCase.class);

        assertThat(played)
                .hasSize(2)
                .isEqualTo(drawn(edgeCases(PLAYED), LibrariesTestCase.class))
                .doesNotContainAnyElementsOf(drawn(Fixtures.withSeed(PLAYED), LibrariesTestCase.class));
    }

    @Test
    void areNoSeedOfARate() {
        String written = ErrorOutput.of(() -> edgeCases(1)
                .with("seed.runs", 400)
                .with("seed.keepGoing", true)
                .with("seed.check.jvm", false)
                .explore(PassingTestCase.class));

        Matcher counts = Pattern.compile(
                        "draws\\(Random\\): (\\d+) uniform runs, none failed: .*; none of (\\d+) runs with"
                                + " edge cases failed\n")
                .matcher(written);
        assertThat(counts.find()).as(written).isTrue();
        assertThat(Integer.parseInt(counts.group(1))).isBetween(70, 130);
        assertThat(Integer.parseInt(counts.group(1)) + Integer.parseInt(counts.group(2)))
                .isEqualTo(400);
    }

    @Test
    @Tag("slow")
    @Tag("long")
    void areNotCountedWhereNothingDrawsThem() {
        String written = ErrorOutput.of(() -> edgeCases(1)
                .with("seed.runs", 8)
                .with("seed.keepGoing", true)
                .with("seed.check.jvm", false)
                .explore(UniformTestCase.class));

        assertThat(written)
                .containsPattern("splittable\\(SplittableRandom\\): 8 runs, \\d failed: ")
                .containsPattern("pinned\\(Random\\): 8 runs, 8 failed: ")
                .containsPattern("seed\\(Seed\\): 8 runs, \\d failed: ")
                .containsPattern(
                        "played\\(Random\\): \\d uniform runs?, \\d failed: .*; \\d of \\d runs with edge cases failed");
    }

    @Test
    void areNotSaidWhereNothingDrawsThem() {
        assertThat(edgeCases(PLAYED)
                        .run(UniformTestCase.class)
                        .testEvents()
                        .failed()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getSuppressed()[0]
                                .getMessage()))
                .hasSize(4)
                .filteredOn(note -> note.contains("with edge cases"))
                .singleElement()
                .asString()
                .contains("played(Random)")
                .doesNotContain("pin  ");
    }

    @Test
    @Tag("slow")
    @Tag("long")
    void areFoundShrunkAndRemembered(@TempDir Path folder) {
        String[] written = new String[1];
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        written[0] = ErrorOutput.of(() -> results[0] = edgeCases(1)
                .with("seed.runs", 2_000)
                .with("seed.shrink", true)
                .with("seed.memory", folder)
                .with("seed.report", folder.resolve("report"))
                .explore(AbsoluteTestCase.class));

        assertThat(written[0]).containsPattern("isNotNegative\\(Random\\): failed in run \\d+, with edge cases\n");
        assertThat(Fixtures.onlyFailure(results[0]).getSuppressed()[0].getMessage())
                .containsPattern(
                        " ran with seed \\d+, with edge cases, shrunk (?:from \\d+ draws to 1|to a simpler value) in \\d+ runs?\n")
                .contains("draws   nextInt() = -2147483648 at EdgeCaseRunTests.java:")
                .containsPattern("pin     @Seeded\\(value = -?\\d+L, draws = \"[\\w-]+\"\\)");
        assertThat(folder.resolve("report"))
                .content()
                .contains("\"settings\":{\"seed.edgeCases\":\"true\"}")
                .contains("\"edgeFailures\":1");

        String again = ErrorOutput.of(() -> Fixtures.withSeed("last")
                .with("seed.memory", folder)
                .explore(AbsoluteTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.failed(1)));
        assertThat(again).contains("the remembered failing seed still fails");
    }

    @Test
    @Tag("slow")
    void areCompared() {
        edgeCases(PLAYED)
                .with("seed.check", true)
                .explore(PassingTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    void areAskedForInTheSource() {
        Fixtures.withSeed(1).run(DeclaringTestCase.class);

        List<Object> played = Fixtures.logged("played");
        assertThat(played).hasSize(201).startsWith(new Random(7).nextInt());
        assertThat(played.stream()
                        .filter(number -> Math.abs((int) number) < 1_000)
                        .count())
                .isGreaterThan(20);
    }

    @Test
    void areFoundByThreadsThatShareThem() {
        Throwable failure = Fixtures.onlyFailure(edgeCases(PLAYED).run(SharingTestCase.class));

        assertThat(failure.getSuppressed()[0].getMessage())
                .contains("cannot be promised: threads share a generator, and may draw from it in a different order");
    }

    @Seeded
    static class DrawingTestCase {

        @Test
        void draws(Random random) {
            Fixtures.log("drawn", random.ints(20).boxed().toList());
        }
    }

    @Seeded
    static class PinnedTestCase {

        @Test
        void parameter(@Seeded(42) Random random) {
            Fixtures.log("drawn", random.ints(20).boxed().toList());
        }

        @Test
        @Seeded(42)
        void method(Random random) {
            Fixtures.log("drawn", random.ints(20).boxed().toList());
        }

        @SeededTest(seeds = 42, runs = 0, edgeCases = true)
        void listed(Random random) {
            Fixtures.log("drawn", random.ints(20).boxed().toList());
        }
    }

    @Seeded
    static class LibrariesTestCase {

        @Test
        void kotlin(@Seeded kotlin.random.Random random) {
            Fixtures.log(
                    "drawn",
                    IntStream.range(0, 100).mapToObj(unused -> random.nextInt()).toList());
        }

        @Test
        void faker(@Seeded Faker faker) {
            Fixtures.log(
                    "drawn",
                    IntStream.range(0, 100)
                            .mapToObj(unused -> faker.number().numberBetween(0, 1_000_000))
                            .toList());
        }
    }

    @Seeded
    static class FailingTestCase {

        @Test
        void fails(Random random, SplittableRandom other) {
            throw new AssertionError(random.nextInt() + " " + other.nextInt());
        }
    }

    @Seeded
    static class PassingTestCase {

        @Test
        void draws(Random random) {
            random.nextInt();
            random.nextFloat();
            random.nextBytes(new byte[5]);
        }
    }

    @Seeded
    static class UniformTestCase {

        @Test
        void splittable(SplittableRandom random) {
            throw new AssertionError(random.nextInt());
        }

        @Test
        void pinned(@Seeded(42) Random random) {
            throw new AssertionError(random.nextInt());
        }

        @Test
        void seed(Seed seed) {
            throw new AssertionError(seed);
        }

        @Test
        void played(Random random) {
            throw new AssertionError(random.nextInt());
        }
    }

    @Seeded
    static class AbsoluteTestCase {

        @Test
        void isNotNegative(Random random) {
            for (int draw = 0; draw < 3; draw++) {
                assertThat(Math.abs(random.nextInt())).isNotNegative();
            }
        }
    }

    static class DeclaringTestCase {

        @SeededTest(seeds = 7, runs = 200, edgeCases = true)
        void draws(Random random) {
            Fixtures.log("played", random.nextInt());
        }
    }

    @Seeded
    static class SharingTestCase {

        @Test
        void fails(Random random) throws InterruptedException {
            random.nextInt();
            for (int number = 0; number < 2; number++) {
                Thread thread = new Thread(random::nextInt);
                thread.start();
                thread.join();
            }
            throw new AssertionError(random.nextInt());
        }
    }
}
