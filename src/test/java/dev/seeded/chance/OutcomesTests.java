package dev.seeded.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class OutcomesTests {

    private static final List<Integer> FACES = List.of(0, 1, 2, 3, 4, 5);

    private final Random random = new Random(42);

    @Test
    void passesAndTellsItsTrials() {
        assertThat(Outcomes.of(() -> random.nextInt(6)).areUniform(FACES)).isEqualTo(1536);
        assertThat(Outcomes.of(() -> random.nextInt(4) == 0).margin(0.05).follow(Map.of(true, 0.25, false, 0.75)))
                .isEqualTo(3520);
        assertThat(Outcomes.of(() -> random.nextInt(3)).margin(0.1).followAs(() -> random.nextInt(3)))
                .isEqualTo(2688);
        assertThat(Outcomes.of(() -> "always").follow(Map.of("always", 1.0))).isEqualTo(31);
    }

    @Test
    void saysWhichOutcomeRefutesIt() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> Outcomes.of(() -> random.nextInt(7) % 6).areUniform(FACES))
                .withMessage("""
                        the chance of 0 is not 0.167: 0.277 in 672 trials, between 0.223 and 0.335 (95 % interval)
                          evidence against the claim: 1.6e10 to 1, refuted from 1.2e10 to 1""");
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> Outcomes.of(() -> random.nextInt(6)).followAs(() -> random.nextInt(5)))
                .withMessageStartingWith("the difference of the chances of 5 is not 0: 0.");
    }

    /** A shuffle that swaps each with any: of the 27 ways, some orders have five, others four. */
    @Test
    void seesANaiveShuffle() {
        assertThatThrownBy(() -> Outcomes.of(() -> {
                            int[] cards = {0, 1, 2};
                            for (int i = 0; i < 3; i++) {
                                int other = random.nextInt(3);
                                int card = cards[i];
                                cards[i] = cards[other];
                                cards[other] = card;
                            }
                            return List.of(cards[0], cards[1], cards[2]);
                        })
                        .margin(0.01)
                        .areUniform(List.of(
                                List.of(0, 1, 2),
                                List.of(0, 2, 1),
                                List.of(1, 0, 2),
                                List.of(1, 2, 0),
                                List.of(2, 0, 1),
                                List.of(2, 1, 0))))
                .hasMessageContaining("is not 0.167: ");
    }

    @Test
    void oneOutcomeThatMustNotOccurRefutesAtOnce() {
        int[] trials = {0};

        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() ->
                        Outcomes.of(() -> ++trials[0] == 7 ? "never" : "always").follow(Map.of("always", 1.0)))
                .withMessage("never must not occur, but did in trial 7");
        trials[0] = 0;
        assertThatThrownBy(() -> Outcomes.of(() -> ++trials[0] == 7 ? "never" : "always")
                        .follow(Map.of("always", 1.0, "never", 0.0)))
                .hasMessage("never must not occur, but did in trial 7");
    }

    @Test
    void saysWhatIsKnownAndWhatWouldHelpIfUndecided() {
        assertThatThrownBy(() -> Outcomes.of(() -> random.nextInt(6))
                        .margin(0.01)
                        .most(2_000)
                        .areUniform(FACES))
                .hasMessage("""
                        undecided whether the chance of 3 is 0.167: between 0.106 and 0.228 after 2,000 trials; \
                        a margin of 0.067 would do, or about 230,000 trials
                          evidence against the claim: 0.64 to 1, refuted from 1.2e10 to 1
                          evidence against all beyond the margin: 0.54 to 1, refuted from 1e9 to 1""");
        assertThatThrownBy(() -> Outcomes.of(() -> random.nextInt(2)).most(10).followAs(() -> random.nextInt(2)))
                .hasMessageStartingWith("undecided whether the difference of the chances of ");
    }

    /** One may be so rare that its absence is within the margin; its excess is not. */
    @Test
    void rareOutcomesMayBeWithinTheMargin() {
        Map<String, Double> chances = Map.of("none", 0.99, "prize", 0.01);

        assertThat(Outcomes.of(() -> random.nextInt(100) == 0 ? "prize" : "none")
                        .margin(0.05)
                        .follow(chances))
                .isEqualTo(640);
        assertThatThrownBy(() -> Outcomes.of(() -> random.nextInt(10) == 0 ? "prize" : "none")
                        .margin(0.05)
                        .follow(chances))
                .hasMessageContaining("the chance of ");
    }

    /** At a level at which one can count: of 500, in the seeds that these are. */
    @Test
    void fewTrueClaimsAreRefuted() {
        assertThat(failures(
                        own -> Outcomes.of(() -> own.nextInt(3)).falseAlarm(0.1).areUniform(List.of(0, 1, 2))))
                .isBetween(1L, 50L);
        assertThat(failures(own -> Outcomes.of(() -> own.nextInt(2))
                        .falseAlarm(0.1)
                        .margin(0.2)
                        .followAs(() -> own.nextInt(2))))
                .isBetween(1L, 50L);
    }

    private static long failures(ToIntFunction<Random> claim) {
        return LongStream.range(0, 500)
                .filter(seed -> {
                    try {
                        claim.applyAsInt(new Random(seed));
                        return false;
                    } catch (AssertionError failure) {
                        return true;
                    }
                })
                .count();
    }

    @Test
    void refusesChancesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1).follow(Map.of(1, 0.9)))
                .withMessage("{1=0.9}: the chances must not be negative, and sum to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1).follow(Map.of(1, 1.5, 2, -0.5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1).follow(Map.of(1, Double.NaN)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1).follow(Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1).areUniform(List.of(1, 2, 1)))
                .withMessage("1 is listed twice");
    }

    @Test
    void refusesAMarginWithWhichAllPass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1).margin(0.6).areUniform(List.of(1, 2)))
                .withMessage("with so large a margin, all chances of these outcomes pass");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1).margin(1.5).followAs(() -> 1))
                .withMessage("with so large a margin, all chances of these outcomes pass");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1).margin(0).areUniform(List.of(1, 2)))
                .withMessageContaining("a margin above 0 is needed");
    }

    @Test
    void refusesToCompareMoreOutcomesThanItCanTell() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Outcomes.of(random::nextLong).followAs(random::nextLong))
                .withMessage(
                        "more than 1000 different outcomes: put them into groups, the chances of which are greater");
    }
}
