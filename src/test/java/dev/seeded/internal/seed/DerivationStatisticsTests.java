package dev.seeded.internal.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@link Random}, of which seeds that differ little give first values that differ little, needs of the derivation.
 *
 * <p>The critical values are those of the upper tail at 0.1 % in the NIST/SEMATECH e-Handbook of Statistical Methods,
 * section 1.3.6.7.4, "Critical Values of the Chi-Square Distribution".
 */
@Tag("jdk")
class DerivationStatisticsTests {

    private static final double CHI_SQUARE_1 = 10.828;
    private static final double CHI_SQUARE_15 = 37.697;
    private static final double CHI_SQUARE_99 = 148.230;

    private static final int RUNS = 10_000;
    private static final String IDENTITY = "/[class:com.acme.ShuffleTest]/[method:keepsItsElements(java.util.Random)]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                IDENTITY,
                "/[class:com.acme.DiceTest]",
                "/[class:com.acme.DiceTest]/[test-template:rolls()]/[test-template-invocation:#1]",
                "/[class:com.acme.DiceTest]/[test-template:rolls()]/[test-template-invocation:#2]",
            })
    void spreadsTheFirstValuesOfOneTestOverItsRuns(String identity) {
        LongUnaryOperator testSeed = runSeed -> Derivation.testSeed(runSeed, identity);

        assertThat(chiSquare(testSeed, 2, random -> random.nextBoolean() ? 1 : 0))
                .isLessThan(CHI_SQUARE_1);
        assertThat(chiSquare(testSeed, 16, random -> random.nextInt(16))).isLessThan(CHI_SQUARE_15);
        assertThat(chiSquare(testSeed, 100, random -> (int) (random.nextDouble() * 100)))
                .isLessThan(CHI_SQUARE_99);
    }

    @Test
    void spreadsTheFirstValuesOfStreams() {
        LongUnaryOperator stream = index -> Derivation.stream(42, index);

        assertThat(chiSquare(stream, 2, random -> random.nextBoolean() ? 1 : 0)).isLessThan(CHI_SQUARE_1);
        assertThat(chiSquare(stream, 16, random -> random.nextInt(16))).isLessThan(CHI_SQUARE_15);
        assertThat(chiSquare(stream, 100, random -> (int) (random.nextDouble() * 100)))
                .isLessThan(CHI_SQUARE_99);
    }

    /** Shows that the test above can tell: the seeds 0 … 9,999 themselves are what it is there to find. */
    @Test
    void wouldNoticeSeedsThatAreNotMixed() {
        assertThat(chiSquare(seed -> seed, 2, random -> random.nextBoolean() ? 1 : 0))
                .isGreaterThan(CHI_SQUARE_1);
        assertThat(chiSquare(seed -> seed, 16, random -> random.nextInt(16))).isGreaterThan(CHI_SQUARE_15);
        assertThat(chiSquare(seed -> seed, 100, random -> (int) (random.nextDouble() * 100)))
                .isGreaterThan(CHI_SQUARE_99);
    }

    @Test
    void flipsHalfTheBitsWithEachBitOfTheRunSeed() {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long flipped = 1L << bit;
            assertThat(averageOver(runSeed ->
                            Derivation.testSeed(runSeed, IDENTITY) ^ Derivation.testSeed(runSeed ^ flipped, IDENTITY)))
                    .as("bit %d", bit)
                    .isCloseTo(32, within(3.0));
        }
    }

    @Test
    void flipsHalfTheBitsWithEachCharacterOfTheIdentity() {
        for (int at = 0; at < IDENTITY.length(); at++) {
            String changed = IDENTITY.substring(0, at) + (char) (IDENTITY.charAt(at) ^ 1) + IDENTITY.substring(at + 1);
            assertThat(averageOver(
                            runSeed -> Derivation.testSeed(runSeed, IDENTITY) ^ Derivation.testSeed(runSeed, changed)))
                    .as("character %d", at)
                    .isCloseTo(32, within(3.0));
        }
    }

    @Test
    void flipsHalfTheBitsWithEachBitOfAStreamsNumber() {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long flipped = 1L << bit;
            assertThat(averageOver(index -> Derivation.stream(42, index) ^ Derivation.stream(42, index ^ flipped)))
                    .as("bit %d", bit)
                    .isCloseTo(32, within(3.0));
        }
    }

    /**
     * By chance, a million seeds of 64 bits have an equal pair with a probability of 3·10<sup>−8</sup>, the 48 bits
     * that {@link Random} makes of them with 0.002.
     */
    @Test
    void givesAMillionContextsOfOneRunSeedsOfTheirOwn() {
        long[] seeds = IntStream.range(0, 1_000_000)
                .mapToLong(context -> Derivation.testSeed(
                        10,
                        "/[class:com.acme.Test" + context % 1000
                                + "]/[test-template:holds()]/[test-template-invocation:#" + context / 1000 + "]"))
                .toArray();

        assertThat(equalPairs(seeds)).isZero();
        assertThat(equalPairs(Arrays.stream(seeds)
                        .map(seed -> seed & ((1L << 48) - 1))
                        .toArray()))
                .isZero();
    }

    @Test
    void givesNeighbouringRunsNoSeedInCommon() {
        assertThat(equalPairs(LongStream.range(0, 1000)
                        .flatMap(runSeed -> IntStream.range(0, 1000)
                                .mapToLong(
                                        test -> Derivation.testSeed(runSeed, "/[class:T]/[method:test" + test + "()]")))
                        .toArray()))
                .isZero();
    }

    private static double chiSquare(LongUnaryOperator seeds, int bins, ToIntFunction<Random> draw) {
        int[] found = new int[bins];
        LongStream.range(0, RUNS).map(seeds).forEach(seed -> found[draw.applyAsInt(new Random(seed))]++);
        double expected = (double) RUNS / bins;
        return Arrays.stream(found)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }

    private static double averageOver(LongUnaryOperator difference) {
        return LongStream.range(0, 1000)
                .map(difference)
                .mapToInt(Long::bitCount)
                .average()
                .orElseThrow();
    }

    private static long equalPairs(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return IntStream.range(1, sorted.length)
                .filter(at -> sorted[at] == sorted[at - 1])
                .count();
    }
}
