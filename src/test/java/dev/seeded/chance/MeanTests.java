package dev.seeded.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

class MeanTests {

    private final Random random = new Random(42);

    /** With a mean of 5.5. */
    private Mean uniform() {
        return Mean.of(() -> 5 + random.nextDouble(), 5, 6);
    }

    @Test
    void passesAndTellsItsTrials() {
        assertThat(uniform().isAtLeast(5.45, 0.05)).isEqualTo(192);
        assertThat(uniform().isAtMost(5.55, 0.05)).isEqualTo(528);
        assertThat(uniform().isBetween(5.5, 5.5, 0.05)).isEqualTo(2176);
    }

    @Test
    void saysWhatRefutesIt() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> uniform().isAtLeast(5.7, 0.05))
                .withMessage("""
                        the mean is not at least 5.7: 5.518 in 98 trials, between 5.427 and 5.608 (95 % interval)
                          evidence against the claim: 6.5e9 to 1, refuted from 1e9 to 1""");
    }

    @Test
    void saysWhatIsKnownAndWhatWouldHelpIfUndecided() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> uniform().most(1_000).isBetween(5.5, 5.5, 0.01))
                .withMessage("""
                        undecided whether the mean is between 5.5 and 5.5: between 5.455 and 5.581 after 1,000 trials; \
                        a margin of 0.079 would do, or about 13,000 trials
                          evidence against the claim: 2.1 to 1, refuted from 2e9 to 1
                          evidence against all beyond the margin: 0.42 to 1, refuted from 1e9 to 1""");
    }

    /** The bounds are what is known of values, the variance is found. */
    @Test
    void takesFewerTrialsWhereValuesVaryLess() {
        int varied = Mean.of(() -> random.nextInt(2), 0, 1).isAtLeast(0.5, 0.05);
        int even = Mean.of(() -> 0.45 + random.nextInt(2) / 10.0, 0, 1).isAtLeast(0.5, 0.05);

        assertThat(even).isLessThan(varied / 5);
    }

    @Test
    void decidesAsAChanceForValuesOfTwo() {
        double chance = Chance.of(() -> random.nextInt(10) < 3).isAtLeast(0.3, 0.05);

        assertThat((double) Mean.of(() -> random.nextInt(10) < 3 ? 1 : 0, 0, 1).isAtLeast(0.3, 0.05))
                .isBetween(chance / 2, chance * 2);
    }

    @Test
    void takesValuesAtTheBounds() {
        assertThat(Mean.of(() -> 0.3, 0, 0.3).isAtLeast(0.2, 0.1)).isPositive();
        assertThat(Mean.of(() -> -0.3, -0.3, 0).isAtMost(-0.1, 0.1)).isPositive();
    }

    /** At a level at which one can count: of 500, in the seeds that these are. */
    @Test
    void fewTrueClaimsAreRefuted() {
        assertThat(LongStream.range(0, 500)
                        .filter(seed -> {
                            Random own = new Random(seed);
                            try {
                                Mean.of(() -> own.nextDouble() * own.nextDouble(), 0, 1)
                                        .falseAlarm(0.1)
                                        .isAtLeast(0.25, 0.1);
                                return false;
                            } catch (AssertionError failure) {
                                return true;
                            }
                        })
                        .count())
                .isBetween(1L, 50L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5.95, 4.9, Double.NaN, Double.NEGATIVE_INFINITY})
    void namesAValueOutOfBounds(double value) {
        int[] trials = {0};

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Mean.of(() -> ++trials[0] < 3 ? 5.5 : value, 5, 5.9).isAtLeast(5.5, 0.1))
                .withMessage("trial 3 gave " + value + ", which is out of its bounds 5.0 and 5.9");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 0", "NaN, 1", "0, Infinity", "-1e308, 1e308"})
    void refusesBoundsThatAreNone(double low, double high) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mean.of(() -> 0, low, high))
                .withMessage("bounds " + low + " and " + high + ": the first must be less, and both finite");
    }

    @Test
    void refusesAMarginThatIsNoneBesideTheBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> uniform().isAtLeast(5.5, 1e-6))
                .withMessage(
                        "a mean of at least 5.5 with a margin of 1.0E-6: the margin is too small for bounds so far apart");
    }
}
