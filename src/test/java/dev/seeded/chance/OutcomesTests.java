package dev.seeded.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
                          evidence against the claim: 1.6e10 to 1; 1.2e10 to 1 is enough to refute it""");
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> Outcomes.of(() -> random.nextInt(6)).followAs(() -> random.nextInt(5)))
                .withMessageStartingWith("the chances of 5 differ by 0.");
    }

    /** That of {@code Map.of} is another one in each JVM. */
    @Test
    void namesTheSameOutcomeInWhateverOrderTheyAreListed() {
        assertThat(List.of(List.of("heads", "tails"), List.of("tails", "heads")))
                .allSatisfy(
                        sides -> assertThatThrownBy(() -> tosses(new Random(1)).areUniform(sides))
                                .hasMessageStartingWith("the chance of 'heads' is not 0.5: "));
    }

    private static Outcomes<String> tosses(Random random) {
        return Outcomes.of(() -> random.nextInt(5) == 0 ? "tails" : "heads");
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
                .withMessage("trial 7 gave 'never', which is not a listed outcome");
        trials[0] = 0;
        assertThatThrownBy(() -> Outcomes.of(() -> ++trials[0] == 7 ? "never" : "always")
                        .follow(Map.of("always", 1.0, "never", 0.0)))
                .hasMessage("trial 7 gave 'never', whose chance is 0");
    }

    @Test
    void saysWhatIsKnownAndWhatWouldHelpIfUndecided() {
        assertThatThrownBy(() -> Outcomes.of(() -> random.nextInt(6))
                        .margin(0.01)
                        .most(2_000)
                        .areUniform(FACES))
                .hasMessage("""
                        undecided whether the chance of 1 is 0.167: between 0.116 and 0.241 after 2,000 trials; \
                        a margin of 0.12 or 350,000 trials would be enough
                          evidence against the claim: 0.71 to 1; 1.2e10 to 1 is enough to refute it
                          evidence against all beyond the margin: 0.49 to 1; 1e9 to 1 is enough to refute it""");
        assertThatThrownBy(
                        () -> Outcomes.of(() -> random.nextInt(2)).most(1_000).followAs(() -> random.nextInt(2)))
                .hasMessageStartingWith("undecided whether the difference of the chances of ");
    }

    @Test
    void whatWouldHelpDoes() {
        Advice.assertHelps(
                0.02,
                3_000,
                (own, margin, most) -> Outcomes.of(() -> own.nextInt(6))
                        .margin(margin)
                        .most(most)
                        .areUniform(FACES));
        Advice.assertHelps(
                0.05,
                3_000,
                (own, margin, most) -> Outcomes.of(() -> own.nextInt(6))
                        .margin(margin)
                        .most(most)
                        .followAs(() -> own.nextInt(6)));
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
                .withMessage("the chances sum to 0.9, and must sum to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1).follow(Map.of(1, 1.5, 2, -0.5)))
                .withMessage("a chance of -0.5 of 2: it must be 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1).follow(Map.of(1, Double.NaN)))
                .withMessage("a chance of NaN of 1: it must be 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1).follow(Map.of()))
                .withMessage("the chances sum to 0, and must sum to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1).areUniform(List.of(1, 2, 1)))
                .withMessage("1 is listed twice");
    }

    @Test
    void refusesAMarginWithWhichAllPass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1).margin(0.6).areUniform(List.of(1, 2)))
                .withMessage(
                        "with a margin of 0.6, all chances of these outcomes pass: take one below the greatest chance");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1, Double.NaN})
    void refusesAMarginThatIsNone(double margin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1).margin(margin))
                .withMessage("a margin of " + (margin == 0 ? "0" : margin == 1 ? "1" : "" + margin)
                        + ": it must be above 0 and below 1");
    }

    @Test
    void refusesMoreOutcomesThanItCanTell() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Outcomes.of(random::nextLong).followAs(random::nextLong))
                .withMessage(
                        "1001 different outcomes: put them into groups with greater chances;" + " there may be 1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcomes.of(() -> 1)
                        .areUniform(IntStream.range(0, 100_000).boxed().toList()))
                .withMessage(
                        "100000 different outcomes: put them into groups with greater chances;" + " there may be 1000");
    }

    @Test
    void refusesNoTrial() {
        assertThatNullPointerException().isThrownBy(() -> Outcomes.of(null)).withMessage("trial");
        assertThatNullPointerException()
                .isThrownBy(() -> Outcomes.of(() -> 1).followAs(null))
                .withMessage("other");
        assertThatNullPointerException()
                .isThrownBy(() -> Outcomes.of(() -> 1).follow(Collections.singletonMap(1, null)))
                .withMessage("chance of 1");
    }

    /** However rare each outcome is beside the margin. */
    @ParameterizedTest
    @CsvSource({"20, 0.9", "100, 0.05", "100, 0.2", "100, 0.9", "1000, 0.05", "1000, 0.9"})
    void tellsSourcesApartThatShareNoOutcome(int outcomes, double margin) {
        assertThatThrownBy(() -> Outcomes.of(() -> random.nextInt(outcomes))
                        .margin(margin)
                        .followAs(() -> outcomes + random.nextInt(outcomes)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("the chances of what the first source had given more often differ by 0.");
        assertThatThrownBy(() -> Outcomes.of(() -> random.nextInt(outcomes))
                        .margin(margin)
                        .followAs(() -> outcomes - 1 + random.nextInt(outcomes)))
                .hasMessageContaining(" differ by ");
    }

    @Test
    void comparesAsLongAsOutcomesMayBeMissing() {
        assertThat(Outcomes.of(() -> random.nextInt(100)).margin(0.1).followAs(() -> random.nextInt(100)))
                .isBetween(1_000, 20_000);
        assertThatThrownBy(() -> Outcomes.of(() -> random.nextInt(100)).most(50).followAs(() -> random.nextInt(100)))
                .hasMessageMatching("undecided, as more outcomes may come: in 50 trials there were \\d\\d;"
                        + " allow more trials, or put outcomes into groups");
    }

    /** Which is not the outcome that was counted. */
    @Test
    void namesAnOutcomeThatHasChanged() {
        List<Integer> cards = new ArrayList<>(List.of(1, 2, 3));
        assertThatIllegalStateException()
                .isThrownBy(() -> Outcomes.of(() -> {
                            Collections.rotate(cards, 1);
                            return cards;
                        })
                        .followAs(() -> List.of(1, 2, 3)))
                .withMessage("trial 2 gave the outcome of an earlier trial, changed to [2, 3, 1]:"
                        + " return a copy from each trial, such as List.copyOf(list)");
        assertThat(Outcomes.of(() -> random.nextBoolean() ? null : "some")
                        .margin(0.2)
                        .followAs(() -> random.nextBoolean() ? null : "some"))
                .isPositive();
    }

    @Test
    void tellsOutcomesApartAsASortedMapDoes() {
        Map<String, Double> chances = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        chances.put("heads", 0.5);
        chances.put("tails", 0.5);

        assertThat(Outcomes.of(() -> random.nextBoolean() ? "Heads" : "TAILS")
                        .margin(0.1)
                        .follow(chances))
                .isPositive();
    }

    static Stream<Arguments> shown() {
        return Stream.of(
                Arguments.of("two\nlines\u202E", "'two\\u000Alines\\u202E'"),
                Arguments.of("", "''"),
                Arguments.of("x".repeat(201), "'" + "x".repeat(200) + "…'"),
                Arguments.of(List.of("two\nlines"), "[two\\u000Alines]"),
                Arguments.of(null, "null"),
                Arguments.of(
                        new Unprintable(),
                        "a " + Unprintable.class.getName()
                                + " whose toString() throws java.lang.IllegalStateException"));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void namesOutcomesOnOneLine(Object outcome, String shown) {
        assertThatThrownBy(() -> Outcomes.of(() -> outcome).follow(Map.of("other", 1.0)))
                .hasMessage("trial 1 gave " + shown + ", which is not a listed outcome");
    }

    @Test
    void saysHowOutcomesDifferThatLookTheSame() {
        assertThatThrownBy(() -> Outcomes.<Object>of(() -> 1).follow(Map.of(1L, 1.0)))
                .hasMessage("trial 1 gave 1, which is not a listed outcome: a java.lang.Integer that does not equal the"
                        + " java.lang.Long which is listed");
    }

    private static final class Unprintable {

        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }
    }
}
