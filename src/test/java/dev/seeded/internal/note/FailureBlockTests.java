package dev.seeded.internal.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.replay.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailureBlockTests {

    private final FailureBlock block = new FailureBlock();

    @Test
    void isEmptyWhereNothingFailed() {
        assertThat(block.text()).isEmpty();
    }

    @Test
    void listsOneTest() {
        block.add(report("[a]", "A.a()"));

        assertThat(block.text()).isEqualTo("""
                Seeded: 1 seeded test failed:
                  A.a() ran with seed 42
                    replay  mvn test -Dtest='A.a()' -Dseed=42""");
    }

    @Test
    void promisesNoLineThatAFreshJvmHasRefuted() {
        block.add(report("[a]", "A.a()"));
        block.judge("[a]", "A.a()", "passes alone");
        block.doubt("[a]", "it passes alone in a fresh JVM");

        assertThat(block.text()).isEqualTo("""
                Seeded: 1 seeded test failed:
                  A.a() ran with seed 42
                    replay  cannot be promised: it passes alone in a fresh JVM
                    try     mvn test -Dtest='A.a()' -Dseed=42
                    verdict passes alone""");
    }

    @Test
    void listsATestThatWasTriedSeveralTimesOnce() {
        block.add(report("[a]", "A.a()"));
        block.add(report("[b]", "B.b()"));
        block.add(report("[a]", "A.a()"));

        assertThat(block.text()).isEqualTo("""
                Seeded: 2 seeded tests failed:
                  A.a() ran with seed 42
                    replay  mvn test -Dtest='A.a()' -Dseed=42
                  B.b() ran with seed 42
                    replay  mvn test -Dtest='B.b()' -Dseed=42""");
    }

    @Test
    void countsWhatFollowsTheFiftiethAndSaysWhereItIs() {
        IntStream.rangeClosed(1, 50).forEach(i -> block.add(report("[" + i + "]", "A.a" + i)));
        assertThat(block.text().lines())
                .hasSize(101)
                .startsWith("Seeded: 50 seeded tests failed:")
                .noneMatch(line -> line.contains("more"));

        IntStream.rangeClosed(51, 1000).forEach(i -> block.add(report("[" + i + "]", "A.a" + i)));
        assertThat(block.text().lines())
                .hasSize(102)
                .startsWith(
                        "Seeded: 1,000 seeded tests failed, of which these are the first 50:",
                        "  A.a1 ran with seed 42")
                .contains("  A.a50 ran with seed 42")
                .doesNotContain("  A.a51 ran with seed 42")
                .endsWith("  and 950 more");

        block.keptIn(Path.of("target", "seeded", "failed-seeds.jsonl"));
        assertThat(block.text())
                .endsWith(
                        "\n  and 950 more, whose seeds are in target/seeded/failed-seeds.jsonl: -Dseed=last runs them");
    }

    @Test
    void keepsAReplayOfSeveralLinesWhole() {
        block.add(new SeedReport("[a]", run("A.a()"), "run 'a\n\t  b' 42", "@Seeded(-7L)", List.of()));
        block.add(new SeedReport("[b]", run("B.b()"), "run 'a\n\t  pin     @Seeded(-7L)'", null, List.of()));

        assertThat(block.text()).isEqualTo("""
                Seeded: 2 seeded tests failed:
                  A.a() ran with seed 42
                    replay  run 'a
                \t  b' 42
                  B.b() ran with seed 42
                    replay  run 'a
                \t  pin     @Seeded(-7L)'""");
    }

    private static SeedReport report(String uniqueId, String test) {
        return new SeedReport(
                uniqueId, run(test), "mvn test -Dtest='" + test + "' -Dseed=42", "@Seeded(1L)", List.of());
    }

    private static FailedRun run(String test) {
        return new FailedRun(test, "42", "42", "1", "", Selection.TEST);
    }
}
