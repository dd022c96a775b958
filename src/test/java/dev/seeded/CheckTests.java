package dev.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.parity.NumPyGenerator;
import dev.seeded.parity.NumPyRandomState;
import dev.seeded.parity.PythonRandom;
import dev.seeded.parity.TorchGenerator;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.testkit.engine.EngineExecutionResults;

@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CheckTests {

    private static final AtomicInteger STATE = new AtomicInteger();

    private static boolean loaded;

    @BeforeAll
    static void noteThatThisIsTheFirstJvm() {
        loaded = true;
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
                                + " and drew differently: something that is not seeded decides what it draws",
                        "  the first draw that differs is number 2 of [method:draws(java.util.Random)] Random")
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
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("and drew differently"))
                .anySatisfy(failure -> assertThat(failure).hasMessageContaining("second run: no such draw"));
    }

    @Test
    void findsTheIterationOrderOfImmutableCollections() {
        assertThat(Fixtures.failures(check(IterationTestCase.class)))
                .hasSize(4)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("passed in two JVMs with the same run seed 1, and drew differently:"
                                + " something that each JVM chooses for itself, such as the order of Set.of, decides"
                                + " what it draws")
                        .hasMessageContaining("\n  second JVM: nextInt gave "));
    }

    @Test
    void leavesTheSecondJvmOut() {
        ErrorOutput.of(() -> assertThat(Fixtures.failures(Fixtures.withSeed(1)
                        .with("seed.check", true)
                        .with("seed.check.jvm", false)
                        .explore(IterationTestCase.class)))
                .isEmpty());
    }

    @Test
    void givesTheSecondJvmTheSystemPropertiesOfThisOne() {
        System.setProperty("dev.seeded.CheckTests", "1000");
        try {
            assertThat(Fixtures.failures(check(PropertyTestCase.class))).isEmpty();
        } finally {
            System.clearProperty("dev.seeded.CheckTests");
        }
    }

    @Test
    void showsAFailureOfTheSecondJvm() {
        assertThat(Fixtures.onlyFailure(check(OtherOutcomeTestCase.class)))
                .hasMessage(OtherOutcomeTestCase.class.getName() + ".failsThere(Random) passed, then failed in a second"
                        + " JVM with the same run seed 1, though it drew the same: something that each JVM chooses for"
                        + " itself, such as the order of Set.of, decides"
                        + "\n  -Dseed.check.jvm=false leaves the second JVM out")
                .cause()
                .hasMessageContaining("java.lang.IllegalStateException: there");
    }

    @Test
    void showsWhatKeptTheSecondJvmFromDrawing() {
        assertThat(Fixtures.onlyFailure(check(OtherEndTestCase.class)))
                .hasMessage(OtherEndTestCase.class.getName() + ".endsThere(Random) passed, then failed in a second"
                        + " JVM with the same run seed 1, before it drew as much: java.lang.AssertionError: in a second"
                        + " JVM: java.lang.IllegalStateException: taken"
                        + "\n  -Dseed.check.jvm=false leaves the second JVM out");
    }

    @Test
    void countsTheTestsOfAFactory() {
        assertThat(Fixtures.onlyFailure(check(FactoryTestCase.class)))
                .hasMessage(
                        FactoryTestCase.class.getName() + ".makesMore(Random) passed twice with the same run seed 1,"
                                + " first as 1 test, then as 2 tests: something that is not seeded decides");
    }

    @Test
    void goesOnWithoutTheSecondJvmWhereThatEnds() {
        String written = ErrorOutput.of(() -> assertThat(Fixtures.failures(Fixtures.withSeed(1)
                        .with("seed.check", true)
                        .explore(HaltTestCase.class, IterationTestCase.class)))
                .isEmpty());

        assertThat(written)
                .containsOnlyOnce("Seeded: seed.check goes on without a second JVM, and so does not see what is"
                        + " constant within one, such as the order of Set.of: ");
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
    void recordsEveryGeneratorThatIsAnInterface() {
        assertThat(Fixtures.onlyFailure(check(AlgorithmTestCase.class)))
                .hasMessageContaining("number 2 of")
                .hasMessageContaining("L64X128MixRandom child 1\n");
    }

    @Test
    void recordsSecureRandom() {
        assertThat(Fixtures.onlyFailure(check(SecureTestCase.class)))
                .hasMessageContaining("number 2 of")
                .hasMessageContaining("[method:draws(java.security.SecureRandom)] java.security.SecureRandom\n")
                .hasMessageContaining("  first run:  nextBytes gave ");
    }

    @Test
    void recordsTheGeneratorsOfOtherLanguages() {
        assertThat(Fixtures.failures(check(ParityTestCase.class)))
                .hasSize(5)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("number 2 of")
                        .hasMessageContaining("\n      at " + ParityTestCase.class.getName() + "."))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains(" dev.seeded.parity.PythonRandom\n")
                        .containsPattern("first run:  PythonRandom.randint drew \\d\n")
                        .containsPattern("second run: PythonRandom.randint drew \\d+\n"))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains(" dev.seeded.parity.NumPyRandomState\n")
                        .containsPattern("first run:  NumPyRandomState.rand drew 0[.]\\d+\n")
                        .contains("second run: no such draw"))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains(" dev.seeded.parity.NumPyGenerator\n")
                        .containsPattern("NumPyGenerator.integers drew \\d+\n"))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains(" dev.seeded.parity.NumPyGenerator child 2\n")
                        .containsPattern("NumPyGenerator.random drew 0[.]\\d+\n"))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains(" dev.seeded.parity.TorchGenerator\n")
                        .containsPattern("TorchGenerator.randperm drew \\d+\n"));
    }

    @Test
    void recordsTheGeneratorsOfLibraries() {
        assertThat(Fixtures.failures(check(LibrariesTestCase.class)))
                .hasSize(3)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("\n      at " + LibrariesTestCase.class.getName() + ".")
                        .hasMessageNotContaining("\n      at net.datafaker."))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains(" net.datafaker.Faker\n")
                        .contains("first run:  no such draw")
                        .containsPattern("second run: [\\w.]+ drew \\d+\n"))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains("number 2 of")
                        .contains(" org.apache.commons.rng.UniformRandomProvider\n")
                        .containsPattern("first run:  nextInt gave \\d\n"))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains("number 2 of")
                        .contains(" kotlin.random.Random\n")
                        .containsPattern("first run:  nextInt gave \\d\n"));
    }

    @Test
    void countsWhatASplittableRandomGives() {
        assertThat(Fixtures.onlyFailure(check(SplittableTestCase.class)))
                .hasMessage(
                        SplittableTestCase.class.getName() + ".draws(SplittableRandom) passed twice with the same run"
                                + " seed 1, and drew differently: something that is not seeded decides what it draws"
                                + "\n  what differs is how many numbers were drawn from"
                                + " [method:draws(java.util.SplittableRandom)] SplittableRandom"
                                + "\n  first run:  5"
                                + "\n  second run: 10");
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
    static class IterationTestCase {

        @Test
        void ofTwo(Random random) {
            Set.of("a", "b").forEach(name -> random.nextInt(name.charAt(0)));
        }

        @Test
        void ofMany(Random random) {
            Set.of("a", "b", "c", "d", "e").forEach(name -> random.nextInt(name.charAt(0)));
        }

        @Test
        void ofTwoEntries(Random random) {
            Map.of(1, "", 2, "").keySet().forEach(random::nextInt);
        }

        @Test
        void ofManyEntries(Random random) {
            Map.of(1, "", 2, "", 3, "", 4, "").keySet().forEach(random::nextInt);
        }
    }

    @Seeded
    static class PropertyTestCase {

        @Test
        void draws(Random random) {
            random.nextInt(Integer.getInteger("dev.seeded.CheckTests", 1));
        }
    }

    @Seeded
    static class OtherEndTestCase {

        @Test
        void endsThere(Random random) {
            if (isSecondJvm()) {
                throw new IllegalStateException("taken");
            }
            random.nextInt();
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
    static class OtherOutcomeTestCase {

        @Test
        void failsThere(Random random) {
            random.nextInt();
            if (isSecondJvm()) {
                throw new IllegalStateException("there");
            }
        }
    }

    @Seeded
    static class HaltTestCase {

        @Test
        void haltsTheOther(Random random) {
            random.nextInt();
            if (isSecondJvm()) {
                Runtime.getRuntime().halt(3);
            }
        }
    }

    /** The JVM of these tests has loaded them; a second one has not. */
    private static boolean isSecondJvm() {
        return !loaded;
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

    @Seeded
    static class SecureTestCase {

        @Test
        void draws(@Seeded SecureRandom random) {
            random.nextBytes(new byte[9]);
            random.nextBytes(new byte[STATE.addAndGet(5)]);
        }
    }

    @Seeded
    static class ParityTestCase {

        private final boolean second = STATE.getAndIncrement() >= 5;

        @Test
        void python(@Seeded PythonRandom random) {
            random.random();
            random.randint(1, second ? 100_000_000 : 8);
        }

        @Test
        void numPyRandomState(@Seeded NumPyRandomState np) {
            np.randint(10);
            if (!second) {
                np.rand();
            }
        }

        @Test
        void numPyGenerator(@Seeded NumPyGenerator rng) {
            rng.standardNormal();
            rng.integers(0, second ? 100_000_000 : 8);
        }

        @Test
        void numPyChildren(@Seeded NumPyGenerator rng) {
            List<NumPyGenerator> children = rng.spawn(2);
            children.get(0).random();
            children.get(1).random();
            if (second) {
                children.get(1).random();
            }
        }

        @Test
        void torch(@Seeded TorchGenerator torch) {
            torch.rand(1);
            torch.randperm(second ? 7 : 8);
        }
    }

    @Seeded
    static class LibrariesTestCase {

        private final boolean second = STATE.getAndIncrement() >= 3;

        @Test
        void faker(@Seeded Faker faker) {
            faker.name().fullName();
            if (second) {
                faker.color().name();
            }
        }

        @Test
        void commons(@Seeded UniformRandomProvider random) {
            random.nextDouble();
            random.nextInt(second ? 100_000_000 : 10);
        }

        @Test
        void kotlin(@Seeded kotlin.random.Random random) {
            random.nextBytes(5);
            random.nextInt(second ? 100_000_000 : 10);
        }
    }

    @Seeded
    static class SplittableTestCase {

        @Test
        void draws(SplittableRandom random) {
            random.ints(STATE.addAndGet(5)).sum();
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
