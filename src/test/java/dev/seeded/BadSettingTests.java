package dev.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A setting that cannot be meant fails every seeded test, and no other, with one sentence. */
class BadSettingTests {

    private static final String FIX =
            " is not a seed; write 'commit', 'last' or a number (decimal, or 0x and up to 16 hex digits), for example 42 or"
                    + " 0x2A";
    private static final String TOO_LARGE =
            " is not a seed: it does not fit into a long; write a number such as 42 or 0x2A";

    /** Seeded tests, and containers in the place of the tests that they don't get to. */
    private static final int FAILURES = 16;

    static Stream<String> refused() {
        return Stream.of("abc", "+42", "٤٢", "0x11112222333344445", "1e5", "--1", "-0x2A", "4 2");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aBadSeedFailsEverySeededTestAndRunsNone(String seed) {
        failsAll(Fixtures.withSeed(seed), "'" + seed + "' (JUnit configuration parameter seed)" + FIX);
    }

    @Test
    void aSeedThatIsTooLargeFailsEverySeededTestAndRunsNone() {
        failsAll(
                Fixtures.withSeed("9223372036854775808"),
                "'9223372036854775808' (JUnit configuration parameter seed)" + TOO_LARGE);
    }

    @Test
    void hostileTextStaysOnOneLineOfLimitedLength() {
        failsAll(
                Fixtures.withSeed("4\n2\r\u001B[2J\u202E'\u0000" + "9".repeat(1000)),
                "'4\\u000A2\\u000D\\u001B[2J\\u202E'\\u0000" + "9".repeat(164)
                        + "…' (JUnit configuration parameter seed)" + FIX);
    }

    @Test
    void aBadPinPolicyFailsEverySeededTestAndRunsNone() {
        failsAll(
                Fixtures.withSeed(1).with("seed.pins", "obey"),
                "'obey' (JUnit configuration parameter seed.pins) is not a value of seed.pins; write 'ignore' or 'fail'");
    }

    @Test
    void aBadAnnouncementFailsEverySeededTestAndRunsNone() {
        failsAll(
                Fixtures.withSeed(1).with("seed.announce", "no"),
                "'no' (JUnit configuration parameter seed.announce) is not a value of seed.announce; write 'true' or"
                        + " 'false'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", " 42 ", "42L", "0x2A", "0X2a", "0x000000000000002AL"})
    void acceptedFormsAreOneSeed(String seed) {
        Fixtures.withSeed(seed).succeed(1, OneTestCase.class);
        assertThat(Fixtures.logged("test")).containsExactly(Seed.of(-2147422194216064892L));
    }

    @Test
    void everyLongIsARunSeed() {
        List<Object> drawn = new ArrayList<>();
        for (long seed : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            Fixtures.withSeed(seed).succeed(1, OneTestCase.class);
            drawn.addAll(Fixtures.logged("test"));
        }

        assertThat(drawn)
                .containsExactly(
                        Seed.of(4654173381302962987L),
                        Seed.of(-196122484666319770L),
                        Seed.of(-950514898162395156L),
                        Seed.of(-9129315837958029674L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void blankCountsAsNotGiven(String blank) {
        Fixtures.withoutSeed().run(OneTestCase.class);
        Object withoutSeed = Fixtures.logged();

        Fixtures.withSeed(blank).run(OneTestCase.class);
        assertThat(Fixtures.logged()).isEqualTo(withoutSeed);
    }

    @Seeded
    static class OneTestCase {

        @Test
        void test(Seed seed) {
            Fixtures.log("test", seed);
        }
    }

    private static void failsAll(Fixtures fixtures, String message) {
        EngineExecutionResults results = fixtures.run(
                PerMethodTestCase.class,
                PerClassTestCase.class,
                ConstructedPerClassTestCase.class,
                PinnedTestCase.class,
                ElementsTestCase.class,
                UnseededTestCase.class);

        assertThat(Fixtures.failures(results))
                .hasSize(FAILURES)
                .extracting(Throwable::getMessage)
                .containsOnly(message);
        assertThat(Fixtures.logged().keySet()).containsExactly("unseeded");
        results.testEvents().assertStatistics(stats -> stats.succeeded(1));
    }

    @Seeded
    static class PerMethodTestCase {

        @BeforeEach
        void prepare() {
            Fixtures.log("before each", "run");
        }

        @Test
        void takesNothing() {
            Fixtures.log("test", "run");
        }

        @Test
        void takesOne(Random random) {
            Fixtures.log("test", "run");
        }

        @RepeatedTest(2)
        void repeated() {
            Fixtures.log("repeated", "run");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int value) {
            Fixtures.log("parameterized", "run");
        }

        static IntStream values(Random random) {
            Fixtures.log("source", "run");
            return IntStream.of(1);
        }

        @ParameterizedTest
        @MethodSource("values")
        void fromMethod(int value) {
            Fixtures.log("from method", "run");
        }

        @TestFactory
        Stream<DynamicTest> factory() {
            Fixtures.log("factory", "run");
            return Stream.of(DynamicTest.dynamicTest("dynamic", () -> Fixtures.log("dynamic", "run")));
        }

        @Nested
        class Inner {

            @Test
            void test() {
                Fixtures.log("nested", "run");
            }
        }

        @AfterEach
        void finish(Random random) {
            Fixtures.log("after each", "run");
        }
    }

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        @Test
        void test() {
            Fixtures.log("per class", "run");
        }
    }

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class ConstructedPerClassTestCase {

        ConstructedPerClassTestCase(Random random) {
            Fixtures.log("per class", "run");
        }

        @Test
        void test() {
            Fixtures.log("per class", "run");
        }
    }

    /** A pin needs no run seed, but the run would not be the one that was asked for. */
    @Seeded(42)
    static class PinnedTestCase {

        @Test
        void test(Random random) {
            Fixtures.log("pinned", "run");
        }
    }

    static class ElementsTestCase {

        @Test
        void parameter(@Seeded Random random) {
            Fixtures.log("parameter", "run");
        }

        @Test
        @Seeded
        void method() {
            Fixtures.log("method", "run");
        }

        @Nested
        class OfField {

            @Seeded
            private Random random;

            @Test
            void test() {
                Fixtures.log("field", "run");
            }
        }

        @Nested
        class OfStaticField {

            @Seeded
            private static Random random;

            @Test
            void test() {
                Fixtures.log("static field", "run");
            }
        }
    }

    static class UnseededTestCase {

        @Test
        void test() {
            Fixtures.log("unseeded", "run");
        }
    }
}
