package dev.seeded.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTests {

    /** Of all sequences of so many trials with this chance. */
    private static double expectedEvidence(int direction, double boundary, double margin, int trials, double chance) {
        double expected = 0;
        double ways = 1;
        for (int successes = 0; successes <= trials; successes++) {
            double probability = ways * Math.pow(chance, successes) * Math.pow(1 - chance, trials - successes);
            expected += probability * tally(successes, trials).against(direction, boundary, margin);
            ways = ways * (trials - successes) / (successes + 1);
        }
        return expected;
    }

    private static Tally tally(int successes, int trials) {
        Tally tally = new Tally(1);
        tally.add(1, successes);
        tally.add(0, trials - successes);
        return tally;
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.02", "0.3, 0.3", "0.01, 0.005", "0.99, 0.01", "0.5, 0.5"})
    void bettingIsFairAtTheBoundaryAndUnfairWithinTheHypothesis(double boundary, double margin) {
        for (int trials = 1; trials <= 20; trials++) {
            assertThat(expectedEvidence(1, boundary, margin, trials, boundary)).isEqualTo(1, within(1e-9));
            assertThat(expectedEvidence(-1, boundary, margin, trials, boundary)).isEqualTo(1, within(1e-9));
            assertThat(expectedEvidence(1, boundary, margin, trials, boundary / 2))
                    .isLessThan(1);
            assertThat(expectedEvidence(-1, boundary, margin, trials, (boundary + 1) / 2))
                    .isLessThan(1);
        }
    }

    /** A half of the money makes the likelihood ratio of the boundary and the chance beyond the margin. */
    @Test
    void isAtLeastHalfOfWaldsRatio() {
        for (int successes = 0; successes <= 100; successes++) {
            double wald = Math.pow(0.4 / 0.3, successes) * Math.pow(0.6 / 0.7, 100 - successes);

            assertThat(tally(successes, 100).against(1, 0.3, 0.1)).isGreaterThanOrEqualTo(wald / 2 * (1 - 1e-9));
        }
    }

    @Test
    void fallsAsTheBoundaryMovesOutward() {
        Random random = new Random(42);
        Tally tally = new Tally(100);
        for (int trial = 0; trial < 100; trial++) {
            tally.add(random.nextDouble(), 1);
        }
        double before = Double.POSITIVE_INFINITY;
        double after = 0;
        for (int boundary = 0; boundary <= 500; boundary++) {
            double up = tally.against(1, boundary / 500.0, 0.1);
            double down = tally.against(-1, boundary / 500.0, 0.1);
            assertThat(up).isLessThanOrEqualTo(before);
            assertThat(down).isGreaterThanOrEqualTo(after);
            before = up;
            after = down;
        }
    }

    @Test
    void binsKeepTheMeanAndNeverAddToTheEvidence() {
        Random random = new Random(42);
        Tally exact = new Tally(1 << 20);
        Tally binned = new Tally(16);
        for (int trial = 0; trial < 30; trial++) {
            double value = Math.scalb((double) random.nextInt((1 << 20) + 1), -20);
            exact.add(value, 1);
            binned.add(value, 1);
            for (int direction = -1; direction <= 1; direction += 2) {
                assertThat(binned.against(direction, 0.4, 0.1))
                        .isLessThanOrEqualTo(exact.against(direction, 0.4, 0.1) * (1 + 1e-9));
            }
        }
        assertThat(binned.against(1, 0.4, 0.1)).isGreaterThan(exact.against(1, 0.4, 0.1) * 0.9);
    }

    /** What is told without a sum over all bets. */
    @Test
    void reachesWhatItIs() {
        for (int successes = 0; successes <= 100; successes++) {
            for (int direction = -1; direction <= 1; direction += 2) {
                Tally tally = tally(successes, 100);
                double evidence = tally.against(direction, 0.3, 0.1);

                assertThat(tally.reaches(1e3, direction, 0.3, 0.1)).isEqualTo(evidence >= 1e3);
            }
        }
        assertThat(tally(1, 1).reaches(1e9, 1, 0, 0.1)).isTrue();
        assertThat(tally(0, 1).reaches(1e9, -1, 1, 0.1)).isTrue();
    }

    /** Beside others, which a value wins that the boundary hardly allows. */
    @Test
    void betsThatLostEverythingDoNotCount() {
        assertThat(tally(1, 2).against(1, Double.MIN_VALUE, 0.1)).isInfinite();
    }

    @Test
    void impossibleValuesAreEndlessEvidence() {
        assertThat(tally(1, 1_000).against(1, 0, 0.01)).isInfinite();
        assertThat(tally(999, 1_000).against(-1, 1, 0.01)).isInfinite();
        assertThat(tally(0, 1_000).against(1, 0, 0.01)).isEqualTo(1, within(1e-12));
        assertThat(tally(1_000, 1_000).against(-1, 1, 0.01)).isEqualTo(1, within(1e-12));
    }

    @Test
    void longRunsStayWithinWhatADoubleHolds() {
        assertThat(tally(1_000_000, 2_000_000).against(1, 0.5, 0.01)).isBetween(0.0, 1.0);
        assertThat(tally(1_000_000, 2_000_000).against(1, 0.1, 0.01)).isInfinite();
        assertThat(tally(1_000_000, 2_000_000).against(1, 0.9, 0.01)).isZero();
    }
}
