package dev.seeded.internal.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.seeded.Seeded;
import dev.seeded.SeededOrder;
import dev.seeded.testing.ChildJvm;
import dev.seeded.testing.ErrorOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;
import org.opentest4j.TestAbortedException;

/** The block at the end of a launcher session. */
@ResourceLock(Resources.SYSTEM_ERR)
class SessionListenerTests {

    /** Not in its fixture, where it would be state that tests leave. */
    private static IllegalStateException shared = new IllegalStateException();

    @Test
    void comesOnceWhenTheSessionCloses() {
        StringBuilder beforeItCloses = new StringBuilder();
        String written = ErrorOutput.of(() -> {
            try (LauncherSession session = LauncherFactory.openSession()) {
                beforeItCloses.append(ErrorOutput.of(() -> {
                    run(session, FailingTestCase.class);
                    run(session, PassingTestCase.class);
                    run(session, FailingInBeforeAllTestCase.class);
                    run(session, FailingTestCase.class);
                }));
            }
        });

        assertThat(beforeItCloses).isEmpty();
        assertThat(written)
                .isEqualTo(block(
                        "Seeded: 2 seeded tests failed:",
                        "  " + FailingTestCase.class.getName() + ".fails(Random) ran with seed 42",
                        "    replay  again '" + FailingTestCase.class.getName() + "' fails 42",
                        "  " + FailingInBeforeAllTestCase.class.getName() + " ran with seed 42",
                        "    replay  again '" + FailingInBeforeAllTestCase.class.getName() + "' '*' 42"));
    }

    @Test
    void saysNothingWhereNoSeededTestFailed() {
        assertThat(writtenBy(PassingTestCase.class, AbortedTestCase.class, UnseededTestCase.class))
                .isEmpty();
    }

    @Test
    void saysThatSeedBisectCannotBeRead() {
        assertThat(writtenBy(Map.of("seed.bisect", "soon"), UnseededTestCase.class))
                .isEqualTo(block("Seeded: error: 'soon' (JUnit configuration parameter seed.bisect) is not a value of"
                        + " seed.bisect; write 'true', 'false' or a time in s, m or h, for example '30m'"));
    }

    @Test
    void bisectsNothingWhereNothingFailed() {
        assertThat(writtenBy(Map.of("seed.bisect", "true"), PassingTestCase.class))
                .isEmpty();
    }

    @Test
    void listsFiftyAndCountsTheRest() {
        assertThat(writtenBy(ManyTestCase.class).lines())
                .hasSize(53)
                .startsWith("Seeded: 53 seeded tests failed, of which these are the first 50:")
                .containsSubsequence(IntStream.rangeClosed(1, 50)
                        .mapToObj(repetition -> "  " + ManyTestCase.class.getName() + ".fails(Random) > repetition "
                                + repetition + " of 53 ran with seed 42")
                        .toList())
                .last()
                .asString()
                .startsWith("  and 3 more, whose seeds are in ")
                .endsWith(": -Dseed=last runs them");
    }

    @Test
    void listsFailuresThatCarryNoNote() {
        String name = NoSuppressionTestCase.class.getName();
        String test = name + ".fails(Random) ran with seed 42";
        String dynamicTest = name + ".makesTests(Random) > fails ran with seed 42";

        String written = writtenBy(NoSuppressionTestCase.class);

        assertThat(written.substring(written.indexOf("Seeded: ")).lines())
                .startsWith("Seeded: 2 seeded tests failed:")
                .containsExactlyInAnyOrder(
                        "Seeded: 2 seeded tests failed:",
                        "  " + test,
                        "    replay  again '" + name + "' fails 42",
                        "  " + dynamicTest,
                        "    replay  again '" + name + "' makesTests 42");
        assertThat(written).containsOnlyOnce("Seed: " + test).containsOnlyOnce("Seed: " + dynamicTest);
    }

    @Test
    void namesANestedClassAfterTheClassThatInheritsIt() {
        String written = writtenBy(
                Map.of("junit.jupiter.testmethod.order.default", "dev.seeded.SeededOrder$Methods"),
                InheritingTestCase.class);

        assertThat(written.lines())
                .contains(
                        "  " + InheritingTestCase.class.getName() + "$Inner.fails() ran with seed 42",
                        "    replay  again '" + InheritingTestCase.class.getName() + "' '*' 42");
    }

    @Test
    void listsEachThatThrewASharedFailureAndWasGivenAGenerator() {
        shared = new IllegalStateException("shared");
        String name = SharedFailureTestCase.class.getName();

        String written = writtenBy(SharedFailureTestCase.class);

        assertThat(written.substring(written.indexOf("Seeded: ")).lines())
                .containsExactlyInAnyOrder(
                        "Seeded: 2 seeded tests failed:",
                        "  " + name + ".first(Random) ran with seed 42",
                        "    replay  again '" + name + "' first 42",
                        "  " + name + ".second(Random) ran with seed 42",
                        "    replay  again '" + name + "' second 42");
    }

    /** No extension of ours is on them, yet the seed may be why they fail. */
    @Test
    void listsFailuresOfTestsThatTheSeedOrders() {
        String name = OrderedTestCase.class.getName();

        assertThat(writtenBy(OrderedTestCase.class, PassingTestCase.class))
                .isEqualTo(block(
                        "Seeded: 1 seeded test failed:",
                        "  " + name + ".fails() ran with seed 42",
                        "    replay  again '" + name + "' '*' 42"));
        assertThat(writtenBy(
                        Map.of("junit.jupiter.testclass.order.default", SeededOrder.Classes.class.getName()),
                        UnorderedTestCase.class))
                .isEqualTo(block(
                        "Seeded: 1 seeded test failed:",
                        "  " + UnorderedTestCase.class.getName() + ".fails() > repetition 1 of 1 ran with seed 42",
                        "    replay  again '*' '*' 42"));
    }

    @Test
    void listsTheTestsOfASuite() {
        String name = FailingTestCase.class.getName();

        // JUnit 6.1.0 warns of its own summary of a suite.
        assertThat(writtenBy(FailingSuite.class).replaceFirst("(?s).*(?=Seeded: )", ""))
                .isEqualTo(block(
                        "Seeded: 1 seeded test failed:",
                        "  " + name + ".fails(Random) ran with seed 42",
                        "    replay  again '" + name + "' fails 42"));
    }

    @Test
    void keepsSessionsApart() {
        String written = ErrorOutput.of(() -> {
            try (LauncherSession outer = LauncherFactory.openSession()) {
                run(outer, PassingTestCase.class);
                String inner = writtenBy(FailingTestCase.class);
                assertThat(inner).startsWith("Seeded: 1 seeded test failed:");
            }
        });

        assertThat(written).isEmpty();
    }

    private static String block(String... lines) {
        // The block is printed as one text, joined by line feeds.
        return Arrays.stream(lines).collect(Collectors.joining("\n", "", System.lineSeparator()));
    }

    @Test
    void countsTheTestsThatAreToMakeTheDrawsOfOne() {
        String sentence =
                "seed.draws=nonsense needs exactly one selected test, but 2 tests are selected: select the one whose note shows these draws";

        assertThat(writtenBy(Map.of("seed.draws", "nonsense"), PassingTestCase.class, AbortedTestCase.class))
                .containsOnlyOnce(sentence);
        assertThat(writtenBy(Map.of("seed.draws", "nonsense"), PassingTestCase.class))
                .doesNotContain("selected test");
    }

    @ParameterizedTest
    @ValueSource(classes = {PassingTestCase.class, BareTestCase.class})
    void runsNothingWhereSettingsExcludeEachOther(Class<?> type) {
        String written = ErrorOutput.of(() -> {
            try (LauncherSession session = LauncherFactory.openSession()) {
                assertThatExceptionOfType(JUnitException.class)
                        .isThrownBy(() -> run(session, Map.of("seed.runs", "7", "seed.bisect", "true"), type))
                        .withMessage("seed.bisect=true cannot be given with seed.runs=7: leave out one or the other");
            }
        });

        assertThat(written).isEmpty();
    }

    @Test
    void saysHowToSeedTestsThatAreNotExplored() {
        assertThat(writtenBy(Map.of("seed.runs", "7"), BareTestCase.class))
                .contains("Seeded: 1 test uses no seed: seed.runs=7 does not apply; add @Seeded to its class");
    }

    @Test
    void saysThatSettingsOfSeededTestsReachNone() {
        String said =
                "Seeded: no test uses a seed, so -Dseed.global=off applies to none; add @Seeded to a class, or reach"
                        + " all tests with -Djunit.jupiter.extensions.autodetection.enabled=true";

        assertThat(new ChildJvm()
                        .property("seed.global", "off")
                        .run(BareTestCase.class)
                        .err())
                .containsOnlyOnce(said);
        assertThat(new ChildJvm()
                        .property("seed.global", "off")
                        .run(BareTestCase.class, UnseededTestCase.class)
                        .err())
                .doesNotContain(said);
    }

    @Test
    void namesRememberedFailuresThatTheBuildDoesNotSelect(@TempDir Path folder) throws IOException {
        Path memory = folder.resolve("seeds.jsonl");
        writtenBy(
                Map.of("seed.memory", folder.toString()),
                FailingTestCase.class,
                FailingInBeforeAllTestCase.class,
                OrderedTestCase.class);
        Files.move(folder.resolve("failed-seeds.jsonl"), memory);
        String kept = Files.readString(memory);
        Map<String, String> last = Map.of("seed", "last", "seed.memory", memory.toString());

        assertThat(writtenBy(last, FailingTestCase.class, UnseededTestCase.class))
                .contains("Seeded: seed=last did not run 2 remembered failures in this JVM, because their classes are"
                        + " not selected:\n"
                        + "  " + FailingInBeforeAllTestCase.class.getName() + ": again '");
        Files.writeString(
                memory,
                kept.lines()
                        .filter(line -> line.contains("FailingTestCase"))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
        assertThat(writtenBy(last, UnseededTestCase.class))
                .contains("Seeded: seed=last did not run 1 remembered failure in this JVM, because its class is not"
                        + " selected:\n"
                        + "  " + FailingTestCase.class.getName() + ": again '" + FailingTestCase.class.getName()
                        + "' '*' last ");
        assertThat(writtenBy(last, FailingTestCase.class)).doesNotContain("did not run");
    }

    private static String writtenBy(Class<?>... classes) {
        return writtenBy(Map.of(), classes);
    }

    private static String writtenBy(Map<String, String> parameters, Class<?>... classes) {
        return ErrorOutput.of(() -> {
            try (LauncherSession session = LauncherFactory.openSession()) {
                run(session, parameters, classes);
            }
        });
    }

    private static void run(LauncherSession session, Class<?>... classes) {
        run(session, Map.of(), classes);
    }

    private static void run(LauncherSession session, Map<String, String> parameters, Class<?>... classes) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(classes).map(type -> selectClass(type)).toList())
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("seed", "42")
                .configurationParameter("seed.command", "again {class} {method} {seed}")
                .configurationParameter("seed.announce", "false")
                .configurationParameter("seed.memory", "target/seeds-of-fixtures")
                .configurationParameters(parameters)
                .build();
        session.getLauncher().execute(request);
    }

    static class BareTestCase {

        @Test
        void passes() {}
    }

    abstract static class InheritedTestCase {

        @Nested
        class Inner {

            @Test
            void fails() {
                throw new IllegalStateException();
            }
        }
    }

    static class InheritingTestCase extends InheritedTestCase {}

    @Seeded
    static class FailingTestCase {

        @Test
        void fails(Random random) {
            throw new IllegalStateException();
        }
    }

    @Seeded
    static class FailingInBeforeAllTestCase {

        @BeforeAll
        static void prepare(Random random) {
            throw new IllegalStateException();
        }

        @Test
        void passes() {}
    }

    @Seeded
    static class PassingTestCase {

        @Test
        void passes(Random random) {}
    }

    @Seeded
    static class AbortedTestCase {

        @Test
        void aborts(Random random) {
            throw new TestAbortedException();
        }
    }

    @Seeded
    static class UnseededTestCase {

        @Test
        void fails() {
            throw new IllegalStateException();
        }
    }

    @Seeded
    static class ManyTestCase {

        @RepeatedTest(53)
        void fails(Random random) {
            throw new IllegalStateException();
        }
    }

    @Seeded
    @SuppressWarnings("serial")
    static class NoSuppressionTestCase {

        @Test
        void fails(Random random) {
            throw new RuntimeException("takes none", null, false, true) {};
        }

        @TestFactory
        DynamicTest makesTests(Random random) {
            return dynamicTest("fails", () -> fails(random));
        }
    }

    @Seeded
    static class SharedFailureTestCase {

        @Test
        void first(Random random) {
            throw shared;
        }

        @Test
        void second(Random random) {
            throw shared;
        }

        @Test
        void thirdGivenNothing() {
            throw shared;
        }

        @Test
        void zerothGivenNothing() {
            throw shared;
        }
    }

    @TestMethodOrder(SeededOrder.Methods.class)
    static class OrderedTestCase {

        @Test
        void fails() {
            throw new IllegalStateException();
        }
    }

    static class UnorderedTestCase {

        @RepeatedTest(1)
        void fails() {
            throw new IllegalStateException();
        }
    }

    @Suite
    @SelectClasses(FailingTestCase.class)
    static class FailingSuite {}
}
