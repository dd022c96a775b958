package dev.seeded.jvm;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.Seeded.Global;
import dev.seeded.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Runs a fixture in a JVM of its own and prints what it drew, then its failures. */
final class GlobalFixtures {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private GlobalFixtures() {}

    /** Takes the fixture's simple name, then configuration parameters as {@code name=value}. */
    public static void main(String... arguments) throws ClassNotFoundException {
        Fixtures fixtures = Fixtures.withSeed(1).with("seed.announce", false);
        for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
            fixtures.with(argument.split("=", 2)[0], argument.split("=", 2)[1]);
        }
        Class<?> fixture = Class.forName(
                GlobalFixtures.class.getName() + "$" + arguments[0], false, GlobalFixtures.class.getClassLoader());
        EngineExecutionResults results = List.of(arguments).contains("seed.check=true")
                        || List.of(arguments).contains("seed.shrink=true")
                ? fixtures.explore(fixture)
                : fixtures.run(fixture);
        for (Map.Entry<String, List<Object>> place : Fixtures.logged().entrySet()) {
            System.out.println(place.getKey() + " " + place.getValue());
        }
        for (Throwable failure : Fixtures.failures(results)) {
            System.out.println("failed: " + failure.getMessage());
            for (Throwable note : failure.getSuppressed()) {
                System.out.println(note);
            }
        }
        System.exit(0);
    }

    @Seeded
    static class DynamicTestCase {

        @TestFactory
        Stream<DynamicTest> makesTests(Random random) {
            return Stream.of("a", "b")
                    .map(name -> dynamicTest(name, () -> {
                        throw new IllegalStateException("drew " + random.nextInt());
                    }));
        }
    }

    @Seeded
    static class TimeOfFileTestCase {

        @Test
        void hasAFileOfThePast() throws IOException {
            Path home = Path.of(System.getProperty("java.home"));
            if (Files.getLastModifiedTime(home).toInstant().isAfter(Instant.now())) {
                throw new AssertionError("of the future");
            }
        }
    }

    @Seeded
    static class ImmutableTestCase {

        @Test
        void drawsForEach(Random random) {
            for (int size = 2; size < 9; size++) {
                for (Object element : Set.of(IntStream.range(0, size).boxed().toArray())) {
                    random.nextInt(1 + (Integer) element);
                }
            }
        }
    }

    @Seeded(global = Global.SEED)
    static class ShrunkTestCase {

        @Test
        void fails() {
            List<Integer> numbers = new ArrayList<>();
            Random random = new Random();
            for (int at = 0; at < 20; at++) {
                numbers.add(random.nextInt(1 << 10));
            }
            double factor = Math.random();
            UUID.randomUUID();
            if (factor > 0.25 && numbers.get(7) > 99) {
                throw new AssertionError(factor + " " + numbers);
            }
        }
    }

    @Seeded(global = Global.SEED)
    static class ShrunkFactoryTestCase {

        @TestFactory
        Stream<DynamicTest> makesTests(Random random) {
            int drawn = random.nextInt(1 << 20);
            return Stream.of(dynamicTest("fails", () -> {
                throw new AssertionError("drew " + drawn);
            }));
        }
    }

    @Seeded(global = Global.SEED)
    static class EdgeCasesTestCase {

        @Test
        void fails() {
            Fixtures.log("drawn", List.of(new Random().ints(100).boxed().toList(), Math.random()));
            throw new AssertionError("on purpose");
        }
    }

    @Seeded(global = Global.SEED)
    static class EverywhereTestCase {

        private static final UUID STATIC = UUID.randomUUID();

        private final double field = Math.random();

        EverywhereTestCase() {
            Fixtures.log("static", STATIC);
            Fixtures.log("constructor", Math.random());
        }

        @BeforeAll
        static void beforeAll() {
            Fixtures.log("before all", Math.random());
        }

        @BeforeEach
        void beforeEach() {
            Fixtures.log("field", field);
            Fixtures.log("before each", Math.random());
        }

        @Test
        void test() {
            Fixtures.log("test", Math.random());
            Fixtures.log("pool", CompletableFuture.supplyAsync(Math::random).join());
        }

        @RepeatedTest(3)
        void repeated() {
            Fixtures.log("repeated", Math.random());
        }

        @Nested
        class Inner {

            @Test
            void test() {
                Fixtures.log("nested", Math.random());
            }
        }

        @AfterEach
        void afterEach() {
            Fixtures.log("after each", Math.random());
        }

        @AfterAll
        static void afterAll() {
            Fixtures.log("after all", Math.random());
        }
    }

    @Seeded(global = Global.SEED)
    static class RepeatableTestCase {

        private static final UUID STATIC = UUID.randomUUID();

        @BeforeAll
        static void beforeAll() {
            Math.random();
        }

        @Test
        void onItsThread() {
            new Random().nextGaussian();
            ThreadLocalRandom.current().nextInt(10);
            new SecureRandom().nextBytes(new byte[9]);
            Collections.shuffle(new ArrayList<>(List.of(1, 2, 3)));
            new SplittableRandom().nextInt();
            STATIC.toString();
        }

        @Test
        void inTasks() throws InterruptedException {
            IntStream.range(0, 1_000).parallel().forEach(number -> Math.random());
            List.of(CompletableFuture.runAsync(Math::random), CompletableFuture.runAsync(UUID::randomUUID))
                    .forEach(CompletableFuture::join);
            Thread thread = new Thread(Math::random);
            thread.start();
            thread.join();
            ScheduledExecutorService pool = Executors.newScheduledThreadPool(3);
            CountDownLatch drawn = new CountDownLatch(20);
            ScheduledFuture<?> task = pool.scheduleAtFixedRate(
                    () -> {
                        if (drawn.getCount() > 0) {
                            Math.random();
                            drawn.countDown();
                        }
                    },
                    0,
                    1,
                    TimeUnit.MILLISECONDS);
            drawn.await();
            task.cancel(false);
            pool.shutdown();
            pool.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    @Seeded
    static class NotSeededTestCase {

        @Test
        void unseeded() {
            for (int count = COUNT.incrementAndGet(); count > 0; count--) {
                Math.random();
            }
        }

        @Test
        @Seeded(global = Global.DETECT)
        void detected() {
            unseeded();
        }
    }

    @Seeded(global = Global.BOTH)
    static class UnrepeatableTestCase {

        private final boolean second = COUNT.getAndIncrement() >= 6;

        @Test
        void more() {
            Math.random();
            if (second) {
                Math.random();
            }
        }

        @Test
        void other() {
            new Random().nextInt(10);
            if (second) {
                new Random().nextLong();
            } else {
                new Random().nextBoolean();
            }
        }

        @Test
        void otherPlace() {
            if (second) {
                UUID.randomUUID();
            } else {
                UUID.randomUUID();
            }
        }

        @Test
        void otherSize() {
            Collections.shuffle(new ArrayList<>(List.of(1, 2, second ? 4 : 3).subList(0, second ? 2 : 3)));
        }

        @Test
        void inATask() {
            CompletableFuture.runAsync(() -> {
                        ThreadLocalRandom.current().nextInt();
                        if (second) {
                            ThreadLocalRandom.current().nextInt();
                        }
                    })
                    .join();
        }

        @Test
        void bytes() {
            new SecureRandom().nextBytes(new byte[second ? 8 : 9]);
        }
    }

    static class MethodTestCase {

        @Test
        @Seeded(global = Global.SEED)
        void seeded() {
            Fixtures.log("seeded", Math.random());
            throw new AssertionError("on purpose");
        }

        @Test
        @Seeded
        void off() {
            Fixtures.log("off", Math.random());
        }

        @Test
        void bare() {
            Fixtures.log("bare", Math.random());
        }
    }

    @Seeded(global = Global.DETECT)
    static class DetectedTestCase {

        @Test
        void fails() {
            order();
            order();
            Fixtures.log("shuffled", Draws.SHUFFLE.draw());
            throw new AssertionError("on purpose");
        }

        @Test
        void passes() {
            Fixtures.log("passes", Math.random());
        }

        private static void order() {
            Fixtures.log("order", UUID.randomUUID());
        }
    }

    @Seeded
    static class CollectionsTestCase {

        @Test
        void iterates() {
            Fixtures.log("set", Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12).toString());
            Fixtures.log("pair", Set.of(1, 2).toString());
            Fixtures.log(
                    "map",
                    Map.of(1, "a", 2, "b", 3, "c", 4, "d", 5, "e", 6, "f").toString());
        }
    }

    static class CurrentTestCase {

        @Test
        @Seeded(7)
        void onThisThread() {
            Fixtures.log("current", Seed.current());
        }

        @Test
        @Seeded(7)
        void inPool() {
            Fixtures.log("in pool", CompletableFuture.supplyAsync(Seed::current).join());
        }

        @Test
        void unseeded() {
            Seed.current();
        }
    }
}
