package dev.seeded.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeded.Seed;
import java.util.ArrayList;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

@Tag("jdk")
class ChanceTests {

    private static Chance chance(double chance) {
        Random random = new Random(42);
        return Chance.of(() -> random.nextDouble() < chance);
    }

    @Test
    void passesAndTellsItsTrials() {
        assertThat(chance(0.32).isAtLeast(0.3, 0.02)).isEqualTo(9984);
        assertThat(chance(0.28).isAtMost(0.3, 0.02)).isEqualTo(3520);
        assertThat(chance(0.5).isBetween(0.45, 0.55, 0.02)).isEqualTo(3008);
        assertThat(chance(0.5).isBetween(0.5, 0.5, 0.1)).isEqualTo(1472);
    }

    @Test
    void saysWhatRefutesIt() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> chance(0.22).isAtLeast(0.3, 0.02))
                .withMessage("""
                        the chance is not at least 0.3: 0.19 in 816 trials, between 0.148 and 0.24 (95 % interval)
                          evidence against the claim: 1.1e9 to 1; 1e9 to 1 is enough to refute it""");
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> chance(0.7).isBetween(0.45, 0.55, 0.02))
                .withMessage("""
                        the chance is not between 0.45 and 0.55: 0.707 in 488 trials, between 0.633 and 0.774 (95 % interval)
                          evidence against the claim: 6.7e9 to 1; 2e9 to 1 is enough to refute it""");
    }

    @Test
    void saysWhatIsKnownAndWhatWouldHelpIfUndecided() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> chance(0.295).most(50_000).isAtLeast(0.3, 0.01))
                .withMessage("""
                        undecided whether the chance is at least 0.3: between 0.282 and 0.311 after 50,000 trials; \
                        a margin of 0.027 or 450,000 trials would be enough
                          evidence against the claim: 0.26 to 1; 1e9 to 1 is enough to refute it
                          evidence against all beyond the margin: 20 to 1; 1e9 to 1 is enough to refute it""");
    }

    /** With the truth where a claim is the hardest to decide, and with new trials. */
    @Test
    void whatWouldHelpDoes() {
        Advice.assertHelps(
                0.02,
                5_000,
                (random, margin, most) ->
                        Chance.of(() -> random.nextDouble() < 0.29).most(most).isAtLeast(0.3, margin));
        Advice.assertHelps(
                0.01,
                2_000,
                (random, margin, most) ->
                        Chance.of(() -> random.nextInt(80) == 0).most(most).isAtMost(0.01, margin));
    }

    @Test
    void knowsLittleFromFewTrials() {
        assertThatThrownBy(() -> chance(0.295).most(1).isAtLeast(0.3, 0.01))
                .hasMessageStartingWith(
                        "undecided whether the chance is at least 0.3: between 0 and 1 after 1 trial; 540,000 trials would be enough\n");
    }

    @Test
    void oneFailureRefutesCertainty() {
        int[] trials = {0};

        assertThatThrownBy(() -> Chance.of(() -> ++trials[0] < 10).isAtLeast(1, 0.01))
                .hasMessageStartingWith("the chance is not at least 1: 0.9 in 10 trials, between ");
        assertThat(trials).containsExactly(10);
    }

    @Test
    void oneSuccessRefutesImpossibility() {
        int[] trials = {0};

        assertThatThrownBy(() -> Chance.of(() -> ++trials[0] == 10).isAtMost(0, 0.01))
                .hasMessageStartingWith("the chance is not at most 0: 0.1 in 10 trials, between ");
        assertThat(Chance.of(() -> true).isAtLeast(0.01, 0.01)).isOne();
        assertThat(Chance.of(() -> false).isAtMost(0.99, 0.01)).isOne();
    }

    /** With a chance of 0.01, so many failures have a chance of 1e-9. */
    @Test
    void certaintyTakesAsManyTrialsAsExcludeTheMargin() {
        double needed = Math.log(1e-9) / Math.log(0.99);

        assertThat((double) Chance.of(() -> true).isAtLeast(1, 0.01)).isBetween(needed, needed * 1.06);
        assertThat((double) Chance.of(() -> false).isAtMost(0, 0.01)).isBetween(needed, needed * 1.06);
    }

    @Test
    void takesFewerTrialsWhereMoreErrorsAreAllowed() {
        int strict = chance(0.3).isAtLeast(0.3, 0.05);

        assertThat(chance(0.3).missed(1e-3).isAtLeast(0.3, 0.05)).isLessThan(strict * 2 / 3);
        assertThat(refutedAfter(1e-3)).isLessThan(refutedAfter(1e-9) / 2);
    }

    private static int refutedAfter(double falseAlarm) {
        int[] trials = {0};
        assertThatThrownBy(() ->
                        Chance.of(() -> trials[0]++ < 0).falseAlarm(falseAlarm).isAtLeast(0.3, 0.05))
                .hasMessageStartingWith("the chance is not at least 0.3: 0 in ");
        return trials[0];
    }

    /** At a level at which one can count: at most 5 % of 2,000, by far, in the seeds that these are. */
    @ParameterizedTest
    @CsvSource({"0.3, 0.3", "0.05, 0.05", "0.9, 0.9"})
    void fewTrueClaimsAreRefuted(double truth, double claimed) {
        assertThat(failures(random -> Chance.of(() -> random.nextDouble() < truth)
                        .falseAlarm(0.05)
                        .isAtLeast(claimed, claimed / 2)))
                .isBetween(1L, 100L);
        assertThat(failures(random -> Chance.of(() -> random.nextDouble() < truth)
                        .falseAlarm(0.05)
                        .isBetween(claimed, claimed, 0.05)))
                .isBetween(1L, 100L);
    }

    @Test
    void fewFalseClaimsPass() {
        assertThat(2_000
                        - failures(random -> Chance.of(() -> random.nextDouble() < 0.2)
                                .missed(0.05)
                                .isAtLeast(0.3, 0.1)))
                .isBetween(1L, 100L);
    }

    private static long failures(ToIntFunction<Random> claim) {
        return LongStream.range(0, 2_000)
                .filter(seed -> {
                    try {
                        claim.applyAsInt(new Random(Seed.of(7).stream(seed).value()));
                        return false;
                    } catch (AssertionError failure) {
                        assertThat(failure).hasMessageStartingWith("the chance is not ");
                        return true;
                    }
                })
                .count();
    }

    @Test
    void givesEachTrialASeedOfItsOwn() {
        Seed seed = Seed.of(42);
        var seeds = new ArrayList<Seed>();
        Chance chance = Chance.over(seed, own -> seeds.add(own));

        assertThat(chance.isAtLeast(0.9, 0.9)).isOne();
        assertThat(chance.isAtLeast(0.9, 0.7)).isEqualTo(14);
        assertThat(seeds.subList(1, 4)).containsExactly(seed.stream(0), seed.stream(1), seed.stream(2));
        assertThat(seeds).hasSize(15);
    }

    @Test
    void throwsWhatATrialThrows() {
        IllegalStateException thrown = new IllegalStateException("of the trial");

        assertThatThrownBy(() -> Chance.of(() -> {
                            throw thrown;
                        })
                        .isAtLeast(0.5, 0.1))
                .isSameAs(thrown);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        0.0,
                        0.1,
                        "a chance of at least 0 with a margin of 0.1: that is always so, and no trial can refute it"),
                Arguments.of(
                        0.1,
                        0.2,
                        "a chance of at least 0.1 with a margin of 0.2: the margin is so large that nothing outside of it is left to refute"),
                Arguments.of(
                        0.1,
                        0.0,
                        "a chance of at least 0.1 with a margin of 0: a margin above 0 is needed, because without one, no number of trials is enough"),
                Arguments.of(
                        0.1,
                        Double.NaN,
                        "a chance of at least 0.1 with a margin of NaN: a margin above 0 is needed, because without one, no number of trials is enough"),
                Arguments.of(
                        1.1, 0.1, "a chance of at least 1.1 with a margin of 0.1: the claim must be between 0 and 1"),
                Arguments.of(
                        -0.1,
                        0.1,
                        "a chance of at least -0.1 with a margin of 0.1: the claim must be between 0 and 1"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesClaimsThatNothingCouldDecide(double least, double margin, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chance(0.5).isAtLeast(least, margin))
                .withMessage(message);
    }

    @Test
    void refusesAnIntervalThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chance(0.5).isBetween(0.6, 0.5, 0.1))
                .withMessage(
                        "a chance of between 0.6 and 0.5 with a margin of 0.1: the first must not be greater than the second");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chance(0.5).isAtLeast(Double.NaN, 0.1))
                .withMessageContaining("NaN");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.0, Double.MIN_VALUE})
    void decidesAtTheVeryEdge(double edge) {
        assertThat(Chance.of(() -> false).isAtMost(edge, 0.1)).isEqualTo(200);
        assertThatThrownBy(() -> Chance.of(() -> true).isAtMost(edge, 0.1))
                .hasMessage("the chance is not at most " + (edge == 0 ? "0" : "4.9e-324")
                        + ": 1 in 1 trial, between 0 and 1 (95 % interval)\n"
                        + "  evidence against the claim: more than 1e300 to 1; 1e9 to 1 is enough to refute it");
        int[] trials = {0};
        assertThatThrownBy(() -> Chance.of(() -> ++trials[0] % 2 == 0).isAtMost(edge, 0.1))
                .hasMessageContaining(": 0.5 in 2 trials, between 0 and ");
        assertThatIllegalArgumentException().isThrownBy(() -> chance(0.5).isAtLeast(-0.0, 0.1));
    }

    @Test
    void isUndecidedWithTheLeastMargin() {
        assertThatThrownBy(() -> chance(0.5).most(100).isAtLeast(0.5, Double.MIN_VALUE))
                .hasMessageStartingWith("undecided whether the chance is at least 0.5: between ");
    }

    @Test
    void refusesNoTrial() {
        assertThatNullPointerException().isThrownBy(() -> Chance.of(null)).withMessage("trial");
        assertThatNullPointerException()
                .isThrownBy(() -> Chance.over(Seed.of(1), null))
                .withMessage("trial");
        assertThatNullPointerException()
                .isThrownBy(() -> Chance.over(null, own -> true))
                .withMessage("seed");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.6, -1, 1e-200, Double.NaN})
    void refusesLevelsThatAreNone(double level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chance(0.5).falseAlarm(level))
                .withMessage(
                        "falseAlarm(" + level
                                + "), missed(1.0E-9), most(100000): a chance from 1.0E-100 to 0.5 is needed, and at least one trial");
        assertThatIllegalArgumentException().isThrownBy(() -> chance(0.5).missed(level));
        assertThatIllegalArgumentException().isThrownBy(() -> chance(0.5).most(0));
    }
}
