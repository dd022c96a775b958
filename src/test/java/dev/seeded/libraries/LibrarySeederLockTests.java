package dev.seeded.libraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.LibrarySeeder;
import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.testing.FixtureLoader;
import dev.seeded.testing.Fixtures;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that seed process-wide generators run one after the other. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LibrarySeederLockTests {

    @ParameterizedTest
    @ValueSource(strings = {"fixed", "dynamic"})
    void neverMixesTestsThatRunAtTheSameTime(String strategy) {
        concurrently(strategy)
                .succeed(
                        33,
                        seeing(
                                Shared.class,
                                DrawingTestCase.class,
                                AlsoDrawingTestCase.class,
                                MethodsTestCase.class,
                                LockedTestCase.class));

        assertThat(Fixtures.logged("drawn")).hasSize(34).containsOnly(true);
    }

    /** What the test above would see if nothing kept tests apart. */
    @ParameterizedTest
    @ValueSource(strings = {"fixed", "dynamic"})
    void wouldMixTestsThatDoNotHoldTheLock(String strategy) {
        concurrently(strategy).run(seeing(Shared.class, UnlockedTestCase.class));

        assertThat(Fixtures.logged("drawn")).contains(false);
    }

    private static Fixtures concurrently(String strategy) {
        return Fixtures.withSeed(1)
                .inParallel()
                .with("junit.jupiter.execution.parallel.config.strategy", strategy)
                .with("junit.jupiter.execution.parallel.config.dynamic.factor", 4);
    }

    private static Class<?>[] seeing(Class<?> seeder, Class<?>... fixtures) {
        return new FixtureLoader(LibrarySeederLockTests.class, LibrarySeeder.class, seeder).load(fixtures);
    }

    /** A library with one generator for all. */
    public static class Shared implements LibrarySeeder {

        static volatile Random random = new Random();

        @Override
        public void seed(Seed seed) {
            random = seed.random();
        }

        @Override
        public void restore() {
            random = new Random();
        }

        /** Draws slowly, and in between lets the thread join others, which may give it another test to run meanwhile. */
        static void compare(Random expected) throws InterruptedException {
            boolean equal = true;
            for (int draw = 0; draw < 3; draw++) {
                equal &= random.nextLong() == expected.nextLong();
                Thread.sleep(1);
                IntStream.range(0, 16).parallel().forEach(step -> {
                    AtomicInteger work = new AtomicInteger();
                    while (work.incrementAndGet() < 10_000) {
                        Thread.onSpinWait();
                    }
                });
            }
            Fixtures.log("drawn", equal);
        }
    }

    @Seeded
    static class DrawingTestCase {

        @BeforeAll
        static void prepare(Seed seed) throws InterruptedException {
            Shared.compare(seed.random());
        }

        @RepeatedTest(8)
        void draws(Seed seed) throws InterruptedException {
            Shared.compare(seed.random());
        }

        @Nested
        class Inner {

            @RepeatedTest(4)
            void draws(Seed seed) throws InterruptedException {
                Shared.compare(seed.random());
            }
        }

        @TestFactory
        Stream<DynamicTest> draws(Random random) throws InterruptedException {
            Shared.compare(random);
            return Stream.of("first", "second").map(name -> dynamicTest(name, () -> Shared.compare(random)));
        }
    }

    static class AlsoDrawingTestCase extends DrawingTestCase {}

    static class MethodsTestCase {

        @Test
        @Seeded
        void first(Random random) throws InterruptedException {
            Shared.compare(random);
        }

        @Test
        @Seeded
        void second(Random random) throws InterruptedException {
            Shared.compare(random);
        }

        @Test
        void third() {}
    }

    static class LockedTestCase {

        @Test
        @ResourceLock(LibrarySeeder.RESOURCE)
        void disturbs() {
            Shared.random.nextLong();
        }

        @Test
        @ResourceLock(LibrarySeeder.RESOURCE)
        void disturbsToo() {
            Shared.random.nextLong();
        }
    }

    static class UnlockedTestCase {

        @Test
        void first() throws InterruptedException {
            draw();
        }

        @Test
        void second() throws InterruptedException {
            draw();
        }

        private static void draw() throws InterruptedException {
            for (int time = 0; time < 20; time++) {
                Seed seed = Seed.of(time);
                new Shared().seed(seed);
                Shared.compare(seed.random());
            }
        }
    }
}
