package dev.seeded.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.SeededOrder;
import dev.seeded.SeededTest;
import dev.seeded.internal.seed.Derivation;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A catalogue of failures whose cause is known. */
@ResourceLock(Resources.SYSTEM_ERR)
@Tag("slow")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class VerdictCatalogueTests {

    private static final AtomicInteger STATE = new AtomicInteger();

    @Test
    @Tag("long")
    void isRightOnFailuresWhoseCauseIsKnown() {
        Map<String, String> verdicts = verdicts(CatalogueTestCase.class, BeforeAllTestCase.class, OrderTestCase.class);

        assertThat(verdicts)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("everySeed", "fails with every seed"),
                        Map.entry("everySeedWithoutADraw", "fails with every seed"),
                        Map.entry("everySeedUnderAPin", "fails with every seed"),
                        Map.entry("everySeedAtVaryingPlaces", "fails with every seed"),
                        Map.entry("oneSeed", "fails with this seed"),
                        Map.entry("halfOfTheSeeds", "fails with this seed"),
                        Map.entry("onePin", "fails with this seed"),
                        Map.entry("oneSeedInAnInvocation", "fails with this seed"),
                        Map.entry("oneListedSeed", "fails with this seed"),
                        Map.entry("BeforeAllTestCase", "fails with this seed"),
                        Map.entry("race", "does not reproduce"),
                        Map.entry("otherFailureEachTime", "does not reproduce"),
                        Map.entry("firstTime", "depends on what ran before"),
                        Map.entry("afterAnother", "depends on what ran before")));
    }

    @Test
    void saysThatChanceDecides() {
        Map<String, String> verdicts = Map.of();
        for (int attempt = 0; attempt < 20 && verdicts.isEmpty(); attempt++) {
            verdicts = verdicts(ChanceTestCase.class);
        }

        assertThat(verdicts).containsExactly(Map.entry("failsNowAndThen", "does not reproduce"));
    }

    @Test
    void countsNoFailureThatAnEarlierRunCaused() {
        Map<String, String> verdicts = verdicts(PoisonedTestCase.class);

        assertThat(verdicts).containsExactly(Map.entry("failsForSome", "fails with this seed"));
    }

    @Test
    @Tag("long")
    void tellsWhatFailsOfItselfFromWhatFailsAfterIt() {
        Map<String, String> verdicts = verdicts(PollutingFailureTestCase.class);

        assertThat(verdicts)
                .containsEntry("failsAndLeavesSomething", "fails with every seed")
                .containsEntry("findsSomething", "depends on what ran before");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | with the same seed it passes in a fresh JVM | , 0 of 7 with it in fresh JVMs
            false | the static field %s.total may keep state from other tests, and no other JVM has confirmed it |
            """)
    @Tag("long")
    void promisesNothingWhereTestsAroundMayHaveLeftSomething(String secondJvm, String doubt, String more) {
        LeavingTestCase.total = 0;
        String type = LeavingTestCase.class.getName();
        String written = explored(
                Map.of("seed.check.same", "5", "seed.check.others", "4", "seed.check.jvm", secondJvm),
                LeavingTestCase.class);

        assertThat(written)
                .contains("    replay  cannot be promised: " + doubt.formatted(type) + "\n    try     ")
                .contains(
                        "    verdict cannot tell (0 of 5 runs with it, 0 of 4 with others" + (more == null ? "" : more)
                                + "; the static field " + type + ".total may keep state from other tests)\n");
    }

    /** A fresh JVM would tell, which nobody wants here. */
    @Test
    void cannotTellChanceFromWhatItsOwnClassKeeps() {
        FirstTimeTestCase.runs = 0;
        String written = explored(
                Map.of("seed.check.same", "5", "seed.check.others", "4", "seed.check.jvm", "false"),
                FirstTimeTestCase.class);

        assertThat(written)
                .contains("    verdict cannot tell (0 of 5 runs with it, 0 of 4 with others; the static field "
                        + FirstTimeTestCase.class.getName() + ".runs may keep state from other tests)\n");
    }

    @Test
    void promisesNothingWhereAUsedClassMayKeepSomethingAndNoOtherJvmIsWanted() {
        String written = explored(
                Map.of("seed.check.same", "5", "seed.check.others", "4", "seed.check.jvm", "false"),
                LastSeedsTests.LeavingTestCase.class);

        assertThat(written)
                .contains("    replay  cannot be promised: the static field "
                        + LastSeedsTests.LeavingTestCase.class.getName()
                        + "$Shared.COUNTER may keep state from other tests, and no other JVM has confirmed it\n");
    }

    @Test
    void asksAsOftenAsItIsTold() {
        String written = explored(Map.of("seed.check.same", "1", "seed.check.others", "4"), OneTestCase.class);

        assertThat(written).contains("verdict cannot tell (1 of 1 runs with it, 4 of 4 with others)");
        assertThat(Fixtures.logged("runs")).hasSize(6);
    }

    private static Map<String, String> verdicts(Class<?>... classes) {
        Matcher entry = Pattern.compile(
                        "[.$](\\w+)(?:\\([\\w, ]*\\))?(?: >[^\\n]*?)? (?:ran|failed)[^\\n]*(?:\\n    (?:replay|try   |reason|uncontrolled)[^\\n]*)*\\n    verdict ([^:(]*)[:(]")
                .matcher(explored(Map.of(), classes));
        Map<String, String> verdicts = new HashMap<>();
        while (entry.find()) {
            // A machine that is slow does not come as far as others.
            verdicts.put(
                    entry.group(1),
                    entry.group(2)
                            .replace("at least 95 % of the seeds", "every seed")
                            .replace(" and with most others", ""));
        }
        return verdicts;
    }

    private static String explored(Map<String, String> settings, Class<?>... classes) {
        Fixtures.clear();
        STATE.set(0);
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

    /** Returns the test seed that a context of the catalogue has with the run seed of these tests. */
    private static Seed seedOf(Class<?> type, String below) {
        return Seed.of(Derivation.testSeed(1, "/[class:" + type.getName() + "]" + below));
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class PollutingFailureTestCase {

        private static boolean isLeft;

        @Test
        void failsAndLeavesSomething(Random random) {
            isLeft = true;
            throw new AssertionError();
        }

        @Test
        void findsSomething(Random random) {
            assertThat(isLeft).isFalse();
        }
    }

    /** The tests of the class around run more than once before those in it. */
    @Seeded
    static class LeavingTestCase {

        private static int total;

        @Test
        void leaves(Random random) {
            total++;
        }

        @Nested
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        @TestMethodOrder(SeededOrder.Methods.class)
        class InnerTestCase {

            @Test
            void finds(Random random) {
                total++;
                failIf(total == 3);
            }
        }
    }

    @Seeded
    static class CatalogueTestCase {

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
            failIf(seed.equals(seedOf(CatalogueTestCase.class, "/[method:oneSeed(dev.seeded.Seed)]")));
        }

        @Test
        void halfOfTheSeeds(Random random) {
            Seed first = seedOf(CatalogueTestCase.class, "/[method:halfOfTheSeeds(java.util.Random)]");
            failIf(random.nextBoolean() == first.random().nextBoolean());
        }

        @Test
        @Seeded(42)
        void onePin(Random random) {
            failIf(random.nextLong() == OF_PIN);
        }

        @RepeatedTest(3)
        void oneSeedInAnInvocation(Seed seed) {
            failIf(seed.equals(seedOf(
                    CatalogueTestCase.class,
                    "/[test-template:oneSeedInAnInvocation(dev.seeded.Seed)]/[test-template-invocation:#2]")));
        }

        @SeededTest(runs = 2, seeds = 7)
        void oneListedSeed(Seed seed) {
            failIf(seed.equals(Seed.of(7)));
        }

        @Test
        void firstTime(Random random) {
            random.nextInt();
            failIf(STATE.compareAndSet(0, 1));
        }

        @Test
        void race(Random random) throws InterruptedException {
            AtomicReference<RuntimeException> first = new AtomicReference<>();
            Thread other = new Thread(() -> arrive(first, new IllegalStateException()));
            other.start();
            arrive(first, new IllegalArgumentException());
            other.join();
            throw first.get();
        }

        /** Comes at a time of its own, so that each of two wins on every machine, a busy one too. */
        private static void arrive(AtomicReference<RuntimeException> first, RuntimeException own) {
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(10)));
            first.compareAndSet(null, own);
        }

        @Test
        void otherFailureEachTime(Random random) {
            random.nextInt();
            RuntimeException[] failures = {
                new IllegalStateException(), new IllegalArgumentException(), new ArithmeticException()
            };
            throw failures[ThreadLocalRandom.current().nextInt(failures.length)];
        }
    }

    @Seeded
    static class FirstTimeTestCase {

        private static int runs;

        @Test
        void fails(Random random) {
            runs++;
            assertThat(runs).isGreaterThan(1);
        }
    }

    @Seeded
    static class ChanceTestCase {

        @Test
        void failsNowAndThen(Random random) {
            random.nextInt();
            failIf(ThreadLocalRandom.current().nextInt(5) < 4);
        }
    }

    @Seeded
    static class PoisonedTestCase {

        private static boolean poisoned;

        @Test
        void failsForSome(Random random) {
            Seed first = seedOf(PoisonedTestCase.class, "/[method:failsForSome(java.util.Random)]");
            poisoned |= random.nextInt(20) == first.random().nextInt(20);
            failIf(poisoned);
        }
    }

    @Seeded
    static class BeforeAllTestCase {

        @BeforeAll
        static void prepare(Seed seed) {
            failIf(seed.equals(seedOf(BeforeAllTestCase.class, "")));
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
