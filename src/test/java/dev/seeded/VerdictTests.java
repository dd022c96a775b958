package dev.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A catalogue of failures whose cause is known. */
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class VerdictTests {

    private static final AtomicInteger STATE = new AtomicInteger();

    @Test
    void isRightOnFailuresWhoseCauseIsKnown() {
        assertThat(verdicts(CatalogueTestCase.class, BeforeAllTestCase.class, OrderTestCase.class))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("everySeed", "fails with every seed"),
                        Map.entry("everySeedWithoutADraw", "fails with every seed"),
                        Map.entry("everySeedUnderAPin", "fails with every seed"),
                        Map.entry("everySeedAtVaryingPlaces", "fails with every seed"),
                        Map.entry("oneSeed", "fails with this seed"),
                        Map.entry("halfOfTheSeeds", "fails with this seed"),
                        Map.entry("onePin", "fails with this seed"),
                        Map.entry("oneSeedInAnInvocation", "fails with this seed"),
                        Map.entry("BeforeAllTestCase", "fails with this seed"),
                        Map.entry("firstTime", "does not reproduce"),
                        Map.entry("time", "does not reproduce"),
                        Map.entry("race", "does not reproduce"),
                        Map.entry("otherFailureEachTime", "does not reproduce"),
                        Map.entry("afterAnother", "does not reproduce")));
    }

    @Test
    void asksAsOftenAsItIsTold() {
        String written = explored(Map.of("seed.check.same", "1", "seed.check.others", "4"), OneTestCase.class);

        assertThat(written)
                .contains(
                        "verdict fails with every seed: not a matter of seeds (1 of 1 runs with it, 4 of 4 with others)");
        assertThat(Fixtures.logged("runs")).hasSize(6);
    }

    private static Map<String, String> verdicts(Class<?>... classes) {
        STATE.set(0);
        Matcher entry = Pattern.compile(
                        "[.$](\\w+)(?:\\([\\w, ]*\\))?(?: >[^\\n]*?)? (?:ran|failed)[^\\n]*(?:\\n    replay[^\\n]*)?\\n    verdict ([^:]*):")
                .matcher(explored(Map.of(), classes));
        Map<String, String> verdicts = new HashMap<>();
        while (entry.find()) {
            verdicts.put(entry.group(1), entry.group(2));
        }
        return verdicts;
    }

    private static String explored(Map<String, String> settings, Class<?>... classes) {
        Fixtures.clear();
        return ErrorOutput.of(() -> {
            try (LauncherSession session = LauncherFactory.openSession()) {
                session.getLauncher()
                        .execute(LauncherDiscoveryRequestBuilder.request()
                                .selectors(Stream.of(classes)
                                        .map(DiscoverySelectors::selectClass)
                                        .toList())
                                .configurationParameter("seed", "1")
                                .configurationParameter("seed.check", "true")
                                .configurationParameter("seed.memory", "target/seeds-of-fixtures")
                                .configurationParameters(settings)
                                .enableImplicitConfigurationParameters(false)
                                .build());
            }
        });
    }

    @Seeded
    static class CatalogueTestCase {

        private static final int COUNT = 3_000_000;
        private static final long OF_PIN = new Random(42).nextLong();

        @Test
        void everySeed(Random random) {
            random.nextInt();
            throw new AssertionError();
        }

        @Test
        void everySeedWithoutADraw() {
            throw new AssertionError();
        }

        @Test
        @Seeded(42)
        void everySeedUnderAPin(Random random) {
            throw new AssertionError();
        }

        @Test
        void everySeedAtVaryingPlaces(Random random) {
            if (random.nextBoolean()) {
                throw new IllegalStateException();
            }
            throw new AssertionError();
        }

        @Test
        void oneSeed(Seed seed) {
            if (Fixtures.logged("one seed").isEmpty()) {
                Fixtures.log("one seed", seed);
            }
            failIf(Fixtures.logged("one seed").get(0).equals(seed));
        }

        @Test
        void halfOfTheSeeds(Random random, Seed seed) {
            boolean drawn = random.nextBoolean();
            if (Fixtures.logged("half").isEmpty()) {
                Fixtures.log("half", drawn);
            }
            failIf(Fixtures.logged("half").get(0).equals(drawn));
        }

        @Test
        @Seeded(42)
        void onePin(Random random) {
            failIf(random.nextLong() == OF_PIN);
        }

        @RepeatedTest(3)
        void oneSeedInAnInvocation(Seed seed) {
            if (Fixtures.logged("invocation").isEmpty()) {
                Fixtures.log("invocation", seed);
            }
            failIf(Fixtures.logged("invocation").get(0).equals(seed));
        }

        @Test
        void firstTime(Random random) {
            random.nextInt();
            failIf(STATE.compareAndSet(0, 1));
        }

        @Test
        void time(Random random) {
            boolean isFirst = Fixtures.logged("time").isEmpty();
            Fixtures.log("time", random);
            failIf(isFirst || System.nanoTime() % 1_000 == random.nextInt(1_000));
        }

        @Test
        void race(Random random) throws InterruptedException {
            List<Object> before = Fixtures.logged("race");
            int sum = race();
            // Where the threads happen not to meet there was no race, and where it ends alike nothing shows it.
            while (sum == 2 * COUNT || (!before.isEmpty() && before.get(0).equals(sum))) {
                sum = race();
            }
            Fixtures.log("race", sum);
            failIf(before.isEmpty());
        }

        private static int race() throws InterruptedException {
            AtomicInteger sum = new AtomicInteger();
            CountDownLatch start = new CountDownLatch(1);
            Runnable count = () -> {
                for (int number = 0; number < COUNT; number++) {
                    sum.lazySet(sum.get() + 1);
                }
            };
            Thread other = new Thread(() -> {
                start.countDown();
                count.run();
            });
            other.start();
            start.await();
            count.run();
            other.join();
            return sum.get();
        }

        @Test
        void otherFailureEachTime(Random random) {
            random.nextInt();
            if (Fixtures.logged("failures").isEmpty()) {
                Fixtures.log("failures", 1);
                throw new IllegalStateException();
            }
            throw new AssertionError();
        }
    }

    @Seeded
    static class BeforeAllTestCase {

        @BeforeAll
        static void prepare(Seed seed) {
            if (Fixtures.logged("class").isEmpty()) {
                Fixtures.log("class", seed);
            }
            failIf(Fixtures.logged("class").get(0).equals(seed));
        }

        @Test
        void runs() {}
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class OrderTestCase {

        private static boolean left;

        @BeforeAll
        static void prepare() {
            left = false;
        }

        @Test
        @Order(1)
        void leavesSomething(Random random) {
            left = true;
        }

        @Test
        @Order(2)
        void afterAnother(Random random) {
            random.nextInt();
            failIf(left);
        }
    }

    @Seeded
    static class OneTestCase {

        @Test
        void fails(Random random) {
            Fixtures.log("runs", random.nextInt());
            throw new AssertionError();
        }
    }

    private static void failIf(boolean condition) {
        if (condition) {
            throw new AssertionError();
        }
    }
}
