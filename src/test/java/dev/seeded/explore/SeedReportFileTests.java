package dev.seeded.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.seeded.Labels;
import dev.seeded.Seeded;
import dev.seeded.explore.ExploringTests.RareTestCase;
import dev.seeded.internal.report.Main;
import dev.seeded.testing.ChildJvm;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What {@code seed.report} and GitHub's summary hold of failed and explored tests. */
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SeedReportFileTests {

    private static final String RARE =
            "/[class:" + RareTestCase.class.getName() + "]/[method:failsForOneSeedInTwenty(java.util.Random)]";

    @TempDir
    private Path folder;

    @Test
    void hasALineForEachFailure() throws IOException {
        launch(Map.of("seed", "42"), FailingTestCase.class);

        List<JsonObject> lines = lines();
        assertThat(lines)
                .extracting(line -> string(line, "test").replaceFirst(".*TestCase\\.", ""))
                .containsExactlyInAnyOrder(
                        "fails(Random)",
                        "repeats(Random) > repetition 1 of 2",
                        "repeats(Random) > repetition 2 of 2",
                        "makesTests(Random) > a \"quoted\" | name",
                        "takesNoNote(Random)");
        JsonObject line = lines.stream()
                .filter(found -> string(found, "test").endsWith(".fails(Random)"))
                .findFirst()
                .orElseThrow();
        String name = FailingTestCase.class.getName();
        assertThat(line.keySet())
                .containsExactly(
                        "format",
                        "kind",
                        "test",
                        "id",
                        "runSeed",
                        "testSeed",
                        "replay",
                        "pin",
                        "runs",
                        "failures",
                        "undecided",
                        "groups",
                        "ungrouped",
                        "run");
        assertThat(line.get("format").getAsInt()).isEqualTo(1);
        assertThat(string(line, "kind")).isEqualTo("failed");
        assertThat(string(line, "test")).isEqualTo(name + ".fails(Random)");
        assertThat(string(line, "id")).isEqualTo("/[class:" + name + "]/[method:fails(java.util.Random)]");
        assertThat(string(line, "runSeed")).isEqualTo("42");
        assertThat(string(line, "replay")).isEqualTo("again '" + name + "' fails 42");
        assertThat(string(line, "pin")).isEqualTo("@Seeded(" + string(line, "testSeed") + "L)");
        assertThat(line.get("failures").getAsInt()).isEqualTo(1);
        JsonObject group = line.getAsJsonArray("groups").get(0).getAsJsonObject();
        assertThat(string(group, "type")).isEqualTo(IllegalStateException.class.getName());
        assertThat(string(group, "message")).isEqualTo("drew # of \"…\"");
        assertThat(string(group, "example")).matches("drew -?\\d+ of \".*\"");
        assertThat(string(group, "place")).startsWith(name + ".fails(SeedReportFileTests.java:");
        assertThat(strings(group, "runSeeds")).containsExactly("42");
    }

    @Test
    @Tag("slow")
    void hasALineForEachExploredTest() throws IOException {
        launch(
                Map.of("seed", "4", "seed.runs", "200", "seed.keepGoing", "true"),
                RareTestCase.class,
                QuietTestCase.class);

        JsonObject rare = lines().get(0);
        JsonObject quiet = lines().get(1);
        assertThat(string(rare, "kind")).isEqualTo("explored");
        assertThat(rare.get("runs").getAsInt()).isEqualTo(200);
        int failures = rare.get("failures").getAsInt();
        assertThat(failures).isBetween(1, 50);
        List<Double> interval = doubles(rare, "interval");
        assertThat(interval.get(0)).isLessThan(failures / 200.0);
        assertThat(interval.get(1)).isGreaterThan(failures / 200.0);
        JsonObject group = rare.getAsJsonArray("groups").get(0).getAsJsonObject();
        assertThat(group.get("failures").getAsInt()).isEqualTo(failures);
        assertThat(strings(group, "runSeeds")).hasSize(Math.min(10, failures)).startsWith(string(rare, "runSeed"));
        assertThat(quiet.keySet())
                .containsExactly(
                        "format",
                        "kind",
                        "test",
                        "id",
                        "start",
                        "runs",
                        "failures",
                        "undecided",
                        "interval",
                        "groups",
                        "ungrouped",
                        "run");
        assertThat(string(quiet, "start")).isEqualTo("4");
        JsonObject run = quiet.getAsJsonObject("run");
        assertThat(Instant.parse(string(run, "time"))).isCloseTo(Instant.now(), within(1, ChronoUnit.HOURS));
        assertThat(string(run, "machine")).startsWith("Java " + System.getProperty("java.version") + ", ");
        assertThat(run.getAsJsonObject("settings").keySet())
                .containsExactly("seed", "seed.command", "seed.memory", "seed.report", "seed.runs", "seed.keepGoing");
        assertThat(quiet.getAsJsonArray("groups")).isEmpty();
        assertThat(doubles(quiet, "interval").get(0)).isZero();
    }

    @Test
    @Tag("slow")
    @Tag("long")
    void addsUpWithThatOfAnotherMachine() throws IOException {
        for (int machine = 0; machine < 2; machine++) {
            new ChildJvm()
                    .property("seed.runs", "200")
                    .property("seed.keepGoing", "true")
                    .property("seed.command", "again {class} {method} {seed}")
                    .property("seed.memory", folder.toString())
                    .property("seed.report", report().toString())
                    .run(RareTestCase.class);
        }
        long failures = lines().stream()
                .mapToLong(line -> line.get("failures").getAsLong())
                .sum();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = Main.run(List.of("report", report().toString()), new PrintStream(out), System.err);

        assertThat(out.toString())
                .startsWith("Seeded: " + RareTestCase.class.getName() + ".failsForOneSeedInTwenty(Random): 400 runs, "
                        + failures + " failed: ")
                .contains("Seeded: 1 seeded test failed:")
                .contains("replay  again '" + RareTestCase.class.getName() + "' failsForOneSeedInTwenty "
                        + string(lines().get(0), "runSeed"));
        assertThat(exit).isEqualTo(1);
    }

    @Test
    @Tag("slow")
    @Tag("long")
    void tellsNoRateOfRunsThatEndWithAFailure() throws IOException {
        launch(Map.of("seed", "4", "seed.runs", "200", "seed.shrink", "true"), RareTestCase.class);

        JsonObject line = lines().get(0);
        assertThat(line.has("interval")).isFalse();
        assertThat(string(line, "draws")).isNotEmpty();
        assertThat(string(line, "replay"))
                .isEqualTo("again '" + RareTestCase.class.getName() + "' failsForOneSeedInTwenty "
                        + string(line, "runSeed") + "  # these settings are needed too: -Dseed.draws="
                        + string(line, "draws"));
        assertThat(string(line, "pin")).contains(string(line, "draws"));
    }

    @Test
    @Tag("slow")
    void hasTheVerdict() throws IOException {
        launch(Map.of("seed", failingSeed(), "seed.check", "true"), RareTestCase.class);

        assertThat(string(lines().get(0), "verdict")).startsWith("fails with this seed: replay it (");
    }

    @Test
    @Tag("slow")
    void givesItsSeedsToAnotherMachine() throws IOException {
        launch(Map.of("seed", "4", "seed.runs", "400"), RareTestCase.class);
        String before = Files.readString(report());
        Object failing = Fixtures.logged("rare").get(Fixtures.logged("rare").size() - 1);

        String written = ErrorOutput.of(() -> Fixtures.withSeed("last")
                .with("seed.memory", report())
                .explore(RareTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.failed(1)));

        assertThat(Fixtures.logged("rare")).containsExactly(failing);
        assertThat(written).contains("failsForOneSeedInTwenty(Random): the remembered failing seed still fails");
        assertThat(report()).hasContent(before.strip());
    }

    @Test
    void namesLinesThatItCannotRead() throws IOException {
        Files.writeString(report(), """
                {"format":1,"id":"%s","groups":[{"runSeeds":["7"]}]}
                {"format":2,"id":"/[class:A]","groups":[]}
                {"format":1,"id":"A.a","groups":[]}
                {"format":1,"id":"/[class:A]","groups":[{"runSeeds":["seven"]}]}
                {"form
                """.formatted(RARE));

        String written = ErrorOutput.of(
                () -> Fixtures.withSeed("last").with("seed.memory", report()).explore(RareTestCase.class));

        assertThat(Fixtures.logged("rare")).hasSize(1);
        assertThat(written)
                .contains("Seeded: warning: " + report() + " is ignored in part: line 2: its format is 2, and this"
                        + " version of Seeded reads 1, line 3: it has no id of a test, line 4: 'seven' is not a seed")
                .contains(", line 5: no JSON at character 7");
    }

    @Test
    @Tag("slow")
    void addsATableToTheSummaryOfAStepOncePerJvm() throws IOException {
        Path summary = folder.resolve("summary.md");
        Files.writeString(summary, "before");

        ChildJvm jvm = new ChildJvm()
                .environment("GITHUB_STEP_SUMMARY", summary.toString())
                .property("seed", "42")
                .property("seed.memory", folder.toString())
                .plans(2);
        jvm.run(FailingTestCase.class);
        jvm.run(QuietTestCase.class);

        assertThat(Files.readAllLines(summary))
                .startsWith("before", "", "### Seeded: 5 seeded tests failed", "", "| test | seed | replay | pin |")
                .hasSize(12)
                .anySatisfy(line -> assertThat(line).contains("&#34;quoted&#34; &#124; name"));
    }

    private static String failingSeed() {
        return Stream.iterate(1, seed -> seed + 1)
                .map(Object::toString)
                .filter(seed -> !Fixtures.failures(Fixtures.withSeed(seed).run(RareTestCase.class))
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasWhatLabelsHaveCounted() throws IOException {
        launch(Map.of("seed", "4", "seed.runs", "50"), LabelledTestCase.class);

        JsonObject line = lines().get(0);
        assertThat(string(line, "kind")).isEqualTo("explored");
        assertThat(line.get("runs").getAsInt()).isEqualTo(50);
        assertThat(line.getAsJsonArray("labels"))
                .hasToString("[{\"name\":\"always\",\"runs\":50},"
                        + "{\"name\":\"never \\\"quoted\\\"\",\"runs\":0,\"expected\":true}]");
        launch(Map.of("seed", "4"), LabelledTestCase.class);
        assertThat(lines()).hasSize(1);
    }

    private Path report() {
        return folder.resolve("report.jsonl");
    }

    private List<JsonObject> lines() throws IOException {
        String guide = Files.readString(Path.of("src/docs/ci.md"));
        List<JsonObject> lines = Files.readAllLines(report()).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        assertThat(lines)
                .flatExtracting(SeedReportFileTests::fields)
                .allSatisfy(field -> assertThat(guide).contains("`" + field + "`"));
        return lines;
    }

    private static List<String> fields(JsonObject line) {
        return Stream.of(
                        line.keySet().stream(),
                        elements(line.getAsJsonArray("groups"))
                                .flatMap(group -> group.getAsJsonObject().keySet().stream()),
                        line.getAsJsonObject("run").keySet().stream())
                .flatMap(fields -> fields)
                .toList();
    }

    private static String string(JsonObject object, String field) {
        return object.get(field).getAsJsonPrimitive().getAsString();
    }

    private static List<String> strings(JsonObject object, String field) {
        return elements(object.getAsJsonArray(field))
                .map(JsonElement::getAsString)
                .toList();
    }

    private static List<Double> doubles(JsonObject object, String field) {
        return elements(object.getAsJsonArray(field))
                .map(JsonElement::getAsDouble)
                .toList();
    }

    private static Stream<JsonElement> elements(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private void launch(Map<String, String> parameters, Class<?>... classes) {
        Fixtures.clear();
        ErrorOutput.of(() -> LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(Stream.of(classes)
                                .map(type -> selectClass(type))
                                .toList())
                        .enableImplicitConfigurationParameters(false)
                        .configurationParameter("seed.command", "again {class} {method} {seed}")
                        .configurationParameter("seed.memory", folder.toString())
                        .configurationParameter("seed.report", report().toString())
                        .configurationParameters(parameters)
                        .build()));
    }

    @Seeded
    static class LabelledTestCase {

        @Test
        void counts(Labels labels) {
            labels.add("always", true);
            labels.sometimes("never \"quoted\"", false);
        }
    }

    @Seeded
    static class FailingTestCase {

        @Test
        void fails(Random random) {
            throw new IllegalStateException("drew " + random.nextInt() + " of \"a\\\n\"");
        }

        @RepeatedTest(2)
        void repeats(Random random) {
            throw new IllegalStateException();
        }

        @TestFactory
        DynamicTest makesTests(Random random) {
            return DynamicTest.dynamicTest("a \"quoted\" | name", () -> fails(random));
        }

        @Test
        @SuppressWarnings("serial")
        void takesNoNote(Random random) {
            throw new RuntimeException("takes none", null, false, true) {};
        }

        @Test
        void isGivenNothing() {
            throw new IllegalStateException();
        }
    }

    @Seeded
    static class QuietTestCase {

        @Test
        void passes(Random random) {
            assertThat(random).isNotNull();
        }
    }
}
