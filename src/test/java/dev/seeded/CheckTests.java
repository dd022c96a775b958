package dev.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.testkit.engine.EngineExecutionResults;

@ResourceLock(Resources.SYSTEM_ERR)
class CheckTests {

    private static final AtomicInteger STATE = new AtomicInteger();

    @Test
    void passesTestsThatTheirSeedDetermines() {
        check(CleanTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(3).succeeded(3));
    }

    @Test
    void showsTheFirstDrawThatDiffers() {
        Throwable failure = Fixtures.onlyFailure(check(StateTestCase.class));

        String place = StateTestCase.class.getName() + ".draws(CheckTests.java:";
        assertThat(failure.getMessage()
                        .replace(place, "<place>")
                        .replaceAll("<place>\\d+", "<place>")
                        .lines())
                .startsWith(
                        StateTestCase.class.getName() + ".draws(Random) passed twice with the same run seed 1,"
                                + " and drew differently: something that is not seeded decides what it draws",
                        "  the first draw that differs is number 2 of [engine:junit-jupiter]/[class:"
                                + StateTestCase.class.getName() + "]/[method:draws(java.util.Random)] Random")
                .anySatisfy(line -> assertThat(line).matches("  first run:  nextInt gave \\d"))
                .anySatisfy(line -> assertThat(line).matches("  second run: nextInt gave \\d+"))
                .containsSequence("      at <place>)", "  check it again with -Dseed=1 -Dseed.check=true")
                .endsWith("  check it again with -Dseed=1 -Dseed.check=true");
    }

    @Test
    void findsTimeIdentityThreadsAndMissingDraws() {
        assertThat(Fixtures.failures(
                        check(TimeTestCase.class, IdentityTestCase.class, RaceTestCase.class, LazyTestCase.class)))
                .hasSize(4)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("and drew differently"))
                .anySatisfy(failure -> assertThat(failure).hasMessageContaining("second run: no such draw"));
    }

    @Test
    void tellsOutcomesFromDraws() {
        Throwable failure = Fixtures.onlyFailure(check(OutcomeTestCase.class));

        assertThat(failure)
                .hasMessageStartingWith(OutcomeTestCase.class.getName() + ".passesOnce(Random) passed, then failed with"
                        + " the same run seed 1, though it drew the same: something that is not seeded decides")
                .cause()
                .hasMessage("again");
    }

    @Test
    void hearsEveryGeneratorThatIsAnInterface() {
        assertThat(Fixtures.onlyFailure(check(AlgorithmTestCase.class)))
                .hasMessageContaining("number 3 of")
                .hasMessageContaining("L64X128MixRandom");
    }

    private static EngineExecutionResults check(Class<?>... classes) {
        STATE.set(0);
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        ErrorOutput.of(
                () -> results[0] = Fixtures.withSeed(1).with("seed.check", true).explore(classes));
        return results[0];
    }

    @Seeded
    static class CleanTestCase {

        @Test
        void draws(Random random, RandomGenerator.SplittableGenerator splittable, SplittableRandom other) {
            random.ints(10).sum();
            random.nextGaussian();
            random.nextBytes(new byte[9]);
            splittable.splits(3).forEach(RandomGenerator::nextDouble);
            other.nextInt();
        }

        @RepeatedTest(10)
        void givesThreadsTheirOwn(Seed seed, @Seeded(stream = "a") Random one, @Seeded(stream = "b") Random two)
                throws InterruptedException {
            together(one::nextInt, two::nextInt);
        }

        @Test
        void drawsTheSameFromStringsInASet(Random random) {
            for (String name : Set.of("a", "b", "c")) {
                random.nextInt(name.charAt(0));
            }
        }
    }

    @Seeded
    static class StateTestCase {

        @Test
        void draws(Random random) {
            random.nextInt();
            random.nextInt(STATE.addAndGet(5) == 5 ? 10 : 100_000_000);
        }
    }

    @Seeded
    static class TimeTestCase {

        @Test
        void draws(Random random) {
            random.nextInt((int) (System.nanoTime() & 0xFFFFFF) + 1);
        }
    }

    @Seeded
    static class IdentityTestCase {

        @Test
        void draws(Random random) {
            Set<Object> objects = new HashSet<>();
            List<Object> order = new ArrayList<>();
            for (int number = 0; number < 100; number++) {
                Object object = new Object();
                objects.add(object);
                order.add(object);
            }
            Set.copyOf(objects).forEach(object -> random.nextInt(order.indexOf(object) + 1));
        }
    }

    @Seeded
    static class RaceTestCase {

        @Test
        void draws(Random random) throws InterruptedException {
            Runnable draws = () -> {
                for (int number = 0; number < 1_000; number++) {
                    random.nextInt();
                    Thread.yield();
                }
            };
            together(draws, draws);
        }
    }

    @Seeded
    static class LazyTestCase {

        @Test
        void draws(Random random) {
            if (STATE.compareAndSet(0, 1) || STATE.get() > 4) {
                random.nextInt();
            }
            STATE.set(1);
        }
    }

    @Seeded
    static class OutcomeTestCase {

        @Test
        void passesOnce(Random random) {
            random.nextInt();
            if (STATE.getAndIncrement() > 0) {
                throw new AssertionError("again");
            }
        }
    }

    @Seeded
    static class AlgorithmTestCase {

        @Test
        void draws(RandomGenerator.SplittableGenerator random) {
            random.nextLong();
            RandomGenerator child = random.split();
            child.nextDouble();
            child.nextInt(1_000 + STATE.getAndIncrement());
        }
    }

    private static void together(Runnable one, Runnable two) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(2);
        List<Thread> threads = new ArrayList<>();
        for (Runnable action : List.of(one, two)) {
            threads.add(new Thread(() -> {
                start.countDown();
                while (start.getCount() > 0) {
                    Thread.onSpinWait();
                }
                action.run();
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
