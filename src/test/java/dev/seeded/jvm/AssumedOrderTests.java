package dev.seeded.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.internal.jvm.agent.Agent;
import dev.seeded.testing.AgentJvm;
import dev.seeded.testing.FreshJvm;
import dev.seeded.testing.Jvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.console.ConsoleLauncher;

/** What a failure in an order from the seed says of the natural order. */
@Tag("jdk")
@Tag("slow")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class AssumedOrderTests {

    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e", "f", "g");
    private static final String ALPHABET = String.join("", LETTERS);

    @TempDir
    private Path folder;

    @Test
    void narrowsItToThePlace() throws Exception {
        List<String> written = run(
                List.of("-Dseed.unordered=hash", "-Dseed.check=true", "-Dseed.check.jvm=false"),
                OnePlaceTestCase.class,
                TwoPlacesTestCase.class,
                PropertiesTestCase.class,
                InvertedTestCase.class,
                OtherwiseTestCase.class,
                InitializerTestCase.class);

        assertThat(verdict(written, "OnePlaceTestCase.joins"))
                .startsWith("assumes an order: java.util.HashMap iterated by java.lang.String.join at "
                        + OnePlaceTestCase.class.getName() + ".joins(AssumedOrderTests.java:")
                .contains("(passes in natural order; ");
        assertThat(verdict(written, "TwoPlacesTestCase.compares"))
                .startsWith("assumes an order, which it meets in 2 places, and all of them matter: "
                        + "java.util.HashMap iterated by java.util.HashSet.iterator at "
                        + TwoPlacesTestCase.class.getName() + ".first(")
                .contains("; java.util.HashMap iterated by java.util.HashMap$KeySet.iterator at "
                        + TwoPlacesTestCase.class.getName() + ".second(");
        assertThat(verdict(written, "PropertiesTestCase.writes"))
                .startsWith("assumes an order: java.util.concurrent.ConcurrentHashMap iterated by"
                        + " java.util.Properties.toString at " + PropertiesTestCase.class.getName() + ".writes(");
        assertThat(verdict(written, "InvertedTestCase.inverts"))
                .startsWith("assumes an order: java.util.HashMap iterated by java.util.HashMap$EntrySet.iterator at "
                        + InvertedTestCase.class.getName() + ".inverts(");
        assertThat(verdict(written, "OtherwiseTestCase.fails")).endsWith("; fails in natural order too, in this JVM");
        assertThat(String.join("\n", written)).doesNotContain("InitializerTestCase.");
    }

    @Test
    @Tag("long")
    void listsDirectoriesOtherwiseInTheSecondJvm() throws Exception {
        Path listed = Files.createDirectory(folder.resolve("listed"));
        for (String letter : LETTERS) {
            Files.createFile(listed.resolve(letter));
        }

        List<String> written = run(List.of("-Dseed.check=true", "-Dlisted=" + listed), FilesTestCase.class);

        assertThat(written)
                .anyMatch(line -> line.contains("FilesTestCase.lists() ran with seed 1"))
                .anyMatch(line -> line.contains("-Dseed=1 -Dseed.check=true"));
    }

    /** The seed orders Set.of alike in both JVMs. */
    @Test
    @Tag("long")
    void findsNothingInTheSecondJvmThatTheSeedOrders() {
        for (int start = 0; start < 3; start++) {
            assertThat(new AgentJvm()
                            .run(
                                    GlobalFixtures.class,
                                    "ImmutableTestCase",
                                    "seed.check=true",
                                    "seed.unordered=immutable")
                            .success()
                            .lines())
                    .noneMatch(line -> line.startsWith("failed: "));
        }
    }

    @Test
    @Tag("long")
    void asksForNoAnnotation() throws Exception {
        List<String> written = run(
                List.of("-Dseed.unordered=true", "-Djunit.jupiter.extensions.autodetection.enabled=true"),
                UnseededTestCase.class);

        assertThat(verdict(written, "UnseededTestCase.joins"))
                .isEqualTo(
                        "assumes an order: it passes in natural order, in a fresh JVM; seed.check=true finds the place");
        assertThat(written)
                .anyMatch(line ->
                        line.endsWith("-Dseed=1 -Dseed.unordered=true (as VM options of the run configuration)"));
    }

    @Test
    @Tag("long")
    void runsAndReportsLikeAPlainRun() throws Exception {
        List<Class<?>> fixtures = List.of(PollutingTestCase.class, PollutedTestCase.class, SeveralTestCase.class);
        List<String> plain = launch(List.of(), fixtures);
        List<String> ordered = launch(List.of("-Dseed.unordered=true"), fixtures);

        assertThat(ordered.stream().filter(line -> !line.startsWith("Seeded:") && !line.startsWith("    ")))
                .anyMatch(line -> line.contains("2 tests failed"));
        assertThat(tree(ordered)).isEqualTo(tree(plain));
        assertThat(String.join("\n", ordered)).doesNotContain("never failed").doesNotContain("engine:seeded");
        assertThat(ordered)
                .contains(
                        "    verdict passes alone in this order too: the cause is a test before it, and seed.bisect=true"
                                + " finds that",
                        "    verdict fails in natural order too");
    }

    @Test
    void saysOnceThatTheAgentIsMissing() throws Exception {
        assertThat(withoutAgent("execute", List.of("-Dseed.unordered=true")))
                .filteredOn(line -> line.contains("needs the agent"))
                .hasSize(1)
                .allMatch(line ->
                        line.contains("-Dseed.unordered=true needs the agent, and this JVM was started without it."));
    }

    /** As Surefire does with {@code reuseForks=false}: only the forks have the agent. */
    @Test
    void needsNoAgentWhereMavenLooksForTests() throws Exception {
        assertThat(withoutAgent("discover", List.of("-Dseed.unordered=true", "-Dmaven.home=/opt/maven")))
                .noneMatch(line -> line.contains("needs the agent"))
                .anyMatch(line -> line.contains("found"));
    }

    private static List<String> withoutAgent(String command, List<String> options) throws IOException {
        return lines(Jvm.builder(
                        options,
                        ConsoleLauncher.class,
                        List.of(command, "--select-class=" + SeveralTestCase.class.getName()))
                .redirectErrorStream(true)
                .start());
    }

    private List<String> launch(List<String> options, List<Class<?>> fixtures) throws Exception {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-Dseed=1", "-javaagent:" + AgentJvm.agent(folder, Agent.class.getName())));
        List<String> arguments = new ArrayList<>(List.of("execute", "--details=tree", "--disable-ansi-colors"));
        fixtures.forEach(fixture -> arguments.add("--select-class=" + fixture.getName()));
        return lines(Jvm.builder(all, ConsoleLauncher.class, arguments)
                .redirectErrorStream(true)
                .start());
    }

    private static List<String> tree(List<String> written) {
        return written.stream()
                .filter(line -> line.matches(".*(\\[OK]|\\[X]|✔|✘).*"))
                .map(line -> line.replaceAll("\\d+ ms", ""))
                .toList();
    }

    private static List<String> lines(Process jvm) throws IOException {
        return new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Test
    @Tag("long")
    void looksForNoOrderWhereEarlierRunsDecide() throws Exception {
        List<String> written = run(List.of("-Dseed.unordered=true", "-Dseed.runs=3"), SecondTimeTestCase.class);

        assertThat(verdict(written, "SecondTimeTestCase.fails")).startsWith("depends on what ran before: ");
    }

    @Test
    @Tag("long")
    void runsInAnotherOrderWithEachSeed() throws Exception {
        List<String> written = run(
                List.of("-Dseed.unordered=hash", "-Dseed.runs=100", "-Dseed.keepGoing=true"), SometimesTestCase.class);

        assertThat(written)
                .anyMatch(line ->
                        line.matches(".*SometimesTestCase\\.beginsWithOne\\(\\): 100 runs, [1-9][0-9]? failed.*"));
    }

    private List<String> run(List<String> options, Class<?>... fixtures) throws Exception {
        List<String> all = new ArrayList<>(options);
        all.add("-Dseed=1");
        all.add("-javaagent:" + AgentJvm.agent(folder, Agent.class.getName()));
        Process jvm = FreshJvm.start(all, fixtures);
        return new String(jvm.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static String verdict(List<String> written, String test) {
        List<String> block = written.subList(
                written.indexOf(written.stream()
                        .filter(line -> line.contains(test) && line.contains(" ran with seed "))
                        .reduce("", (one, other) -> other)),
                written.size());
        return block.stream()
                .filter(line -> line.startsWith("    verdict "))
                .findFirst()
                .map(line -> line.substring("    verdict ".length()))
                .orElse("none in " + written);
    }

    private static Set<String> letters() {
        return new HashSet<>(LETTERS);
    }

    @Seeded
    static class SecondTimeTestCase {

        private static int runs;

        @Test
        void fails(Random random) {
            random.nextInt();
            runs++;
            assertThat(runs).isEqualTo(1);
        }
    }

    static class PollutingTestCase {

        @Test
        void pollutes() {
            System.setProperty("polluted", "true");
        }
    }

    @Seeded
    static class PollutedTestCase {

        @Test
        void isAlone(Random random) {
            assertThat(System.getProperty("polluted")).isNull();
        }
    }

    @Seeded
    static class SeveralTestCase {

        @RepeatedTest(2)
        void passes(Random random) {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void failsForTwo(int number) {
            assertThat(number).isLessThan(2);
        }
    }

    @Seeded
    static class OnePlaceTestCase {

        @Test
        void joins() {
            Map<String, Integer> lengths = new HashMap<>();
            for (String letter : letters()) {
                lengths.put(letter, letter.length());
            }
            assertThat(lengths.values()).containsOnly(1);
            assertThat(new TreeSet<>(letters())).hasSameSizeAs(LETTERS);
            assertThat(String.join("", letters())).isEqualTo(ALPHABET);
        }
    }

    @Seeded
    static class TwoPlacesTestCase {

        @Test
        void compares() {
            if (!first().equals("a") && !second().equals("a")) {
                throw new AssertionError();
            }
        }

        private static String first() {
            return letters().iterator().next();
        }

        private static String second() {
            Map<String, String> map = new HashMap<>();
            LETTERS.forEach(letter -> map.put(letter, letter));
            return map.keySet().iterator().next();
        }
    }

    /** As a test of Commons Collections does. */
    @Seeded
    static class PropertiesTestCase {

        @Test
        void writes() {
            Properties properties = new Properties();
            for (char letter = 'e'; letter >= 'a'; letter--) {
                properties.put(String.valueOf(letter), "value of " + letter);
            }
            assertThat(properties.toString()).startsWith("{a=value of a, b=value of b");
        }
    }

    /** As a test of Commons Collections does. */
    @Seeded
    static class InvertedTestCase {

        @Test
        void inverts() {
            Map<String, String> colours = new HashMap<>();
            LETTERS.forEach(letter -> colours.put(letter, "red"));
            Map<String, List<String>> inverted = new HashMap<>();
            for (Map.Entry<String, String> entry : colours.entrySet()) {
                inverted.computeIfAbsent(entry.getValue(), unused -> new ArrayList<>())
                        .add(entry.getKey());
            }
            assertThat(inverted).containsEntry("red", LETTERS);
        }
    }

    @Seeded
    static class FilesTestCase {

        @Test
        void lists() throws IOException {
            Path listed = Path.of(System.getProperty("listed"));
            Path order = listed.resolveSibling("order");
            List<String> names = new ArrayList<>();
            try (Stream<Path> entries = Files.list(listed)) {
                entries.forEach(entry -> names.add(entry.getFileName().toString()));
            }
            // The order of the file system is what it is.
            if (Files.notExists(order)) {
                Files.write(order, names);
            }
            assertThat(names).isEqualTo(Files.readAllLines(order));
        }
    }

    @Seeded
    static class OtherwiseTestCase {

        @Test
        void fails() {
            assertThat(letters().stream().collect(Collectors.joining())).isEmpty();
        }
    }

    @Seeded
    static class InitializerTestCase {

        private static final class Holder {

            private static final String ALL = String.join("", letters());
        }

        @Test
        void passes() {
            assertThat(Holder.ALL).isEqualTo(ALPHABET);
        }
    }

    static class UnseededTestCase {

        @Test
        void joins() {
            assertThat(String.join("", letters())).isEqualTo(ALPHABET);
        }
    }

    @Seeded
    static class SometimesTestCase {

        @Test
        void beginsWithOne() {
            Set<Integer> pair = new HashSet<>(List.of(1, 2));
            assertThat(pair.iterator().next()).isEqualTo(1);
        }
    }
}
