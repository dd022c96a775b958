package dev.seeded.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.Jvm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTests {

    private static final String QUIET = """
            {"format":1,"kind":"explored","test":"A.a()","id":"/[class:A]/[method:a()]","start":"%s","runs":1000,\
            "failures":0,"undecided":0,"interval":[0,0.003],"groups":[],"ungrouped":0}
            """;

    private static final String ENDED = """
            {"format":1,"kind":"explored","test":"A.a()","id":"/[class:A]/[method:a()]","start":"%s","runs":5,\
            "failures":1,"undecided":0,"groups":[{"type":"E","message":"drew #","place":"A.a(A.java:9)","failures":1,\
            "runSeeds":["%1$s7"]}],"ungrouped":0,"runSeed":"%1$s7","testSeed":"-3","replay":"again A.a %1$s7",\
            "verdict":"fails with this seed: replay it (10 of 10)"}
            """;

    private static final String FAILED = """
            {"format":1,"kind":"failed","test":"A.a()","id":"/[class:A]/[method:a()]","runSeed":"%s","testSeed":"5",\
            "replay":"again A.a %1$s","runs":1,"failures":1,"undecided":0,"groups":[{"type":"E","message":"",\
            "place":"","failures":1,"runSeeds":["%1$s"]}],"ungrouped":0}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private int exit;

    @Test
    void tellsNoRateOfRunsThatEndedWithAFailure() throws IOException {
        assertThat(report(QUIET.formatted(1), ENDED.formatted(2), ENDED.formatted(3)))
                .isEqualTo("""
                        Seeded: A.a(): 1,010 runs, 2 failures: no failure rate, because runs stopped at a failure
                          2 × E: drew # at A.a(A.java:9)
                            run seeds 27, 37
                        Seeded: 1 seeded test failed:
                          A.a() ran with seed 27
                            replay  again A.a 27
                            verdict fails with this seed: replay it (10 of 10)
                        """);
        assertThat(exit).isEqualTo(1);
    }

    @Test
    void countsRunsWithEdgeCasesThatWentOn() throws IOException {
        assertThat(report("""
                        {"format":1,"kind":"explored","test":"A.a()","id":"/[class:A]/[method:a()]","start":"1","runs":400,\
                        "failures":378,"undecided":0,"groups":[],"ungrouped":378,"edgeRuns":400,"edgeFailures":378,\
                        "runSeed":"1","testSeed":"2","replay":"again"}
                        """)).startsWith("Seeded: A.a(): 378 of 400 runs with edge cases failed\n");
    }

    @Test
    void countsFailuresOfSingleRunsApart() throws IOException {
        assertThat(report(FAILED.formatted(8), QUIET.formatted(1), QUIET.formatted(2), FAILED.formatted(9)))
                .isEqualTo("""
                        Seeded: A.a(): failed in 2 runs, which give no rate
                          2 × E
                            run seeds 8, 9
                        Seeded: A.a(): 2,000 runs, none failed: fewer than 0.150 % of all seeds fail (at 95 % confidence)
                        Seeded: 1 seeded test failed:
                          A.a() ran with seed 8
                            replay  again A.a 8
                        """);
        assertThat(exit).isEqualTo(1);
    }

    @Test
    void countsTheSameRunsOnce() throws IOException {
        assertThat(report(QUIET.formatted(1), QUIET.formatted(1).replace("1000", "2000"), QUIET.formatted(1)))
                .isEqualTo("Seeded: A.a(): 2,000 runs, none failed:"
                        + " fewer than 0.150 % of all seeds fail (at 95 % confidence)\n");
        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo(
                        "Seeded: warning: 2 reports of A.a() have the same run seeds as another: only the longest counts");
        assertThat(exit).isZero();
    }

    @Test
    void expectsALabelOfAllRunsTogether() throws IOException {
        String never = QUIET.replace(
                "\"ungrouped\":0", "\"ungrouped\":0,\"labels\":[{\"name\":\"hit\",\"runs\":0,\"expected\":true}]");

        assertThat(report(never.formatted(1), never.formatted(2)))
                .startsWith(
                        "Seeded: A.a(): label 'hit' should be true in some runs, but was true in none of 2,000 runs,"
                                + " so in fewer than 0.150 % of all runs (at 95 % confidence)\n");
        assertThat(exit).isEqualTo(1);
        assertThat(report(never.formatted(1), never.formatted(2).replace("\"runs\":0", "\"runs\":9")))
                .contains("label 'hit': true in 9 of 2,000 runs: 0.450 %");
        assertThat(exit).isZero();
    }

    @Test
    void skipsALineThatIsCut() throws IOException {
        String cut = QUIET.formatted(2).substring(0, 40);

        assertThat(report(QUIET.formatted(1), QUIET.formatted(3) + cut)).contains("2,000 runs, none failed");
        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("Seeded: warning: " + folder.resolve("1.jsonl")
                        + " is ignored in part: line 2: no JSON at character 41");
        assertThat(exit).isZero();
    }

    @Test
    void refusesAnotherFormat() throws IOException {
        assertThat(report(QUIET.formatted(1), "{\"format\":2}\n")).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("Seeded: " + folder.resolve("1.jsonl")
                        + " is refused: line 1: its format is 2, and this version of Seeded reads 1");
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoReport() throws IOException {
        assertThat(report(QUIET.formatted(1), "404 Not Found\n")).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("Seeded: " + folder.resolve("1.jsonl") + " is not a report: line 1: no JSON at character 5");
        assertThat(exit).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"runs\":1000', '\"runs\":-5', its number of runs is impossible",
        "'\"runs\":1000', '\"runs\":1e30', its number of runs is impossible",
        "'\"failures\":0', '\"failures\":1001', its counts contradict each other"
    })
    void skipsCountsThatCannotBe(String count, String impossible, String problem) throws IOException {
        String wrong = QUIET.formatted(2).replace(count, impossible);

        assertThat(wrong).isNotEqualTo(QUIET.formatted(2));
        assertThat(report(QUIET.formatted(1), QUIET.formatted(3) + wrong)).contains("2,000 runs, none failed");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("1.jsonl is ignored in part: line 2: " + problem);
    }

    @Test
    void saysWhatIsWrongWithItsArguments() {
        assertMisuse("the command is report, followed by files");
        assertMisuse("the command is report, followed by files", "report");
        assertMisuse("the command is report, followed by files", "merge", "a");
        assertMisuse("--xml is not an option", "report", "--xml", "a");
        assertMisuse("nowhere.jsonl cannot be read: there is no such file or folder", "report", "nowhere.jsonl");
        assertThat(run("--help")).startsWith("Usage: java -jar seeded.jar report ");
        assertThat(exit).isZero();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file can have such a name")
    void writesNoControlCharactersOfNames() throws IOException {
        assertMisuse("--\\u001B[31mx is not an option", "report", "--\u001B[31mx");
        assertMisuse("\\u001B[2J cannot be read: ", "report", "\u001B[2J");
        assertMisuse("a\\u0000 cannot be a file: Nul character not allowed: a\\u0000", "report", "a\0");
        write(QUIET.formatted(1));
        String report = folder.resolve("0.jsonl").toString();
        assertMisuse("nowhere/\\u001B[2J cannot be written: ", "report", "--html", "nowhere/\u001B[2J", report);
        Path hostile = Files.writeString(folder.resolve("\u001B[2J"), "{\"format\":2}\n");
        assertMisuse(folder + "/\\u001B[2J is refused: ", "report", hostile.toString());
        Files.writeString(hostile, "404 Not Found\n");
        assertMisuse(folder + "/\\u001B[2J is not a report: ", "report", hostile.toString());
        Files.writeString(hostile, QUIET.formatted(1) + "404 Not Found\n");
        run("report", hostile.toString());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("/\\u001B[2J is ignored in part: ");
    }

    private void assertMisuse(String message, String... arguments) {
        assertThat(run(arguments)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Seeded: " + message);
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void writesMarkdown() throws IOException {
        write(ENDED.formatted(2).replace("A.a()", "A.a(<b>|`*)"));

        assertThat(run("report", "--markdown", folder.resolve("0.jsonl").toString()))
                .contains("### Seeded: 1 seeded test failed\n")
                .contains("| <code>A.a(&#60;b&#62;&#124;&#96;&#42;)</code> | 27 | <code>again A.a 27</code> |")
                .contains("\n- Seeded&#58; A.a(&#60;b&#62;&#124;&#96;&#42;)&#58; failed in run 5<br>");
    }

    @Test
    void needsNothingButTheJar() throws IOException {
        write(ENDED.formatted(2));
        ProcessBuilder jvm = Jvm.builder(
                List.of(),
                Main.class,
                List.of("report", folder.resolve("0.jsonl").toString()));
        jvm.command().set(jvm.command().indexOf("-cp") + 1, "target/classes");

        Jvm.Output output = Jvm.run(jvm, 60);

        assertThat(output.out()).startsWith("Seeded: A.a(): failed in run 5");
        assertThat(output.err()).isEmpty();
        assertThat(output.exit()).isEqualTo(1);
    }

    private String report(String... files) throws IOException {
        write(files);
        return run(Stream.concat(
                        Stream.of("report"),
                        Stream.iterate(0, number -> number + 1)
                                .limit(files.length)
                                .map(number -> folder.resolve(number + ".jsonl").toString()))
                .toArray(String[]::new));
    }

    private void write(String... files) throws IOException {
        for (int number = 0; number < files.length; number++) {
            Files.writeString(folder.resolve(number + ".jsonl"), files[number]);
        }
    }

    private String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        err.reset();
        exit = Main.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
