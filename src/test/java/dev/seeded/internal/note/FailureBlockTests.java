package dev.seeded.internal.note;

import static org.assertj.core.api.Assertions.assertThat;

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
    void countsWhatFollowsTheTwentieth() {
        IntStream.rangeClosed(1, 20).forEach(i -> block.add(report("[" + i + "]", "A.a" + i)));
        assertThat(block.text().lines()).hasSize(41).noneMatch(line -> line.contains("more"));

        IntStream.rangeClosed(21, 1000).forEach(i -> block.add(report("[" + i + "]", "A.a" + i)));
        assertThat(block.text().lines())
                .hasSize(42)
                .startsWith("Seeded: 1000 seeded tests failed:", "  A.a1 ran with seed 42")
                .contains("  A.a20 ran with seed 42")
                .doesNotContain("  A.a21 ran with seed 42")
                .endsWith("  and 980 more");
    }

    @Test
    void keepsAReplayOfSeveralLinesWhole() {
        block.add(new SeedReport("[a]", "A.a() ran with seed 42", "run 'a\n\t  b' 42", "@Seeded(-7L)", List.of()));
        block.add(
                new SeedReport("[b]", "B.b() ran with seed 42", "run 'a\n\t  pin     @Seeded(-7L)'", null, List.of()));

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
                uniqueId,
                test + " ran with seed 42",
                "mvn test -Dtest='" + test + "' -Dseed=42",
                "@Seeded(1L)",
                List.of());
    }
}
