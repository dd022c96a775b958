package dev.seeded.check;

import static dev.seeded.check.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.parity.PythonRandom;
import dev.seeded.parity.TorchGenerator;
import dev.seeded.testing.Fixtures;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kotlin.collections.CollectionsKt;
import net.datafaker.Faker;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What {@code seed.check} finds by running a test twice with one seed. */
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CheckTests {

    private static final AtomicInteger STATE = new AtomicInteger();

    @BeforeEach
    void startAnew() {
        STATE.set(0);
    }

    @Test
    void passesTestsThatTheirSeedDetermines() {
        check(CleanTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(2).succeeded(2));
    }

    @Test
    void givesEachThreadTheChildThatItHas() {
        assertThat(Fixtures.failures(check(ParallelTestCase.class))).isEmpty();
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
                                + " but its draws differed: something that is not seeded decides what it draws",
                        "  draw 2 of Random in draws(java.util.Random) is the first that differs")
                .anySatisfy(line -> assertThat(line).matches("  first run:  nextInt gave \\d"))
                .anySatisfy(line -> assertThat(line).matches("  second run: nextInt gave \\d+"))
                .endsWith("      at <place>)");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(note -> assertThat(note.getMessage().lines())
                        .first()
                        .isEqualTo(StateTestCase.class.getName() + ".draws(Random) ran with seed 1"))
                .satisfies(note -> assertThat(note.getMessage())
                        .containsPattern("replay  .* -Dseed=1 -Dseed.check=true")
                        .doesNotContain("@Seeded("));
    }

    @Test
    void findsTimeIdentityThreadsAndMissingDraws() {
        assertThat(Fixtures.failures(
                        check(TimeTestCase.class, IdentityTestCase.class, RaceTestCase.class, LazyTestCase.class)))
                .hasSize(4)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining(" its draws differed: "))
                .anySatisfy(failure -> assertThat(failure).hasMessageContaining("second run: no such draw"));
    }

    @Test
    void countsTheTestsOfAFactory() {
        assertThat(Fixtures.onlyFailure(check(FactoryTestCase.class)))
                .hasMessage(
                        FactoryTestCase.class.getName() + ".makesMore(Random) passed twice with the same run seed 1,"
                                + " first as 1 test, then as 2 tests: something that is not seeded decides")
                // The ConsoleLauncher shows no note without a stack above it.
                .satisfies(failure -> assertThat(failure.getStackTrace()).hasSize(1));
    }

    @Test
    void tellsOutcomesFromDraws() {
        Throwable failure = Fixtures.onlyFailure(check(OutcomeTestCase.class));

        assertThat(failure)
                .hasMessageStartingWith(OutcomeTestCase.class.getName() + ".passesOnce(Random) passed, then failed with"
                        + " the same run seed 1 and the same draws: something that is not seeded decides")
                .cause()
                .hasMessage("again");
        assertThat(failure.getCause().getSuppressed())
                .singleElement()
                .asString()
                .contains("-Dseed=1 -Dseed.check=true");
    }

    @Seeded
    static class CleanTestCase {

        @Test
        void draws(
                Random random,
                RandomGenerator.SplittableGenerator splittable,
                SplittableRandom other,
                @Seeded SecureRandom secure,
                @Seeded PythonRandom python,
                @Seeded TorchGenerator torch,
                @Seeded Faker faker,
                @Seeded UniformRandomProvider commons,
                @Seeded kotlin.random.Random kotlin) {
            random.ints(10).sum();
            random.nextGaussian();
            random.nextBytes(new byte[9]);
            splittable.splits(3).forEach(RandomGenerator::nextDouble);
            other.nextInt();
            secure.nextGaussian();
            secure.ints(10).sum();
            python.shuffle(new int[10]);
            torch.randn(3);
            faker.internet().emailAddress();
            commons.ints(10).sum();
            CollectionsKt.shuffled(List.of(1, 2, 3), kotlin);
        }

        @RepeatedTest(10)
        void givesThreadsTheirOwn(Seed seed, @Seeded(stream = "a") Random one, @Seeded(stream = "b") Random two)
                throws InterruptedException {
            together(one::nextInt, two::nextInt);
        }
    }

    @Seeded
    static class ParallelTestCase {

        @Test
        void splits(RandomGenerator.SplittableGenerator random) {
            random.splits(100).parallel().mapToInt(RandomGenerator::nextInt).sum();
        }

        @Test
        void handsOutChildren(RandomGenerator.SplittableGenerator random) throws InterruptedException {
            together(random.split()::nextInt, random.split()::nextInt);
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
    static class FactoryTestCase {

        private static int runs;

        @TestFactory
        Stream<DynamicTest> makesMore(Random random) {
            runs++;
            return IntStream.range(0, runs).mapToObj(number -> DynamicTest.dynamicTest("test " + number, () -> {}));
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
