package dev.seeded.chance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an undecided claim says would be enough. */
final class Advice {

    private static final int REPETITIONS = 20;
    private static final Pattern MARGIN = Pattern.compile("; a margin of ([\\d.e-]+)");
    private static final Pattern TRIALS = Pattern.compile(" ([\\d,]+) trials would be enough\n");

    private Advice() {}

    interface Checked {
        int check(Random random, double margin, int most);
    }

    /** Follows the advice with new trials, as often as the claim is undecided in 20 repetitions: in most. */
    static void assertHelps(double margin, int most, Checked claim) {
        int given = 0;
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            Seed seed = Seed.of(repetition);
            String said = outcome(claim, seed.stream(0), margin, most);
            if (said.startsWith("undecided")) {
                given++;
                assertThat(outcome(claim, seed.stream(1), Double.parseDouble(found(MARGIN, said)), most))
                        .doesNotStartWith("undecided");
                assertThat(outcome(
                                claim,
                                seed.stream(2),
                                margin,
                                Integer.parseInt(found(TRIALS, said).replace(",", ""))))
                        .doesNotStartWith("undecided");
            }
        }
        assertThat(given).isGreaterThan(REPETITIONS / 2);
    }

    private static String outcome(Checked claim, Seed seed, double margin, int most) {
        try {
            return "passes after " + claim.check(new Random(seed.value()), margin, most);
        } catch (AssertionError failure) {
            return failure.getMessage();
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
