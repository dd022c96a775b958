package dev.seeded.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PythonRandomTests {

    private final PythonRandom random = new PythonRandom(42);

    @Test
    void signOfAnIntegerSeedDoesNotCount() {
        assertThat(new PythonRandom(-42).random()).isEqualTo(random.random());
        assertThat(new PythonRandom(Long.MIN_VALUE).random())
                .isEqualTo(new PythonRandom(BigInteger.ONE.shiftLeft(63)).random());
    }

    @Test
    void seedsOfEqualValueAndOtherTypeDiffer() {
        double first = random.random();

        assertThat(new PythonRandom("42").random()).isNotEqualTo(first);
        assertThat(new PythonRandom(-42.0).random()).isNotEqualTo(first);
        assertThat(new PythonRandom(42.0).random()).isEqualTo(first);
    }

    @Test
    void seedingStartsAnew() {
        double first = random.random();

        random.seed(BigInteger.valueOf(42));
        assertThat(random.random()).isEqualTo(first);
        random.seed(42.0);
        assertThat(random.random()).isEqualTo(first);
        random.seed("42");
        assertThat(random.random()).isEqualTo(new PythonRandom("42").random());
        random.seed(new byte[] {'4', '2'});
        assertThat(random.random()).isEqualTo(new PythonRandom("42").random());
    }

    @Test
    void gaussKeepsTheSecondOfAPairUntilSeeded() {
        PythonRandom other = new PythonRandom(42);
        random.gauss(0, 1);
        double spare = random.gauss(0, 1);

        other.gauss(0, 1);
        other.randbytes(3);
        assertThat(other.gauss(0, 1)).isEqualTo(spare);

        other.gauss(0, 1);
        other.seed(42);
        other.gauss(0, 1);
        assertThat(other.gauss(0, 1)).isEqualTo(spare);
    }

    @Test
    void emptyRequestsDrawNothing() {
        random.getrandbits(0);
        random.randbytes(0);
        random.sample(List.of(), 0);
        random.shuffle(new int[1]);
        random.choices(List.of(), 0);

        assertThat(random.random()).isEqualTo(new PythonRandom(42).random());
    }

    @Test
    void shufflesArraysAsLists() {
        List<Integer> list = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        int[] ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        long[] longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        double[] doubles = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        new PythonRandom(42).shuffle(list);
        new PythonRandom(42).shuffle(ints);
        new PythonRandom(42).shuffle(longs);
        new PythonRandom(42).shuffle(doubles);

        assertThat(list).containsExactly(7, 3, 2, 8, 5, 6, 9, 4, 0, 1);
        assertThat(ints).containsExactly(7, 3, 2, 8, 5, 6, 9, 4, 0, 1);
        assertThat(longs).containsExactly(7, 3, 2, 8, 5, 6, 9, 4, 0, 1);
        assertThat(doubles).containsExactly(7, 3, 2, 8, 5, 6, 9, 4, 0, 1);
    }

    static List<Arguments> refusals() {
        return List.of(
                refusal(r -> r.randint(5, 3), "empty range for randint(): (5, 3)"),
                refusal(r -> r.randint(BigInteger.ONE, BigInteger.ZERO), "empty range for randint(): (1, 0)"),
                refusal(r -> r.randrange(0), "empty range for randrange(): (0, 0, 1)"),
                refusal(r -> r.randrange(1, 5, -1), "empty range for randrange(): (1, 5, -1)"),
                refusal(r -> r.randrange(1, 5, 0), "zero step for randrange(): 0"),
                refusal(r -> r.getrandbits(-1), "number of bits must be non-negative: -1"),
                refusal(r -> r.randbytes(-1), "number of bits must be non-negative: -1"),
                refusal(r -> r.choice(List.of()), "cannot choose from an empty sequence: []"),
                refusal(
                        r -> r.choices(List.of(1, 2), new double[1], 1),
                        "The number of weights does not match the population: 1 and 2"),
                refusal(
                        r -> r.choices(List.of(1, 2), new double[2], 1),
                        "Total of weights must be greater than zero: 0.0"),
                refusal(
                        r -> r.choices(List.of(1), new double[] {Double.NaN}, 1),
                        "Total of weights must be finite: NaN"),
                refusal(r -> r.sample(List.of(1), 2), "Sample larger than population or is negative: 2 of 1"),
                refusal(r -> r.sample(10L, -1), "Sample larger than population or is negative: -1 of 10"),
                refusal(
                        r -> r.choicesCumWeights(List.of(1), new double[] {1, 2}, 1),
                        "The number of weights does not match the population: 2 and 1"),
                refusal(
                        r -> r.sample(List.of(1), 1, new int[] {1, 2}),
                        "The number of counts does not match the population: 2 and 1"),
                refusal(r -> r.sample(List.of(1), 0, new int[1]), "Total of counts must be greater than zero: 0"),
                refusal(r -> r.gammavariate(0, 1), "gammavariate: alpha and beta must be > 0.0: 0.0 and 1.0"),
                refusal(r -> r.betavariate(-1, 1), "gammavariate: alpha and beta must be > 0.0: -1.0 and 1.0"),
                refusal(r -> r.paretovariate(0), "float division by zero in paretovariate(): 0.0"),
                refusal(r -> r.weibullvariate(1, 0), "float division by zero in weibullvariate(): 0.0"),
                refusal(r -> r.expovariate(0), "float division by zero in expovariate(): 0.0"),
                refusal(r -> r.seed(Double.NaN), "Python seeds NaN by its address: not reproducible: NaN"),
                refusal(r -> r.seed("\ud800"), "surrogates not allowed in a seed: '\\ud800'"));
    }

    private static Arguments refusal(Use use, String reason) {
        return Arguments.of(use, reason);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void refusesWhatPythonRefuses(Use use, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> use.of(random)).withMessage(reason);

        assertThat(random.random()).as("draws nothing").isEqualTo(new PythonRandom(42).random());
    }

    @Test
    void choosingFromNothingFailsAfterADrawAsInPython() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> random.choices(List.of(), 1))
                .withMessage("cannot choose from an empty sequence: []");
        PythonRandom other = new PythonRandom(42);
        other.random();

        assertThat(random.random()).isEqualTo(other.random());
        assertThat(random.choices(List.of(), 0)).isEmpty();
    }

    @Test
    void drawsIndices() {
        int index = random.randint(0, 9);
        int other = random.randrange(10);

        assertThat(List.of(index, other)).containsExactly(1, 0); // random.seed(42)
    }

    @Test
    void toStringIsTheCallInPython() {
        assertThat(random).hasToString("random.Random(42)");
        assertThat(new PythonRandom(-1)).hasToString("random.Random(-1)");
        assertThat(new PythonRandom("it's\n\\ ü")).hasToString("random.Random('it\\'s\\x0a\\\\ ü')");
        assertThat(new PythonRandom(new byte[] {0, 'a', -1, '\''})).hasToString("random.Random(b'\\x00a\\xff\\'')");
        assertThat(new PythonRandom(0.1)).hasToString("random.Random(0.1)");
        assertThat(new PythonRandom(2e-3)).hasToString("random.Random(0.002)");
        assertThat(new PythonRandom(-0.0)).hasToString("random.Random(-0.0)");
        assertThat(new PythonRandom(120.0)).hasToString("random.Random(120.0)");
        assertThat(new PythonRandom(-1e300)).hasToString("random.Random(-1e+300)");
        assertThat(new PythonRandom(1.5e-7)).hasToString("random.Random(1.5e-07)");
        assertThat(new PythonRandom(Double.MIN_VALUE)).hasToString("random.Random(5e-324)");
        assertThat(new PythonRandom(2e23)).hasToString("random.Random(2e+23)");
        assertThat(new PythonRandom(Double.NEGATIVE_INFINITY)).hasToString("random.Random(float('-inf'))");
    }

    @Test
    void toStringFollowsTheSeed() {
        random.seed(7);

        assertThat(random).hasToString("random.Random(7)");
    }

    @Test
    void isNoJavaRandom() {
        assertThat(Random.class.isAssignableFrom(PythonRandom.class)).isFalse();
    }

    private interface Use {
        void of(PythonRandom random);
    }
}
