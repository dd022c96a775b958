package dev.seeded.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
        assertThat(uniform().isBetween(5.5, 5.5, 0.05)).isEqualTo(1600);
    }

    @Test
    void saysWhatRefutesIt() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> uniform().isAtLeast(5.7, 0.05))
                .withMessage("""
                        the mean is not at least 5.7: 5.516 in 106 trials, between 5.425 and 5.605 (95 % interval)
                          evidence against the claim: 1.1e9 to 1; 1e9 to 1 is enough to refute it""");
    }

    @Test
    void saysWhatIsKnownAndWhatWouldHelpIfUndecided() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> uniform().most(1_000).isBetween(5.5, 5.5, 0.01))
                .withMessage("""
                        undecided whether the mean is between 5.5 and 5.5: between 5.455 and 5.581 after 1,000 trials; \
                        a margin of 0.14 or 180,000 trials would be enough
                          evidence against the claim: 2.2 to 1; 2e9 to 1 is enough to refute it
                          evidence against all beyond the margin: 0.42 to 1; 1e9 to 1 is enough to refute it""");
    }

    /** With the truth where a claim is the hardest to decide, with values that are rare, and with new trials. */
    @Test
    void whatWouldHelpDoes() {
        Advice.assertHelps(
                0.02,
                1_000,
                (own, margin, most) -> Mean.of(own::nextDouble, 0, 1).most(most).isAtLeast(0.51, margin));
        Advice.assertHelps(
                0.02,
                1_000,
                (own, margin, most) ->
                        Mean.of(() -> 5 + own.nextDouble(), 5, 6).most(most).isBetween(5.5, 5.5, margin));
        Advice.assertHelps(
                0.2,
                500,
                (own, margin, most) -> Mean.of(() -> own.nextInt(100) == 0 ? 10 : 0, 0, 10)
                        .most(most)
                        .isAtMost(0.1, margin));
    }

    @Test
    void showsNumbersOfAnySize() {
        assertThatThrownBy(() -> Mean.of(() -> 1e14 + random.nextDouble(), 1e14, 1e14 + 1)
                        .isAtLeast(1e14 + 0.75, 0.1))
                .hasMessageStartingWith("the mean is not at least 100000000000000.75: 100000000000000.52 in ");
        assertThatThrownBy(() ->
                        Mean.of(() -> random.nextDouble() * 1e308, 0, 1e308).isAtLeast(8e307, 1e307))
                .hasMessageContaining(
                        "the mean is not at least 8e307: 5.5e307 in 60 trials, between 4.2e307 and 6.7e307");
        assertThatThrownBy(() -> Mean.of(() -> (random.nextDouble() - 0.5) * 1.6e308, -8e307, 8e307)
                        .isAtLeast(5e307, 1e307))
                .hasMessageContaining("the mean is not at least 5e307: ");
        assertThatThrownBy(() -> Mean.of(() -> random.nextDouble() * 1e-300, 0, 1e-300)
                        .most(100)
                        .isAtLeast(5e-301, 1e-302))
                .hasMessageStartingWith("undecided whether the mean is at least 5e-301: between ")
                .hasMessageContaining("e-301 after 100 trials; a margin of ");
        assertThat(Mean.of(() -> -0.0, -1, 1).isBetween(-0.0, -0.0, 0.1)).isPositive();
    }

    /** Many bins at many looks took seconds. */
    @Test
    @Timeout(10)
    void staysCheapAsTheMarginGetsSmaller() {
        assertThatThrownBy(() -> uniform().isBetween(5.5, 5.5, 1.0 / (1 << 15)))
                .hasMessageStartingWith("undecided whether the mean is between 5.5 and 5.5: between ");
    }

    @Test
    void refusesNoTrial() {
        assertThatNullPointerException().isThrownBy(() -> Mean.of(null, 0, 1)).withMessage("trial");
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
                .withMessage("trial 3 gave " + value + ", which is outside the bounds 5.0 and 5.9");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1, 0",
        "NaN, 1",
        "0, Infinity",
        "-1e308, 1e308",
        "-1.7976931348623157E308, 1.7976931348623157E308"
    })
    void refusesBoundsThatAreNone(double low, double high) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mean.of(() -> 0, low, high))
                .withMessage(
                        "bounds " + low + " and " + high + ": the first must be less, and their difference finite");
    }

    @Test
    void refusesAMarginThatIsNoneBesideTheBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> uniform().isAtLeast(5.5, 1e-6))
                .withMessage(
                        "a mean of at least 5.5 with a margin of 0.000001: the margin is too small for bounds so far apart");
    }
}
