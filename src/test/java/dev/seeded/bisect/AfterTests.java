package dev.seeded.bisect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The tests that {@code seed.after} runs before the selected ones. */
@ResourceLock(Resources.SYSTEM_ERR)
class AfterTests {

    private static final String FIRST = FirstTestCase.class.getName();
    private static final String LAST = LastTestCase.class.getName();

    @ParameterizedTest
    @CsvSource({
        "FirstTestCase#b;FirstTestCase#a, 'b, a, y'",
        "FirstTestCase#a; FirstTestCase#b, 'a, b, y'",
        "SecondTestCase;FirstTestCase#a;, 's, a, y'",
        // Tests of one class run together.
        "LastTestCase#z;FirstTestCase#a;LastTestCase#x, 'z, x, y, a'",
        "LastTestCase$InnerTestCase#n, 'n, y'",
        "LastTestCase#x;LastTestCase$InnerTestCase#n, 'x, n, y'",
        "LastTestCase#y;FirstTestCase#a, 'y, a'",
        "FirstTestCase#overloaded, 'overloaded(), overloaded(TestInfo), y'",
        "FirstTestCase#overloaded(), 'overloaded(), y'",
        "FirstTestCase#overloaded(org.junit.jupiter.api.TestInfo), 'overloaded(TestInfo), y'",
        "FirstTestCase#overloa???, 'overloaded(), overloaded(TestInfo), y'"
    })
    void runFirstInTheOrderThatIsGiven(String after, String ran) {
        ErrorOutput.of(() -> after(
                        after.replaceAll("(?=(First|Second|Last)TestCase)", AfterTests.class.getName() + "\\$"))
                .testEvents()
                .assertStatistics(stats -> stats.started(1).succeeded(1)));

        assertThat(Fixtures.logged("ran")).hasToString("[" + ran + "]");
    }

    @Test
    void runOnceBeforeAllClasses() {
        ErrorOutput.of(() -> Fixtures.withoutSeed()
                .with("seed.after", FIRST + "#a")
                .explore(List.of(
                        DiscoverySelectors.selectMethod(LastTestCase.class, "y"),
                        DiscoverySelectors.selectMethod(SecondTestCase.class, "s"))));

        assertThat(Fixtures.logged("ran"))
                .containsExactlyInAnyOrder("a", "y", "s")
                .startsWith("a");
    }

    @Test
    void areNamedWithTheirOutcome() {
        assertThat(ErrorOutput.of(() -> after(FIRST + "#a;" + FIRST + "#fails")))
                .isEqualTo("Seeded: ran " + FIRST + ".a() (passed), " + FIRST + ".fails() (failed) before the tests of "
                        + LAST + System.lineSeparator());
    }

    @Test
    void areInTheReplayLineOfASeededTestWhichHasNoPin() {
        String seeded = SeededTestCase.class.getName();
        EngineExecutionResults[] results = new EngineExecutionResults[1];

        ErrorOutput.of(() -> results[0] =
                Fixtures.withSeed(42).with("seed.after", FIRST + "#a").explore(SeededTestCase.class));

        assertThat(Fixtures.onlyFailure(results[0]).getSuppressed())
                .singleElement()
                .asString()
                .contains(seeded + ".fails(Random) ran with seed 42")
                .endsWith(" -Dseed=42 -Dseed.after='" + FIRST + "#a'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "com.acme.Nowhere#x | 'com.acme.Nowhere#x' (JUnit configuration parameter seed.after) is not a test: there is no"
                        + " class com.acme.Nowhere",
                "dev.seeded.bisect.AfterTests$FirstTestCase#none | 'dev.seeded.bisect.AfterTests$FirstTestCase#none' (JUnit configuration"
                        + " parameter seed.after) is not a test: dev.seeded.bisect.AfterTests$FirstTestCase has no such Jupiter test",
                ";; | ';;' (JUnit configuration parameter seed.after) is not a test: it names no test"
            })
    void areRefusedWhereTheyAreNone(String after, String message) {
        assertThat(Fixtures.onlyFailure(after(after)))
                .hasMessage(message
                        + "; write names such as com.acme.LoginTest#logsIn, or com.acme.LoginTest for all tests of a class,"
                        + " with semicolons between them");
        assertThat(Fixtures.logged("ran")).isEmpty();
    }

    @Test
    void excludeExploring() {
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(42)
                        .with("seed.after", FIRST)
                        .with("seed.check", true)
                        .explore(SeededTestCase.class)))
                .hasMessage(
                        "seed.after=" + FIRST + " cannot be given with seed.check=true: leave out one or the other");
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(42)
                        .with("seed.bisect", true)
                        .with("seed.check", true)
                        .explore(SeededTestCase.class)))
                .hasMessage("seed.bisect=true cannot be given with seed.check=true: leave out one or the other");
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(42)
                        .with("seed.bisect", "soon")
                        .with("seed.check", true)
                        .explore(SeededTestCase.class)))
                .hasMessage(
                        "'soon' (JUnit configuration parameter seed.bisect) is not a value of seed.bisect; write 'true',"
                                + " 'false' or a time in s, m or h, for example '30m'");
    }

    private static EngineExecutionResults after(String tests) {
        return Fixtures.withoutSeed()
                .inParallel()
                .with("seed.after", tests)
                .explore(List.of(DiscoverySelectors.selectMethod(LastTestCase.class, "y")));
    }

    static class FirstTestCase {

        @Test
        void a() {
            Fixtures.log("ran", "a");
        }

        @Test
        void b() {
            Fixtures.log("ran", "b");
        }

        @Test
        void fails() {
            throw new IllegalStateException();
        }

        @Test
        void overloaded() {
            Fixtures.log("ran", "overloaded()");
        }

        @Test
        void overloaded(TestInfo unused) {
            Fixtures.log("ran", "overloaded(TestInfo)");
        }
    }

    static class SecondTestCase {

        @Test
        void s() {
            Fixtures.log("ran", "s");
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class LastTestCase {

        @Test
        void x() {
            Fixtures.log("ran", "x");
        }

        @Test
        void y() {
            Fixtures.log("ran", "y");
        }

        @Test
        void z() {
            Fixtures.log("ran", "z");
        }

        @Nested
        class InnerTestCase {

            @Test
            void n() {
                Fixtures.log("ran", "n");
            }
        }
    }

    static class SeededTestCase {

        @Test
        @Seeded
        void fails(Random random) {
            throw new IllegalStateException("" + random.nextInt());
        }
    }
}
