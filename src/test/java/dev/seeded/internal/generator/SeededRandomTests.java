package dev.seeded.internal.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeededRandomTests {

    private static final long[] SEEDS = {0, 1, -1, 42, Long.MIN_VALUE, Long.MAX_VALUE, 0x5DEECE66DL, 0xFFFF_FFFF_FFFFL};

    @ParameterizedTest
    @MethodSource("draws")
    void drawsWhatRandomDraws(Function<Random, Object> draw) {
        for (long seed : SEEDS) {
            Random expected = new Random(seed);
            Random actual = new SeededRandom(seed);
            for (int times = 0; times < 50; times++) {
                assertThat(draw.apply(actual)).isEqualTo(draw.apply(expected));
            }
            assertThat(actual.nextInt()).as("the state afterwards").isEqualTo(expected.nextInt());
        }
    }

    static Stream<Named<Function<Random, Object>>> draws() {
        return Stream.of(
                draw("nextInt", Random::nextInt),
                draw("nextInt(bound)", random -> random.nextInt(1000)),
                draw("nextInt(power of two)", random -> random.nextInt(64)),
                draw("nextInt(origin, bound)", random -> random.nextInt(-5, 1 << 30)),
                draw("nextLong", Random::nextLong),
                draw("nextLong(bound)", random -> random.nextLong(1L << 40)),
                draw("nextLong(origin, bound)", random -> random.nextLong(-7, 1L << 60)),
                draw("nextFloat", Random::nextFloat),
                draw("nextFloat(bound)", random -> random.nextFloat(3)),
                draw("nextDouble", Random::nextDouble),
                draw("nextDouble(origin, bound)", random -> random.nextDouble(-1, 1)),
                draw("nextBoolean", Random::nextBoolean),
                draw("nextGaussian", Random::nextGaussian),
                draw("nextGaussian(mean, deviation)", random -> random.nextGaussian(3, 2)),
                draw("nextExponential", Random::nextExponential),
                draw("nextBytes", random -> bytes(random, 7)),
                draw("nextBytes of none", random -> bytes(random, 0)),
                draw("nextBytes of many", random -> bytes(random, 2501)),
                draw("ints", random -> random.ints(5).boxed().toList()),
                draw("ints in a range", random -> random.ints(5, -3, 9).boxed().toList()),
                draw("longs", random -> random.longs(5).boxed().toList()),
                draw("doubles", random -> random.doubles(5).boxed().toList()),
                draw("setSeed", random -> {
                    random.nextGaussian();
                    random.setSeed(random.nextInt());
                    return random.nextGaussian();
                }));
    }

    @Test
    void losesNoStepBetweenThreads() {
        int count = 40_000;
        Random random = new SeededRandom(42);

        long[] drawn = LongStream.range(0, count)
                .parallel()
                .map(unused -> random.nextLong())
                .sorted()
                .toArray();

        Random expected = new Random(42);
        assertThat(drawn)
                .isEqualTo(LongStream.generate(expected::nextLong)
                        .limit(count)
                        .sorted()
                        .toArray());
    }

    @Test
    void keepsPairsOfNormalValuesBetweenThreads() {
        int count = 40_000;
        int ahead = 2 * (ForkJoinPool.getCommonPoolParallelism() + 1);
        Random random = new SeededRandom(42);

        double[] drawn = IntStream.range(0, count)
                .parallel()
                .mapToDouble(unused -> random.nextGaussian())
                .toArray();

        Random expected = new Random(42);
        Set<Double> possible = DoubleStream.generate(expected::nextGaussian)
                .limit(count + ahead)
                .boxed()
                .collect(Collectors.toSet());
        assertThat(possible.containsAll(DoubleStream.of(drawn).boxed().toList()))
                .isTrue();
        assertThat(DoubleStream.of(drawn).distinct().count()).isEqualTo(count);
    }

    @Test
    void keepsArraysWholeBetweenThreads() {
        Random random = new SeededRandom(42);

        List<String> drawn = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(unused -> Arrays.toString(bytes(random, 16)))
                .sorted()
                .toList();

        Random expected = new Random(42);
        assertThat(drawn)
                .isEqualTo(Stream.generate(() -> Arrays.toString(bytes(expected, 16)))
                        .limit(2_000)
                        .sorted()
                        .toList());
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Named<Function<Random, Object>> draw(String name, Function<Random, Object> draw) {
        return Named.of(name, draw);
    }
}
