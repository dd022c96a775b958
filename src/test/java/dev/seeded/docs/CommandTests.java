package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seeded.testing.Jvm;
import dev.seeded.testing.Jvm.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command of the documentation works when a reader pastes it into a shell, in a clone.
 *
 * <p>Commands are the lines of the blocks of the language {@code sh}. A comment on the line before the block that begins
 * with {@code not run} gives the reason. The commands that show an output are those of {@link OutputTests}.
 */
@Tag("slow")
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class CommandTests {

    /** What is pasted in place of what takes hours, or says too little when it goes wrong. */
    private static final Map<String, String> SHORTER = Map.of(
            "mvn verify", "mvn verify -DskipTests -Dinvoker.skip",
            "mvn test -Dseed=42", "mvn test -Dtest=LetterTest -Dseed=42",
            "-Dseed.runs=10m", "-Dseed.runs=10s",
            "'alarms 1000000'", "'alarms 1000'",
            "@start-benchmark", "@start-benchmark -Dstart.rounds=1",
            "-Dbenchmark=DrawBenchmark", "-Dbenchmark=DrawBenchmark -Dbenchmark.options='-f 1 -wi 0 -i 1 -r 10ms'",
            "-f src/benchmark/etna compile exec:exec", "-f src/benchmark/etna compile exec:exec -Detna.seconds=1",
            "jq -r", "jq -e -r");

    /** Leaves the report that a CI server would have kept. */
    private static final String REPORT = "mvn test -Dtest=TextWrapperTest -Dseed.runs=1m -Dseed.report=seeds.jsonl";

    private static final String FAILED = "Seeded: 1 seeded test failed:";

    private static final long PATIENCE_IN_SECONDS = 1200;

    private Path clone = Path.of("");

    @BeforeAll
    void copy(@TempDir Path folder) throws IOException {
        clone = folder;
        for (String kept : List.of("pom.xml", "README.md", "CHANGELOG.md", "src")) {
            try (Stream<Path> files = Files.walk(Path.of(kept))) {
                for (Path file : files.toList()) {
                    Files.copy(file, clone.resolve(file));
                }
            }
        }
        // What other builds check; it takes most of the time of a build that runs no test.
        Files.createDirectory(clone.resolve(".mvn"));
        Files.writeString(
                clone.resolve(".mvn/maven.config"),
                "-Dmaven.javadoc.skip=true\n-Dmaven.source.skip=true\n-Dspotless.check.skip=true\n");
        assumeTrue(paste("command -v mvn").exit() == 0, "mvn is not on the path");
        assertThat(paste(REPORT).out()).contains(FAILED);
    }

    /** One that several pages show is pasted once. Even one round of the benchmark of suites takes too long. */
    static List<String> commands() throws IOException {
        return Document.all().stream()
                .flatMap(document -> document.blocks().stream())
                .filter(block -> block.language().equals("sh")
                        && !block.comment().orElse("").startsWith("not run: "))
                .flatMap(block -> block.lines().stream())
                .filter(command -> !command.contains("@suite-benchmark"))
                .distinct()
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void worksWhenPasted(String command) {
        String tool = command.split(" ")[0];
        assumeTrue(paste("command -v " + tool).exit() == 0, () -> tool + " is not on the path");
        String pasted = command;
        for (Map.Entry<String, String> shorter : SHORTER.entrySet()) {
            pasted = pasted.replace(shorter.getKey(), shorter.getValue());
        }

        Output output = paste(pasted);

        // Some commands are there to find a failure.
        assertThat(output.exit() == 0 || output.out().contains(FAILED))
                .as("%s%n%s", pasted, output.out())
                .isTrue();
    }

    @Test
    void areShortenedWhereTheyAreLong() throws IOException {
        assertThat(String.join("\n", commands())).contains(SHORTER.keySet());
    }

    private Output paste(String command) {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", "{ " + command + "\n} 2>&1").directory(clone.toFile());
        shell.environment()
                .keySet()
                .removeIf(name -> name.startsWith("JUNIT_SEED")
                        || name.startsWith("MAVEN_")
                        || name.equals("GITHUB_STEP_SUMMARY"));
        return Jvm.run(shell, PATIENCE_IN_SECONDS);
    }
}
