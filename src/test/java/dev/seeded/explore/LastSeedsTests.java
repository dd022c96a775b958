package dev.seeded.explore;

import static dev.seeded.explore.ClaimTests.launch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.SeededOrder;
import dev.seeded.explore.ClaimTests.UnseededTestCase;
import dev.seeded.explore.ExploringTests.KindsTestCase;
import dev.seeded.explore.ExploringTests.RareTestCase;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.memory.KeptSeed;
import dev.seeded.internal.memory.Memory;
import dev.seeded.testing.ChildJvm;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs failed tests again with the seeds that they failed with: {@code -Dseed=last}. */
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LastSeedsTests {

    @Test
    void runsFailedTestsAgainWithTheirSeeds(@TempDir Path memory) {
        ErrorOutput.of(() -> remembering(4, memory).with("seed.runs", 400).explore(RareTestCase.class));
        Object failing = Fixtures.logged("rare").get(Fixtures.logged("rare").size() - 1);

        String written = ErrorOutput.of(() -> remembering("last", memory)
                .explore(RareTestCase.class, KindsTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.failed(1)));

        assertThat(Fixtures.logged("rare")).containsExactly(failing);
        assertThat(Fixtures.logged("plain")).isEmpty();
        assertThat(written)
                .contains("failsForOneSeedInTwenty(Random): 1 of 1 seed that it failed with fails again")
                .doesNotContain("plain");
    }

    @Test
    void forgetsASeedOfThisJvmWithWhichALaterPlanPasses(@TempDir Path memory) {
        Path file = memory.resolve("failed-seeds.jsonl");

        int failed = new ChildJvm()
                .property("seed.memory", memory.toString())
                .run(FirstRunTestCase.class)
                .exitCode();
        assertThat(failed).isEqualTo(1);
        assertThat(file).content().contains("FirstRunTestCase");

        new ChildJvm()
                .property("seed.memory", memory.resolve("again").toString())
                .plans(2)
                .run(FirstRunTestCase.class);
        assertThat(memory.resolve("again").resolve("failed-seeds.jsonl"))
                .content()
                .doesNotContain("FirstRunTestCase");
    }

    @Test
    void forgetsASeedWithWhichTheTestPasses(@TempDir Path memory) throws IOException {
        String entry = "/[class:" + KindsTestCase.class.getName() + "]/[test-template:repeated(java.util.Random)]";
        keep(
                memory,
                new KeptSeed(entry + "/[test-template-invocation:#7]", Seed.of(1)),
                new KeptSeed(entry, Seed.of(2)),
                new KeptSeed("/[class:com.acme.Gone]", Seed.of(3)));

        String written = ErrorOutput.of(() -> remembering("last", memory).explore(KindsTestCase.class));

        assertThat(Fixtures.logged("repeated")).hasSize(4);
        assertThat(written).contains("repeated(Random): 0 of 2 seeds that it failed with fail again");
        assertThat(memory(memory).read().byTest()).containsOnlyKeys("/[class:com.acme.Gone]");
    }

    @Test
    void keepsASeedWhoseOrderOfClassesMayDecide(@TempDir Path memory) throws IOException {
        String entry = "/[class:" + KindsTestCase.class.getName() + "]/[method:plain(java.util.Random)]";
        keep(memory, new KeptSeed(entry, Seed.of(7)));

        String written = ErrorOutput.of(() -> remembering("last", memory)
                .with("junit.jupiter.testclass.order.default", SeededOrder.Classes.class.getName())
                .explore(KindsTestCase.class));

        assertThat(written)
                .contains(
                        "plain(Random): 0 of 1 seed that it failed with fail again; what passes is kept until the build"
                                + " is cleaned, as other classes may have run before it then");
        assertThat(memory(memory).read().byTest()).containsOnlyKeys(entry);
    }

    @Test
    void runsNothingElseWithTheLastSeeds(@TempDir Path memory) {
        ErrorOutput.of(() -> launch(
                request -> request.configurationParameter("seed", "4")
                        .configurationParameter("seed.runs", "400")
                        .configurationParameter("seed.memory", memory.toString()),
                RareTestCase.class));

        TestExecutionSummary summary = launch(
                request -> request.configurationParameter("seed", "last")
                        .configurationParameter("seed.runs", "")
                        .configurationParameter("seed.memory", memory.toString()),
                RareTestCase.class,
                KindsTestCase.class,
                UnseededTestCase.class);

        assertThat(summary.getTestsFoundCount()).isEqualTo(1);
        assertThat(Fixtures.logged()).containsOnlyKeys("rare");
    }

    @Test
    void saysThatNothingIsKept(@TempDir Path memory) {
        String written = ErrorOutput.of(() -> {
            remembering("last", memory).explore(RareTestCase.class);
            remembering("last", memory).explore(KindsTestCase.class);
        });

        assertThat(written.lines())
                .containsExactly("Seeded: seed=last runs nothing, as no failed seed is kept in "
                        + memory.resolve("failed-seeds.jsonl"));
    }

    @Test
    void namesKeptTestsThatAreGone(@TempDir Path memory) throws IOException {
        String kinds = "/[class:" + KindsTestCase.class.getName() + "]";
        keep(
                memory,
                Stream.of(
                                kinds + "/[method:plain(java.util.Random)]",
                                kinds + "/[nested-class:Inner]/[method:nested(java.util.Random)]",
                                kinds + "/[test-template:renamed()]/[test-template-invocation:#7]",
                                "/[class:com.acme.Gone]/[method:test()]")
                        .map(identity -> new KeptSeed(identity, Seed.of(3)))
                        .toArray(KeptSeed[]::new));

        assertThat(ErrorOutput.of(() -> remembering("last", memory).explore(KindsTestCase.class))
                        .lines())
                .contains("Seeded: seeds are kept for tests that are gone: com.acme.Gone.test(), "
                        + KindsTestCase.class.getName() + ".renamed()");
    }

    @Test
    void doesNotMixSeedsOldAndNew() {
        assertThat(Fixtures.onlyFailure(
                        Fixtures.withSeed("last").with("seed.runs", 3).explore(RareTestCase.class)))
                .hasMessage("seed.runs, seed.check and seed=last each choose the seeds of the runs: give one of them,"
                        + " not seed=last and seed.runs=3");
    }

    private static Memory memory(Path folder) {
        return Memory.of(new Settings(name -> folder.toString(), name -> null, name -> null));
    }

    private static void keep(Path folder, KeptSeed... seeds) throws IOException {
        memory(folder).update(before -> before.with(List.of(seeds)));
    }

    private static Fixtures remembering(Object seed, Path memory) {
        return Fixtures.withSeed(seed).with("seed.memory", memory);
    }

    @Seeded
    static class FirstRunTestCase {

        private static int runs;

        @Test
        void passesTheSecondTime(Random random) {
            runs++;
            assertThat(runs).isGreaterThan(1);
        }
    }
}
