package dev.seeded.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NumPyRandomStateTests {

    private final NumPyRandomState state = new NumPyRandomState(42);

    @Test
    void aSequenceOfOneSeedDiffersFromThatSeed() {
        assertThat(new NumPyRandomState(new long[] {42}).rand()).isNotEqualTo(state.rand());
    }

    @Test
    void seedingStartsAnew() {
        double first = state.rand();

        state.seed(42);
        assertThat(state.rand()).isEqualTo(first);
        state.seed(new long[] {1, 2});
        assertThat(state.rand()).isEqualTo(new NumPyRandomState(new long[] {1, 2}).rand());
    }

    @Test
    void randnKeepsTheSecondOfAPairUntilSeeded() {
        NumPyRandomState other = new NumPyRandomState(42);
        double[] pair = state.randn(2);

        other.randn();
        other.randint(10);
        assertThat(other.normal(0, 1)).isEqualTo(pair[1]);

        other.randn();
        other.seed(42);
        assertThat(other.randn()).isEqualTo(pair[0]);
    }

    @Test
    void piecesOfAWordLastOneCallOnly() {
        NumPyRandomState other = new NumPyRandomState(42);
        long[] together = state.randint(0, 256, 2, NumPyType.UINT8);
        long first = other.randint(0, 256, 1, NumPyType.UINT8)[0];
        long second = other.randint(0, 256, 1, NumPyType.UINT8)[0];

        assertThat(together[0]).isEqualTo(first);
        assertThat(together[1]).isNotEqualTo(second);
    }

    @Test
    void aRangeOfOneDrawsNothing() {
        state.randint(7, 8, 5);
        state.permutation(1);

        assertThat(state.rand()).isEqualTo(new NumPyRandomState(42).rand());
    }

    @Test
    void noValuesFromAnyRange() {
        assertThat(state.randint(5, 3, 0)).isEmpty();
    }

    @Test
    void noBytesTakeAWordAsInNumPy() {
        NumPyRandomState zero = new NumPyRandomState(0);

        assertThat(zero.bytes(0)).isEmpty();
        assertThat(zero.rand()).isEqualTo(0.5928446182250183);
    }

    @Test
    void noneOfNoNumbers() {
        assertThat(state.choice(-1, 0, true)).isEmpty();
        assertThat(state.choice(-1, 0, false)).isEmpty();
    }

    @Test
    void limitsBeyondLong() {
        BigInteger high = BigInteger.ONE.shiftLeft(64);

        assertThat(state.randint(BigInteger.ZERO, high, 100, NumPyType.UINT64))
                .allMatch(value -> value.signum() >= 0 && value.compareTo(high) < 0)
                .anyMatch(value -> value.bitLength() == 64);
    }

    @Test
    void choosesElementsByIndex() {
        List<String> elements = List.of("a", "b", "c");
        double[] p = {0.1, 0.1, 0.8};

        assertThat(state.choice(elements)).isEqualTo("c");
        assertThat(state.choice(elements, 3, false)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(state.choice(elements, 5, true)).hasSize(5);
        assertThat(state.choice(elements, 2, false, p)).doesNotHaveDuplicates();
        assertThat(state.permutation(elements)).containsExactlyInAnyOrder("a", "b", "c");
    }

    static List<Arguments> refusals() {
        double[] half = {0.5, 0.5};
        return List.of(
                refusal(s -> s.seed(-1), "Seed must be between 0 and 2**32 - 1: -1"),
                refusal(s -> s.seed(1L << 32), "Seed must be between 0 and 2**32 - 1: 4294967296"),
                refusal(s -> s.seed(new long[] {1, -1}), "Seed must be between 0 and 2**32 - 1: -1"),
                refusal(s -> s.seed(new long[0]), "Seed must be non-empty: []"),
                refusal(s -> s.randint(0), "low >= high: 0 >= 0"),
                refusal(s -> s.randint(5, 5), "low >= high: 5 >= 5"),
                refusal(s -> s.randint(5, 3, 1), "low >= high: 5 >= 3"),
                refusal(s -> s.randint(0, 129, 1, NumPyType.INT8), "high is out of bounds for int8: largest value 128"),
                refusal(s -> s.randint(-1, 5, 1, NumPyType.UINT64), "low is out of bounds for uint64: -1"),
                refusal(s -> s.randint(0, 2, -1), "negative dimensions are not allowed: -1"),
                refusal(s -> s.rand(-1), "negative dimensions are not allowed: -1"),
                refusal(s -> s.bytes(-1), "negative dimensions are not allowed: -1"),
                refusal(s -> s.normal(0, -1), "scale < 0: -1.0"),
                refusal(s -> s.normal(0, -0.0, 1), "scale < 0: -0.0"),
                refusal(s -> s.permutation(-1), "negative dimensions are not allowed: -1"),
                refusal(s -> s.exponential(-1), "scale < 0: -1.0"),
                refusal(s -> s.laplace(0, Double.NaN), "scale < 0: NaN"),
                refusal(s -> s.lognormal(0, -1), "sigma < 0: -1.0"),
                refusal(s -> s.gamma(-1, 1), "shape < 0: -1.0"),
                refusal(s -> s.beta(0, 1), "a <= 0: 0.0"),
                refusal(s -> s.chisquare(0), "df <= 0: 0.0"),
                refusal(s -> s.poisson(-1), "lam < 0 or lam is NaN: -1.0"),
                refusal(s -> s.poisson(1e19), "lam value too large: 1.0E19"),
                refusal(s -> s.binomial(-1, 0.5), "n < 0: -1"),
                refusal(s -> s.binomial(1, 1.5), "p < 0, p > 1 or p is NaN: 1.5"),
                refusal(s -> s.geometric(0), "p <= 0, p > 1 or p is NaN: 0.0"),
                refusal(s -> s.multinomial(1, new double[] {0.9, 0.9, 0}), "sum(pvals[:-1]) > 1.0: [0.9, 0.9, 0.0]"),
                refusal(s -> s.dirichlet(new double[] {1, 0}), "alpha <= 0: 0.0"),
                refusal(
                        s -> s.uniform(0, Double.POSITIVE_INFINITY),
                        "high - low range exceeds valid bounds: 0.0 to Infinity"),
                refusal(s -> s.choice(0), "a must be greater than 0 unless no samples are taken: 0"),
                refusal(
                        s -> s.choice(3, 4, false),
                        "Cannot take a larger sample than population when replace is False: 4 of 3"),
                refusal(s -> s.choice(3, 1, true, half), "'a' and 'p' must have same size: 3 and 2"),
                refusal(s -> s.choice(2, 1, true, new double[] {0.5, 0.6}), "probabilities do not sum to 1: 1.1"),
                refusal(
                        s -> s.choice(2, 0, true, new double[] {1.5, -0.5}),
                        "probabilities are not non-negative: -0.5"),
                refusal(s -> s.choice(1, 1, true, new double[] {Double.NaN}), "probabilities contain NaN: [NaN]"),
                refusal(s -> s.choice(2, 2, false, new double[] {1, 0}), "Fewer non-zero entries in p than size: 2"));
    }

    private static Arguments refusal(Use use, String reason) {
        return Arguments.of(use, reason);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void refusesWhatNumPyRefuses(Use use, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> use.of(state)).withMessage(reason);

        assertThat(state.rand()).as("draws nothing").isEqualTo(new NumPyRandomState(42).rand());
    }

    @Test
    void toStringIsTheCallInPython() {
        assertThat(state).hasToString("np.random.RandomState(42)");

        state.seed(new long[] {1, 2});

        assertThat(state).hasToString("np.random.RandomState([1, 2])");
    }

    private interface Use {
        void of(NumPyRandomState state);
    }
}
