package dev.seeded.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.AgentJvm;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("jdk")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class GlobalTests {

    @Test
    void seedsFromTheStaticFieldToTheLastCallback() {
        List<String> first = run("EverywhereTestCase");

        assertThat(first)
                .hasSize(11)
                .noneMatch(line -> line.startsWith("failed"))
                .isEqualTo(run("EverywhereTestCase"))
                .doesNotContainAnyElementsOf(run("EverywhereTestCase", "seed=2"));
    }

    @Test
    void seedsInParallel() {
        List<String> alone = run("EverywhereTestCase", "junit.jupiter.execution.parallel.enabled=false");

        assertThat(sorted(run(
                        "EverywhereTestCase",
                        "junit.jupiter.execution.parallel.enabled=true",
                        "junit.jupiter.execution.parallel.mode.default=concurrent")))
                .isEqualTo(sorted(alone));
    }

    /** With the agent, a dynamic test has numbers of the JVM's for itself, and still draws from its factory's generator. */
    @Test
    void promisesNothingOfDynamicTestsThatRunAtTheSameTime() {
        assertThat(run(
                        "DynamicTestCase",
                        "junit.jupiter.execution.parallel.enabled=true",
                        "junit.jupiter.execution.parallel.mode.default=concurrent"))
                .filteredOn(line -> line.contains("  replay  "))
                .hasSize(2)
                // Whether their threads have met is a matter of time.
                .allMatch(
                        line -> line.contains("  replay  cannot be promised: ") && line.contains(" share a generator"));
    }

    @Test
    void seedsOnlyWhereItIsAskedTo() {
        List<String> first = run("MethodTestCase");
        List<String> second = run("MethodTestCase");

        assertThat(line(first, "seeded")).isEqualTo(line(second, "seeded"));
        assertThat(line(first, "off")).isNotEqualTo(line(second, "off"));
        assertThat(line(first, "bare")).isNotEqualTo(line(second, "bare"));
        assertThat(first).contains("failed: on purpose").anyMatch(line -> line.contains("seeded() ran with seed 1"));
    }

    @Test
    void seedsAWholeRun() {
        String detected = "junit.jupiter.extensions.autodetection.enabled=true";

        assertThat(run("MethodTestCase", "seed.global=seed", detected))
                .isEqualTo(run("MethodTestCase", "seed.global=seed", detected))
                .anyMatch(line -> line.startsWith("bare"))
                .anyMatch(line -> line.contains("-Dseed.global=seed"));
    }

    @Test
    void drawsEdgeCases() {
        List<String> played = run("EdgeCasesTestCase", "seed=2", "seed.edgeCases=true");

        assertThat(played)
                .isEqualTo(run("EdgeCasesTestCase", "seed=2", "seed.edgeCases=true"))
                .anyMatch(line -> line.contains("fails() ran with seed 2, with edge cases"));
        assertThat(line(played, "drawn")).isNotEqualTo(line(run("EdgeCasesTestCase", "seed=2"), "drawn"));
    }

    @Test
    void isTurnedOffForAWholeRun() {
        assertThat(line(run("MethodTestCase", "seed.global=off"), "seeded"))
                .isNotEqualTo(line(run("MethodTestCase", "seed.global=off"), "seeded"));
    }

    @Test
    void saysWhatToDoWithoutTheAgent() {
        List<String> lines = new AgentJvm()
                .withoutAgent()
                .run(GlobalFixtures.class, "MethodTestCase")
                .success()
                .lines()
                .toList();

        assertThat(lines)
                .contains(
                        "failed: Control of the JVM (global, seed.unordered or seed.clock) needs the agent, and this JVM was started without it.",
                        "      <argLine>@{argLine} -javaagent:${dev.seeded:seeded:jar}</argLine>")
                .anyMatch(line -> line.startsWith("off"))
                .noneMatch(line -> line.startsWith("seeded"));
    }

    @Test
    void detectsWhereUnseededNumbersAreDrawn() {
        List<String> lines = run("DetectedTestCase");

        assertThat(lines)
                .anyMatch(line -> line.trim()
                        .equals("replay  cannot be promised: the test draws random numbers that are not seeded"))
                .anyMatch(line -> line.trim()
                        .matches("unseeded  java\\.util\\.UUID\\.randomUUID at dev\\.seeded\\.jvm\\.GlobalFixtures"
                                + "\\$DetectedTestCase\\.order\\(GlobalFixtures\\.java:\\d+\\), thread main"))
                .anyMatch(line -> line.trim()
                        .matches("unseeded  java\\.util\\.Collections\\.shuffle at dev\\.seeded\\.jvm\\.Draws"
                                + "\\..*, thread main"));
        assertThat(line(lines, "order")).isNotEqualTo(line(run("DetectedTestCase"), "order"));
    }

    @Test
    void failsStrictlyForWhatItDetects() {
        assertThat(run("DetectedTestCase", "seed.strict=true"))
                .anyMatch(line -> line.startsWith("failed: unseeded random numbers, which seed.strict=true forbids:"
                        + " java.lang.Math.random at dev.seeded.jvm.GlobalFixtures$DetectedTestCase.passes"));
    }

    @Test
    void ordersImmutableCollectionsByTheSeed() {
        List<String> first = run("CollectionsTestCase", "seed.unordered=true");

        assertThat(first).hasSize(3).isEqualTo(run("CollectionsTestCase", "seed.unordered=true"));
        assertThat(IntStream.range(2, 6)
                        .mapToObj(seed -> run("CollectionsTestCase", "seed.unordered=true", "seed=" + seed)))
                .anyMatch(lines -> !lines.equals(first));
    }

    @Test
    void tellsTheSeedOnEveryThreadOfTheTest() {
        assertThat(run("CurrentTestCase"))
                .contains("current [7]", "in pool [7]")
                .anyMatch(line -> line.startsWith("failed: thread 'main' runs no seeded test: "));
    }

    @Test
    void tellsTheSeedOnTheTestsOwnThreadWithoutTheAgent() {
        List<String> lines = new AgentJvm()
                .withoutAgent()
                .run(GlobalFixtures.class, "CurrentTestCase")
                .success()
                .lines()
                .toList();

        assertThat(lines)
                .contains("current [7]")
                .anyMatch(line -> line.contains("without the agent, only the test's own thread knows its seed"))
                .noneMatch(line -> line.startsWith("in pool"));
    }

    @Test
    void isComparedByTheCheck() {
        String test = GlobalFixtures.class.getName() + "$UnrepeatableTestCase";
        String failures = String.join("\n", run("UnrepeatableTestCase", "seed.check=true"))
                .replaceAll("\\(GlobalFixtures.java:\\d+\\)", "");

        assertThat(failures.lines().filter(line -> line.startsWith("failed: ")))
                .hasSize(6)
                .allMatch(line ->
                        line.endsWith(" passed twice with the same run seed 1, but its draws differed: something"
                                + " that is not seeded decides what it draws"));
        assertThat(failures)
                .containsPattern("  draw 2 of java.lang.Math.random in more\\(\\) is the first that differs"
                        + "\n  first run:  no such draw"
                        + "\n  second run: Math.random drew 0[.]\\d+"
                        + "\n      at " + Pattern.quote(test) + "[.]more\n")
                .containsPattern("draw 2 of java.util.Random in other\\(\\) is the first that differs"
                        + "\n  first run:  Random.nextBoolean drew the bits [01]"
                        + "\n      at .*other"
                        + "\n  second run: Random.nextLong drew the bits ")
                .containsPattern("draw 1 of java.util.UUID.randomUUID in otherPlace\\(\\) is the first that differs"
                        + "\n  first run:  UUID.randomUUID drew ([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-…)"
                        + "\n      at .*otherPlace"
                        + "\n  second run: UUID.randomUUID drew \\1\n")
                .containsPattern("draw 1 of java.util.Collections.shuffle in otherSize\\(\\) is the first that differs"
                        + "\n  first run:  Collections.shuffle drew an order of 3"
                        + "\n      at .*otherSize"
                        + "\n  second run: Collections.shuffle drew an order of 2")
                .containsPattern("draw 2 of java.util.concurrent.ThreadLocalRandom in task "
                        + Pattern.quote(test) + " 1 in inATask\\(\\) is the first that differs"
                        + "\n  first run:  no such draw"
                        + "\n  second run: ThreadLocalRandom.nextInt drew the bits ")
                .containsPattern("draw 1 of java.security.SecureRandom in bytes\\(\\) is the first that differs"
                        + "\n  first run:  SecureRandom.nextBytes drew bytes of hash ");
    }

    @Test
    void isShrunk() {
        String failure = String.join("\n", run("ShrunkTestCase", "seed.shrink=true", "seed.runs=100"));

        assertThat(failure)
                .containsPattern("failed: 0[.]3 \\[0, 0, 0, 0, 0, 0, 0, 100, (0, ){11}0]")
                .contains("shrunk to simpler values in ")
                .contains("draws   7 × any next(), next() = 209715200, 12 × any next(), all at ")
                .contains("; java.util.UUID.randomUUID keeps its seed\n")
                .containsPattern(" -Dseed[.]draws=[\\w-]+ ");
    }

    @Test
    void isInTheNoteOfADynamicTestThatIsShrunk() {
        assertThat(String.join("\n", run("ShrunkFactoryTestCase", "seed.shrink=true")))
                .contains("failed: drew 0")
                .contains("shrunk to a simpler value in ")
                .containsPattern(" -Dseed[.]draws=[\\w-]+ ");
    }

    @Test
    void refusesDrawsOfAnotherTestWhereNothingIsInjected() {
        assertThat(run("MethodTestCase", "seed.draws=nonsense"))
                .anyMatch(line -> line.startsWith("failed: ") && line.contains("'nonsense'"));
    }

    @Test
    void isLeftInPeaceByTheCheckWhereItRepeats() {
        assertThat(run("RepeatableTestCase", "seed.check=true")).isEmpty();
    }

    @Test
    void isNotComparedByTheCheckWhereItIsNotSeeded() {
        assertThat(run("NotSeededTestCase", "seed.check=true")).isEmpty();
    }

    private static List<String> run(String fixture, String... parameters) {
        return new AgentJvm()
                .run(
                        GlobalFixtures.class,
                        Stream.concat(Stream.of(fixture), Stream.of(parameters)).toArray(String[]::new))
                .success()
                .lines()
                .toList();
    }

    /** Returns the lines with their values in order, as concurrent tests come in any. */
    private static List<String> sorted(List<String> lines) {
        return lines.stream()
                .map(line ->
                        Stream.of(line.split("[\\[\\], ]+")).sorted().toList().toString())
                .toList();
    }

    private static String line(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start + " ["))
                .findFirst()
                .orElseThrow();
    }
}
