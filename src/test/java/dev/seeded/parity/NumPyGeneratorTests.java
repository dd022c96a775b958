package dev.seeded.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumPyGeneratorTests {

    private final NumPyGenerator rng = new NumPyGenerator(42);

    @Test
    void seedsOfEveryForm() {
        double first = rng.random();

        assertThat(new NumPyGenerator(BigInteger.valueOf(42)).random()).isEqualTo(first);
        assertThat(new NumPyGenerator(new long[] {42}).random()).isEqualTo(first);
        assertThat(new NumPyGenerator(new BigInteger[] {BigInteger.valueOf(42)}).random())
                .isEqualTo(first);
        assertThat(new NumPyGenerator(new long[0]).random()).isEqualTo(new NumPyGenerator(0).random());
    }

    @Test
    void aHalfWordIsKeptAcrossWholeOnes() {
        NumPyGenerator other = new NumPyGenerator(42);
        long[] together = rng.integers(0, 1 << 16, 2);

        assertThat(other.integers(0, 1 << 16)).isEqualTo(together[0]);
        other.random(3);
        assertThat(other.integers(0, 1 << 16)).isEqualTo(together[1]);
    }

    @ParameterizedTest
    @EnumSource(NumPyBitGenerator.class)
    void longArraysHaveTheValuesThatAreDrawnOneByOne(NumPyBitGenerator kind) {
        NumPyGenerator bulk = new NumPyGenerator(kind, 42);
        NumPyGenerator single = new NumPyGenerator(kind, 42);
        long manyRefused = 3L << 30;
        long manyWideRefused = 3L << 61;

        for (int size : new int[] {1, 511, 512, 513, 20_001}) {
            assertThat(bulk.random(size)).isEqualTo(doubles(size, single::random));
            assertThat(bulk.integers(-5, 95, size)).isEqualTo(longs(size, () -> single.integers(-5, 95)));
            assertThat(bulk.standardNormal(size)).isEqualTo(doubles(size, single::standardNormal));
            assertThat(bulk.integers(0, manyRefused, size)).isEqualTo(longs(size, () -> single.integers(manyRefused)));
            assertThat(bulk.standardExponential(size)).isEqualTo(doubles(size, single::standardExponential));
            assertThat(bulk.integers(0, manyWideRefused, size))
                    .isEqualTo(longs(size, () -> single.integers(manyWideRefused)));
        }
        assertThat(bulk.getBitGeneratorState()).isEqualTo(single.getBitGeneratorState());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6})
    void arraysLeaveTheHalfThatTheStateShows(int size) {
        NumPyGenerator other = new NumPyGenerator(42);
        rng.integers(0, 9);
        other.integers(0, 9);

        rng.integers(0, 9, size);
        longs(size, () -> other.integers(0, 9));

        assertThat(rng.getBitGeneratorState()).isEqualTo(other.getBitGeneratorState());
    }

    private static double[] doubles(int size, DoubleSupplier draw) {
        return DoubleStream.generate(draw).limit(size).toArray();
    }

    private static long[] longs(int size, LongSupplier draw) {
        return LongStream.generate(draw).limit(size).toArray();
    }

    @Test
    void spawnsOtherChildrenEachTimeAndDrawsNothing() {
        NumPyGenerator first = rng.spawn(2).get(1);
        NumPyGenerator next = rng.spawn(1).get(0);

        assertThat(first).hasToString("np.random.default_rng(np.random.SeedSequence(42, spawn_key=(1,)))");
        assertThat(next).hasToString("np.random.default_rng(np.random.SeedSequence(42, spawn_key=(2,)))");
        assertThat(next.spawn(1).get(0))
                .hasToString("np.random.default_rng(np.random.SeedSequence(42, spawn_key=(2, 0)))");
        assertThat(first.random()).isNotEqualTo(next.random());
        assertThat(rng.random()).isEqualTo(new NumPyGenerator(42).random());
    }

    @Test
    void choosesElementsByIndex() {
        List<String> elements = List.of("a", "b", "c");
        double[] p = {0.1, 0.1, 0.8};

        assertThat(rng.choice(elements)).isEqualTo("a");
        assertThat(rng.choice(elements, 3, false)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(rng.choice(elements, 5, true)).hasSize(5);
        assertThat(rng.choice(elements, 2, false, p)).doesNotHaveDuplicates();
    }

    static List<Arguments> refusals() {
        return List.of(
                refusal(r -> new NumPyGenerator(-1), "expected non-negative integer as a seed, got -1"),
                refusal(r -> new NumPyGenerator(new long[] {1, -2}), "expected non-negative integer as a seed, got -2"),
                refusal(r -> r.integers(0), "low >= high: 0 >= 0"),
                refusal(r -> r.integers(0, 3, 1, NumPyType.BOOL), "high is out of bounds for bool: largest value 2"),
                refusal(r -> r.integers(0, 2, -1), "negative dimensions are not allowed: -1"),
                refusal(r -> r.uniform(5, 3), "high - low < 0: 5.0 to 3.0"),
                refusal(r -> r.normal(0, -1), "scale < 0: -1.0"),
                refusal(r -> r.spawn(-1), "negative dimensions are not allowed: -1"),
                refusal(
                        r -> r.choice(3, 4, false),
                        "Cannot take a larger sample than population when replace is False: 4 of 3"));
    }

    private static Arguments refusal(Use use, String reason) {
        return Arguments.of(use, reason);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void refusesWhatNumPyRefuses(Use use, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> use.of(rng)).withMessage(reason);

        assertThat(rng.random()).as("draws nothing").isEqualTo(new NumPyGenerator(42).random());
    }

    @Test
    void noBytesTakeAWordAsInNumPy() {
        NumPyGenerator zero = new NumPyGenerator(0);

        assertThat(zero.bytes(0)).isEmpty();
        assertThat(zero.integers(0, 100, 4, NumPyType.INT32)).containsExactly(63, 51, 26, 30);
    }

    @Test
    void toStringIsTheCallInPython() {
        assertThat(rng).hasToString("np.random.default_rng(42)");
        assertThat(new NumPyGenerator(new long[] {1, 2})).hasToString("np.random.default_rng([1, 2])");
    }

    @Test
    void multivariateNormalsByCholeskysDecompositionAreNumPys() {
        double[] mean = {1, 2, 3};
        double[][] cov = {{2, 0.5, 0.1}, {0.5, 1, 0.2}, {0.1, 0.2, 0.7}};
        Offset<Double> rounding = Offset.offset(1e-14);

        double[][] vectors = new NumPyGenerator(7).multivariateNormalCholesky(mean, cov, 2);

        // np.random.default_rng(7).multivariate_normal(mean, cov, size=2, method='cholesky')
        assertThat(vectors).hasDimensions(2, 3);
        assertThat(vectors[0])
                .containsExactly(new double[] {1.0017396995619507, 2.279885786686567, 2.8332665108245942}, rounding);
        assertThat(vectors[1])
                .containsExactly(new double[] {-0.25948705690932994, 1.2598226603006468, 2.0463470623985085}, rounding);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rng.multivariateNormalCholesky(new double[2], new double[][] {{1, 2}, {2, 1}}, 1))
                .withMessage("Matrix is not positive definite: [[1.0, 2.0], [2.0, 1.0]]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rng.multivariateNormalCholesky(mean, new double[][] {{1, 2}, {2, 1}}, 1))
                .withMessage("mean and cov must have same length: 3 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rng.multivariateNormalCholesky(mean, new double[][] {{1, 2}}, 1))
                .withMessage("cov must be 2 dimensional and square: [[1.0, 2.0]]");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("covariances")
    void refusesCovariancesOfWhichItDoesNotKnowTheSingularVectors(double[][] cov, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rng.multivariateNormal(new double[cov.length], cov, 1))
                .withMessageStartingWith(reason);

        assertThat(rng.random()).as("draws nothing").isEqualTo(new NumPyGenerator(42).random());
    }

    static List<Arguments> covariances() {
        return List.of(
                Arguments.of(
                        new double[][] {{1, 0.5, 0.5}, {0.5, 1, 0.5}, {0.5, 0.5, 1}},
                        "singular values are equal, so that LAPACK's rounding errors choose the vectors;"),
                Arguments.of(
                        new double[][] {{1, 2}, {2, 1}},
                        "covariance is not symmetric positive-semidefinite: [[1.0, 2.0]"),
                Arguments.of(new double[][] {{1, 0}, {0, Double.NaN}}, "cov must be finite: [[1.0, 0.0], [0.0, NaN]]"),
                Arguments.of(new double[26][26], "LAPACK decomposes more than 25 dimensions in another way: 26;"));
    }

    private interface Use {
        void of(NumPyGenerator rng);
    }
}
