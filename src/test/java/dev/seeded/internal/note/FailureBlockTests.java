package dev.seeded.internal.note;

import static org.assertj.core.api.Assertions.assertThat;

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
        block.add("[a]", report("A.a()"));

        assertThat(block.text()).isEqualTo("""
                Seeded: 1 seeded test failed:
                  A.a() ran with seed 42
                    replay  mvn test -Dtest='A.a()' -Dseed=42""");
    }

    @Test
    void listsATestThatWasTriedSeveralTimesOnce() {
        block.add("[a]", report("A.a()"));
        block.add("[b]", report("B.b()"));
        block.add("[a]", report("A.a()"));

        assertThat(block.text()).isEqualTo("""
                Seeded: 2 seeded tests failed:
                  A.a() ran with seed 42
                    replay  mvn test -Dtest='A.a()' -Dseed=42
                  B.b() ran with seed 42
                    replay  mvn test -Dtest='B.b()' -Dseed=42""");
    }

    @Test
    void countsWhatFollowsTheTwentieth() {
        IntStream.rangeClosed(1, 20).forEach(i -> block.add("[" + i + "]", report("A.a" + i)));
        assertThat(block.text().lines()).hasSize(41).noneMatch(line -> line.contains("more"));

        IntStream.rangeClosed(21, 1000).forEach(i -> block.add("[" + i + "]", report("A.a" + i)));
        assertThat(block.text().lines())
                .hasSize(42)
                .startsWith("Seeded: 1000 seeded tests failed:", "  A.a1 ran with seed 42")
                .contains("  A.a20 ran with seed 42")
                .doesNotContain("  A.a21 ran with seed 42")
                .endsWith("  and 980 more");
    }

    @Test
    void keepsAReplayOfSeveralLinesWhole() {
        block.add("[a]", "A.a() ran with seed 42\n\t  replay  run 'a\n\t  b' 42\n\t  pin     @Seeded(-7L)");
        block.add("[b]", "B.b() ran with seed 42\n\t  replay  run 'a\n\t  pin     @Seeded(-7L)'");

        assertThat(block.text()).isEqualTo("""
                Seeded: 2 seeded tests failed:
                  A.a() ran with seed 42
                    replay  run 'a
                \t  b' 42
                  B.b() ran with seed 42
                    replay  run 'a
                \t  pin     @Seeded(-7L)'""");
    }

    private static String report(String test) {
        return test + " ran with seed 42\n\t  replay  mvn test -Dtest='" + test
                + "' -Dseed=42\n\t  pin     @Seeded(1L)";
    }
}
