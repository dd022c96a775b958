package dev.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.Fixtures;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

class SeededTestTests {

    @Test
    void runsTheListedSeedsFirst() {
        EngineExecutionResults results = Fixtures.withSeed(1).run(ListingTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.started(5).succeeded(5));
        assertThat(Fixtures.logged("test"))
                .hasSize(5)
                .doesNotHaveDuplicates()
                .startsWith(new Random(7).nextInt(), new Random(99).nextInt());
        assertThat(Fixtures.logged("before each")).isEqualTo(Fixtures.logged("test seed"));
        assertThat(results.testEvents().started().stream().map(SeededTestTests::displayName))
                .containsExactly("[1] seed 7", "[2] seed 99", "[3] run 1 of 3", "[4] run 2 of 3", "[5] run 3 of 3");
    }

    @Test
    void derivesTheOthersFromTheRunSeed() {
        Fixtures.withSeed(1).run(ListingTestCase.class);
        List<Object> first = Fixtures.logged("test");
        Fixtures.withSeed(2).run(ListingTestCase.class);
        List<Object> second = Fixtures.logged("test");
        Fixtures.withSeed(1).run(ListingTestCase.class);

        assertThat(Fixtures.logged("test")).isEqualTo(first);
        assertThat(second.subList(2, 5)).doesNotContainAnyElementsOf(first.subList(2, 5));
    }

    @Test
    void liftsTheListedSeedsAsOtherPins() {
        Fixtures.withSeed(1).with("seed.pins", "ignore").succeed(5, ListingTestCase.class);

        assertThat(Fixtures.logged("test")).doesNotContain(new Random(7).nextInt());
    }

    @Test
    void namesTheSeedThatFails() {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(1).run(FailingTestCase.class));

        assertThat(failure.getSuppressed()[0].getMessage())
                .contains("ran with seed 7, pinned by @SeededTest(seeds = 7) on " + FailingTestCase.class.getName()
                        + ".fails(Random)");
    }

    @Test
    void hasSomethingToRun() {
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(1).run(EmptyTestCase.class)))
                .hasMessage("@SeededTest(runs = 0) on " + EmptyTestCase.class.getName()
                        + ".runs() has nothing to run: ask for at least one run, or list a seed");
    }

    private static String displayName(Event event) {
        return event.getTestDescriptor().getDisplayName();
    }

    static class ListingTestCase {

        @BeforeEach
        void prepare(@Seeded Seed seed) {
            Fixtures.log("before each", seed);
        }

        @SeededTest(
                seeds = {7, 99},
                runs = 3)
        void draws(Random random, Seed seed) {
            Fixtures.log("test", random.nextInt());
            Fixtures.log("test seed", seed);
        }
    }

    static class FailingTestCase {

        @SeededTest(seeds = 7, runs = 0)
        void fails(Random random) {
            throw new AssertionError();
        }
    }

    static class EmptyTestCase {

        @SeededTest(runs = 0)
        void runs() {}
    }
}
