package dev.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The draws that {@code @SeededTest} lists. */
@ResourceLock(Resources.SYSTEM_ERR)
class SeededTestDrawsTests {

    /** Of the first invocation; 700 is drawn. */
    private static final String TEXT = "Ehlx4pkBAT_gARD4Cg";

    private static final Pattern PIN =
            Pattern.compile("\n\t  pin     @SeededTest\\(draws = \\{\"(-?\\d+):([\\w-]+)\"}\\)");

    @Test
    void playsThemAfterTheSeeds() {
        EngineExecutionResults results = Fixtures.withSeed(6).run(ListingTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.started(4).failed(1));
        assertThat(Fixtures.logged("name"))
                .containsExactly("[1] seed 42", "[2] draws of seed 42", "[3] run 1 of 2", "[4] run 2 of 2");
        assertThat(Fixtures.logged("drawn").get(1)).isEqualTo(700);
        assertThat(Fixtures.logged("seed").get(1)).isEqualTo(Seed.of(42));
        assertThat(note(results)).contains("ran with seed 42, pinned by @SeededTest(draws = \"42:" + TEXT + "\") on ");
    }

    @Test
    void areOfferedByTheNoteOfAShrunkFailure() {
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        ErrorOutput.of(() -> results[0] = Fixtures.withSeed(1)
                .with("seed.shrink", "true")
                .with("seed.pins", "ignore")
                .explore(ListingTestCase.class));
        String note = note(results[0]);
        Matcher pin = PIN.matcher(note);

        assertThat(pin.find()).as(note).isTrue();
        assertThat(note).contains("seed.draws=" + pin.group(2));
    }

    @Test
    void playsThemBesidesThoseOfAnotherInvocation() {
        EngineExecutionResults results =
                Fixtures.withSeed(6).with("seed.draws", TEXT).run(ListingTestCase.class);

        assertThat(Fixtures.logged("drawn").subList(0, 2)).containsExactly(700, 700);
        results.testEvents().assertStatistics(stats -> stats.started(4).failed(2));
    }

    @Test
    void needTheirSeed() {
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(6).run(NoSeedTestCase.class)))
                .hasMessage("'" + TEXT + "' in @SeededTest(draws = …) on " + NoSeedTestCase.class.getName()
                        + ".draws(Random) does not begin with a seed and a colon: copy it from the line pin of a note,"
                        + " such as \"42:AhQ\"");
    }

    @Test
    void areNoPinThatIsForbidden() {
        Fixtures.withSeed(6)
                .with("seed.pins", "fail")
                .run(ListingTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.failed(1));
    }

    private static String note(EngineExecutionResults results) {
        return Fixtures.onlyFailure(results).getSuppressed()[0].getMessage();
    }

    static class ListingTestCase {

        @SeededTest(seeds = 42, draws = "42:" + TEXT, runs = 2)
        void draws(Random random, Seed seed, TestInfo info) {
            int drawn = random.nextInt(1_000);
            Fixtures.log("name", info.getDisplayName());
            Fixtures.log("seed", seed);
            Fixtures.log("drawn", drawn);
            assertThat(drawn).isLessThan(700);
        }
    }

    static class NoSeedTestCase {

        @SeededTest(draws = TEXT)
        void draws(Random random) {}
    }
}
