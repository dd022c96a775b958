package dev.seeded.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.chance.Chance;
import dev.seeded.parity.NumPyGenerator;
import dev.seeded.parity.NumPyRandomState;
import dev.seeded.parity.PythonRandom;
import dev.seeded.parity.TorchGenerator;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** Finds the simplest run that fails, whatever kind of test that is. */
@ResourceLock(Resources.SYSTEM_ERR)
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ShrinkTests {

    private static final Pattern SHRUNK = Pattern.compile("seed=(\\d+) (?:-D|--config )seed\\.draws=([\\w-]+)");

    private static final Map<String, Throwable> FAILURES = new HashMap<>();

    @BeforeAll
    static void shrinkOnce() {
        shrink(KindsTestCase.class);
    }

    private static String shrink(Class<?> type, String... settings) {
        Fixtures fixtures = Fixtures.withSeed(1).with("seed.shrink", "30s").with("seed.runs", 300);
        for (int at = 0; at < settings.length; at += 2) {
            fixtures.with(settings[at], settings[at + 1]);
        }
        return ErrorOutput.of(() -> fixtures.explore(type)
                .testEvents()
                .failed()
                .list()
                .forEach(event -> FAILURES.put(
                        event.getTestDescriptor().getDisplayName().replaceAll("\\(.*", ""),
                        event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow())));
    }

    private static String note(String test) {
        return FAILURES.get(test).getSuppressed()[0].getMessage();
    }

    @Test
    void leavesTheSimplestFailureOfEachKindOfTest() {
        assertThat(FAILURES.get("list")).hasMessage("[701]");
        assertThat(FAILURES.get("truth")).hasMessage("true 0.5");
        assertThat(FAILURES.get("parameterized")).hasMessage("two 20");
        assertThat(FAILURES.get("dynamic")).hasMessage("n 4");
        assertThat(FAILURES.get("bytes")).hasMessage("[0, 5, 0]");
        assertThat(FAILURES.get("generator")).hasMessage("drew 1000");
        assertThat(FAILURES.get("waits")).hasMessage("3");
        assertThat(FAILURES.get("nested")).hasMessage("7");
        assertThat(FAILURES.get("shuffled")).hasMessage("[a, b, d, c, e]");
        assertThat(FAILURES.get("python")).hasMessage("[701] 0.5");
        assertThat(FAILURES.get("numpy")).hasMessage("[0, 0, 900] [0, 2, 1]");
        assertThat(FAILURES.get("numpyState")).hasMessage("[0, 0, 900] 0.5");
        assertThat(FAILURES.get("torch")).hasMessage("[1, 0] 0.5");
    }

    @Test
    void selectsTheClassWhereTheRunThatWasFoundNeedsIt() {
        shrink(SimplestAloneTestCase.class, "seed.runs", "1");

        assertThat(note("failsAlone"))
                .containsPattern("\n\t  replay  .*#failsAlone'.* -Dseed=1 -Dseed\\.draws=")
                .contains("\n\t  first   ")
                .doesNotContainPattern("first   .*#failsAlone");
    }

    @Test
    void saysWhatIsLeftAndHowToReplayIt() {
        String place = " at ShrinkTests.java:";

        assertThat(note("list"))
                .containsPattern("list\\(Random\\) ran with seed \\d+, shrunk from \\d+ draws to 2 in \\d+ runs\n")
                .containsPattern("\n\t  draws   nextInt\\(100\\) = 1" + Pattern.quote(place)
                        + "\\d+; nextInt\\(1000\\) = 701" + Pattern.quote(place) + "\\d+\n")
                .containsPattern("\n\t  replay  .*seed=\\d+ (?:-D|--config )seed\\.draws=[\\w-]+\n")
                .containsPattern("\n\t  pin     @Seeded\\(value = -?\\d+L, draws = \"[\\w-]+\"\\)\n")
                .containsPattern("\n\t  first   .*seed=\\d+ (?:-D|--config )seed\\.shrink=false$");
        assertThat(note("python"))
                .containsPattern("\n\t  draws   randint\\(0, 99\\) = 1" + Pattern.quote(place)
                        + "\\d+; randint\\(0, 999\\) = 701" + Pattern.quote(place)
                        + "\\d+; random\\(\\) = 0.5" + Pattern.quote(place) + "\\d+\n");
        assertThat(note("bytes")).contains("draws   any nextBytes(), nextBytes() = 5, any nextBytes(), all at ");
        // One invocation of several cannot be pinned on the method.
        assertThat(note("parameterized")).doesNotContain("pin  ");
    }

    @ParameterizedTest
    @CsvSource({"list, java.util.Random, [701]", "python, dev.seeded.parity.PythonRandom, [701] 0.5"})
    void replaysTheSimplestFailureInAPlainRun(String test, Class<?> drawn, String simplest) {
        Matcher settings = SHRUNK.matcher(note(test));
        assertThat(settings.find()).isTrue();

        List<Throwable> replayed = Fixtures.failures(Fixtures.withSeed(settings.group(1))
                .with("seed.draws", settings.group(2))
                .run(List.of(DiscoverySelectors.selectMethod(KindsTestCase.class, test, drawn))));

        assertThat(replayed)
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage(simplest));
    }

    /** The other invocations draw for themselves, and their notes have no draws. */
    @Test
    void replaysOneInvocationOfSeveral() {
        shrink(RepeatedTestCase.class, "seed.runs", "1");
        Matcher settings = SHRUNK.matcher(note("failsAgainAndAgain"));
        assertThat(settings.find()).isTrue();

        List<Throwable> replayed = Fixtures.failures(Fixtures.withSeed(settings.group(1))
                .with("seed.draws", settings.group(2))
                .run(RepeatedTestCase.class));

        assertThat(replayed)
                .hasSize(3)
                .filteredOn(failure -> failure.getSuppressed()[0].getMessage().contains("seed.draws"))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("0"));
    }

    @Test
    @Tag("long")
    void shrinksEachKindOfFailureOnItsOwn() {
        String written = shrink(TwoFailuresTestCase.class, "seed.keepGoing", "true");

        assertThat(FAILURES.get("fails").getMessage()).isIn("small 11", "large 91");
        assertThat(written).containsPattern("shrunk to a simpler value in \\d+ runs");
        assertThat(written)
                .contains(
                        "nextInt(1000) = " + (FAILURES.get("fails").getMessage().equals("small 11") ? 91 : 11));
    }

    /** Simpler draws are no sample: "0 in 14 trials" would be false. */
    @Test
    void leavesClaimsAboutChanceAlone() {
        String written = shrink(ClaimTestCase.class);

        String reason = " is not shrunk: it failed in a claim about chance, and simpler draws are no random sample";
        assertThat(written)
                .contains("ClaimTestCase.claims(Random)" + reason, "ClaimTestCase.claimsAmongOthers(Random)" + reason);
        assertThat(FAILURES.get("claims")).hasMessageStartingWith("the chance is not at least 0.9: 0.");
        assertThat(FAILURES.get("throwsInATrial")).hasMessage("drew 901");
    }

    @Test
    void saysWhatIsNotShrunk() {
        String written = shrink(NotShrunkTestCase.class);

        assertThat(written)
                .contains(
                        "NotShrunkTestCase.splittable(SplittableRandom) is not shrunk: nothing that it draws can be replaced")
                .contains(
                        "NotShrunkTestCase.chance(Random) is not shrunk: with its seed, it does not fail again in this JVM")
                .contains("NotShrunkTestCase.threads(Random) is not shrunk: several threads draw from one generator");
        assertThat(note("kept"))
                .contains("nextInt(1000) = 5 at ")
                .containsPattern("; SplittableRandom keeps its seed\\R");
        assertThat(note("keptUnderAPin"))
                .contains("nextInt(1000) = 5 at ")
                .contains("; " + NumPyGenerator.class.getName() + ", " + PythonRandom.class.getName()
                        + " keep their seeds, as a pin fixes the sequence of dev.seeded.parity");
        assertThat(note("pinned")).contains("draws   nextInt(1000) = 5 at ");
    }

    @Test
    void promisesNoReplayOfAFailureThatStopsComing() throws IOException {
        Files.deleteIfExists(FailsTwiceTestCase.RUNS);
        String written = shrink(FailsTwiceTestCase.class, "seed.runs", "1");

        assertThat(written).contains("fails(Random) is not shrunk: with its seed, it does not fail again in this JVM");
        assertThat(note("fails"))
                .contains("\n\t  replay  cannot be promised: with the same seed it does not always fail\n\t  try     ");
    }

    @Test
    void showsAFailureFirstAndSaysWhatHasTooManyDraws() {
        String written = shrink(ManyDrawsTestCase.class, "seed.runs", "1", "seed.shrink", "3s");

        for (String test : List.of("manyCalls", "manyBytes", "manyNumbers")) {
            assertThat(written)
                    .containsSubsequence(
                            "Seeded: shrinking this failure: java.lang.AssertionError: too many",
                            "\n  " + ManyDrawsTestCase.class.getName() + "." + test + "(Random) ran with seed ",
                            "\n    replay  ",
                            "." + test + "(Random) is not shrunk: it makes more than 20,000 draws");
        }
        assertThat(written)
                .containsPattern("shrinking this failure: .*\n  " + Pattern.quote(ManyDrawsTestCase.class.getName())
                        + "\\.many\\(Random\\) ran ");
    }

    @Test
    void promisesNoLineOfOneTestOfAClassThatKeepsState() {
        String written = shrink(KeepingTestCase.class, "seed.runs", "1", "seed.shrink", "3s");

        assertThat(written)
                .containsSubsequence(
                        "Seeded: shrinking this failure: ",
                        "\n    reason  needs the tests before it, as the static field "
                                + KeepingTestCase.class.getName() + ".DRAWN may keep state from earlier tests");
    }

    @Test
    void leavesAloneWhatEarlierRunsChange() {
        assertThat(shrink(AddingTestCase.class))
                .contains(
                        "AddingTestCase.isNotNegative(Random) is not shrunk: in a fresh JVM, its simplest run fails with"
                                + " another message, because earlier runs left something in this JVM");
    }

    @Test
    void endsRunsThatHangWithASimplerValue() {
        String written = shrink(HangingTestCase.class, "seed.runs", "1");

        assertThat(FAILURES.get("loops")).hasMessage("1 7");
        assertThat(FAILURES.get("catches")).hasMessage("5");
        assertThat(written).doesNotContain("failed otherwise");
    }

    @Test
    void hasNoTextOfTooManyDraws() {
        shrink(LongTextTestCase.class, "seed.runs", "1", "seed.shrink", "3s");

        assertThat(note("fails"))
                .contains("shrunk to simpler values in ")
                .contains("; there is no text for them, because it would be longer than 8,000 characters:"
                        + " the lines below use all the draws of the seed\n\t  replay  ")
                .doesNotContain("seed.draws")
                .doesNotContain("first ");
    }

    @Test
    void leavesTheNoteOfARunThatCannotBeSimpler() {
        String written = shrink(SimplestTestCase.class, "seed.runs", "1");

        assertThat(written).contains("fails(Random) is not shrunk: there are no simpler draws to try");
        assertThat(note("fails"))
                .doesNotContain("draws")
                .contains("\n\t  replay  ")
                .contains("@Seeded(");
    }

    @Test
    void printsTheNoteOfAFailureThatCarriesNoneOnce() {
        String written = shrink(StackOverflowTestCase.class, "seed.runs", "1");

        assertThat(written.split("Seed: ", -1)).hasSize(2);
        assertThat(written).contains("overflows(Random) ran with seed 1, shrunk to simpler values in ");
    }

    @Test
    void pinsTheDraws() {
        assertThat(Fixtures.failures(Fixtures.withSeed(1).run(PinnedTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("'nonsense' (@Seeded(value = 42, draws = \"nonsense\") on ")
                        .hasMessageContaining("cannot be read by this version of Seeded"));
        assertThat(Fixtures.failures(Fixtures.withSeed(1).run(NoSeedTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("needs the seed that the draws were found with: value = …"));
        assertThat(Fixtures.failures(Fixtures.withSeed(1).run(ClassTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("draws belong to one test: move them, with their value, to it"));
        assertThat(Fixtures.failures(Fixtures.withSeed(1).run(ParameterTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining(
                                "draws belong to a whole test: move them, with their value, to the test method"));
    }

    @Seeded
    static class KindsTestCase {

        @Test
        void list(Random random) {
            List<Integer> numbers = new ArrayList<>();
            int size = random.nextInt(100);
            for (int at = 0; at < size; at++) {
                numbers.add(random.nextInt(1000));
            }
            Collections.shuffle(numbers, random);
            if (numbers.stream().anyMatch(number -> number > 700)) {
                throw new AssertionError(numbers.toString());
            }
        }

        @Test
        void python(@Seeded PythonRandom random) {
            List<Integer> numbers = new ArrayList<>();
            int size = random.randint(0, 99);
            for (int at = 0; at < size; at++) {
                numbers.add(random.randint(0, 999));
            }
            random.shuffle(numbers);
            double number = random.random();
            if (number > 0.4321 && numbers.stream().anyMatch(found -> found > 700)) {
                throw new AssertionError(numbers + " " + number);
            }
        }

        @Test
        void numpy(@Seeded NumPyGenerator random) {
            long[] numbers = random.integers(0, 1_000, 3);
            int[] order = random.permutation(3);
            if (numbers[2] >= 900 && order[2] != 2) {
                throw new AssertionError(Arrays.toString(numbers) + " " + Arrays.toString(order));
            }
        }

        @Test
        void numpyState(@Seeded NumPyRandomState random) {
            long[] numbers = random.randint(0, 1_000, 3);
            double number = random.rand();
            if (numbers[2] >= 900 && number > 0.4321) {
                throw new AssertionError(Arrays.toString(numbers) + " " + number);
            }
        }

        @Test
        void torch(@Seeded TorchGenerator random) {
            int[] order = random.randperm((int) random.randint(1, 10, 1)[0]);
            float number = random.rand(1)[0];
            if (order[0] != 0 && number > 0.4321) {
                throw new AssertionError(Arrays.toString(order) + " " + number);
            }
        }

        @Test
        void truth(Random random) {
            boolean truth = random.nextBoolean();
            double number = random.nextDouble();
            if (truth && number > 0.4321) {
                throw new AssertionError(truth + " " + number);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"one", "two"})
        void parameterized(String name, Random random) {
            int number = random.nextInt(1, 100);
            if (name.equals("two") && number >= 20) {
                throw new AssertionError(name + " " + number);
            }
        }

        @TestFactory
        Stream<DynamicTest> dynamic(Random random) {
            int number = random.nextInt(50);
            return Stream.of(DynamicTest.dynamicTest("passes", () -> {}), DynamicTest.dynamicTest("fails", () -> {
                if (number > 3) {
                    throw new AssertionError("n " + number);
                }
            }));
        }

        @Test
        void bytes(@Seeded SecureRandom random) {
            byte[] bytes = new byte[3];
            random.nextBytes(bytes);
            if (bytes[1] > 4) {
                throw new AssertionError(Arrays.toString(bytes));
            }
        }

        @Test
        void generator(@Seeded(algorithm = "L64X128MixRandom") RandomGenerator random) {
            long number =
                    random.ints(5, 0, 1_000_000).mapToLong(drawn -> drawn).max().orElseThrow();
            if (number >= 1_000) {
                throw new AssertionError("drew " + number);
            }
        }

        @Test
        void waits(Random random) {
            int number = 0;
            while (number != 3) {
                number = random.nextInt(10);
            }
            throw new AssertionError(number);
        }

        @Test
        void shuffled(Random random) {
            List<String> letters = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
            Collections.shuffle(letters, random);
            if (letters.indexOf("d") < letters.indexOf("c")) {
                throw new AssertionError(letters);
            }
        }

        @Nested
        class InnerTestCase {

            @Test
            void nested(Random random) {
                int number = random.nextInt();
                if (number > 6) {
                    throw new AssertionError(number);
                }
            }
        }
    }

    @Seeded
    static class TwoFailuresTestCase {

        @Test
        void fails(Random random) {
            int number = random.nextInt(1_000);
            if (number > 90) {
                throw new IllegalStateException("large " + number);
            }
            if (number > 10) {
                throw new AssertionError("small " + number);
            }
        }
    }

    @Seeded
    static class ClaimTestCase {

        @Test
        void claims(Random random) {
            Chance.of(() -> random.nextInt(10) < 7).isAtLeast(0.9, 0.05);
        }

        @Test
        void claimsAmongOthers(Random random) {
            Assertions.assertAll(() -> claims(random), () -> {});
        }

        @Test
        void throwsInATrial(Random random) {
            Chance.of(() -> {
                        int number = random.nextInt(1_000);
                        if (number > 900) {
                            throw new IllegalStateException("drew " + number);
                        }
                        return true;
                    })
                    .isAtLeast(0.9, 0.05);
        }
    }

    @Seeded
    static class NotShrunkTestCase {

        private static int runs;

        @Test
        void splittable(SplittableRandom random) {
            throw new AssertionError(random.nextInt());
        }

        @Test
        void chance(Random random) {
            random.nextInt();
            if (runs++ == 0) {
                throw new AssertionError();
            }
        }

        @Test
        void threads(Random random) throws InterruptedException {
            Thread other = new Thread(random::nextInt);
            other.start();
            other.join();
            throw new AssertionError(random.nextInt());
        }

        @Test
        void kept(Random random, SplittableRandom other) {
            if (random.nextInt(1_000) > 4 && other.nextInt(10) < 20) {
                throw new AssertionError();
            }
        }

        @Test
        @Seeded(3)
        void keptUnderAPin(Random random, @Seeded PythonRandom other, @Seeded NumPyGenerator third) {
            if (random.nextInt(1_000) > 4 && other.random() < 2 && third.random() < 2) {
                throw new AssertionError();
            }
        }

        @Test
        void pinned(Random random, @Seeded(42) Random fixed) {
            if (random.nextInt(1_000) > 4 && fixed.nextInt(10) == 0) {
                throw new AssertionError();
            }
        }
    }

    @Seeded
    static class RepeatedTestCase {

        @RepeatedTest(3)
        void failsAgainAndAgain(Random random) {
            throw new AssertionError(random.nextInt(1_000_000));
        }
    }

    @Seeded
    static class AddingTestCase {

        private static int sum;

        @Test
        void isNotNegative(Random random) {
            sum += random.nextInt(100) - 60;
            assertThat(sum).isNotNegative();
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class KeepingTestCase {

        private static final Map<String, Integer> DRAWN = new HashMap<>();

        @Test
        @Order(1)
        void first(Random random) {
            DRAWN.put("first", random.nextInt());
        }

        @Test
        @Order(2)
        void second(Random random) {
            assertThat(DRAWN).as("before %s", random.nextInt()).isEmpty();
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class SimplestAloneTestCase {

        private static int before;

        @Test
        void before(Random random) {
            before++;
        }

        @Test
        void failsAlone(Random random) {
            assertThat(random.nextInt(6) > (before > 0 ? 5 : 0)).isTrue();
        }
    }

    @Seeded
    static class ManyDrawsTestCase {

        @Test
        void manyCalls(Random random) {
            for (int draw = 0; draw < 130_000; draw++) {
                random.nextInt(10);
            }
            throw new AssertionError("too many");
        }

        @Test
        void manyBytes(Random random) {
            random.nextBytes(new byte[1_000_000]);
            throw new AssertionError("too many");
        }

        @Test
        void manyNumbers(Random random) {
            if (random.ints(100_000).count() > 0 && random.ints(100_000).sum() != 1) {
                throw new AssertionError("too many");
            }
        }

        @Test
        void many(Random random) {
            int all = 0;
            for (int draw = 0; draw < 15_000; draw++) {
                all += random.nextInt(100);
            }
            if (all > 1_000) {
                throw new AssertionError("many");
            }
        }
    }

    @Seeded
    static class HangingTestCase {

        @Test
        void loops(Random random) {
            int other = random.nextInt(10);
            int step = random.nextInt(10) + (other - other);
            for (int at = 0; at < 1_000; at += step) {
                Thread.onSpinWait();
            }
            int number = random.nextInt(7, 100);
            throw new AssertionError(step + " " + number);
        }

        @Test
        void catches(Random random) {
            int number = 0;
            while (number != 5) {
                try {
                    number = random.nextInt(10);
                } catch (Throwable ignored) {
                    number = 1;
                }
            }
            throw new AssertionError(number);
        }
    }

    @Seeded
    static class LongTextTestCase {

        @Test
        void fails(Random random) {
            for (int draw = 0; draw < 6_000; draw++) {
                random.nextInt(500, 1_000);
            }
            throw new AssertionError("long");
        }
    }

    /** Fails in this JVM, and in the fresh one that confirms that. */
    @Seeded
    static class FailsTwiceTestCase {

        private static final Path RUNS = Path.of("target", "runs-of-fails-twice");

        @Test
        void fails(Random random) throws IOException {
            Files.writeString(RUNS, "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            assertThat(Files.size(RUNS)).isGreaterThan(2 + random.nextInt(1));
        }
    }

    @Seeded
    static class SimplestTestCase {

        @Test
        void fails(Random random) {
            random.nextInt(1);
            throw new AssertionError("always");
        }
    }

    @Seeded
    static class StackOverflowTestCase {

        @Test
        void overflows(Random random) {
            if (random.nextInt(10) + random.nextInt(10) >= 0) {
                overflow();
            }
        }

        private static int overflow() {
            return 1 + overflow();
        }
    }

    @Seeded
    static class PinnedTestCase {

        @Test
        @Seeded(value = 42, draws = "nonsense")
        void fails(Random random) {}
    }

    @Seeded(value = 42, draws = "Ar5BAQE_4AICGIIC")
    static class ClassTestCase {

        @Test
        void fails(Random random) {}
    }

    static class ParameterTestCase {

        @Test
        void fails(@Seeded(value = 42, draws = "Ar5BAQE_4AICGIIC") Random random) {}
    }

    @Seeded
    static class NoSeedTestCase {

        @Test
        @Seeded(draws = "AWVjAeACDhiOAg")
        void fails(Random random) {}
    }
}
