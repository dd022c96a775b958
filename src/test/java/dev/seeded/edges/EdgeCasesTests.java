package dev.seeded.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seeded.Seed;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.draws.GeneratorName;
import dev.seeded.internal.edges.EdgeCases;
import dev.seeded.internal.edges.EdgeMix;
import dev.seeded.internal.generator.Recipe;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

@Tag("jdk")
class EdgeCasesTests {

    private static final Class<?> RANDOM = Random.class;

    /** Whoever changes these values changes what every run with edge cases draws. */
    @Test
    void areAFunctionOfTheRunSeed() {
        assertThat(LongStream.range(0, 10)
                        .filter(seed -> EdgeMix.of(Seed.of(seed)).isPresent())
                        .mapToObj(seed -> drawn(random(RANDOM, seed, Object.class))))
                .contains(
                        "-1157023572 452 0 3.0 -2147483648 452 1 3.674428475963463 7 3 1 4.547473508864641E-13"
                                + " 1 999 1 0.31355109801021985 0 999 2 0.31355109801021985",
                        "-1158562568 956 1 2.3875663289488473 -1158562568 372 1 2.3875663289488473 543438317 372 1"
                                + " 2.3875663289488473 -1158562568 999 1 2.3875663289488473 -821724634 9 1 1.0",
                        "-1158947317 596 0 3.0657439718363553 -987437778 1 2 3.4148556346271848 1 776 2"
                                + " 3.0517578125E-5 -303049070 893 2 0.0 2147483646 1 0 1.5572298975239045");
    }

    private static String drawn(RandomGenerator random) {
        return IntStream.range(0, 5)
                .mapToObj(unused -> random.nextInt() + " " + random.nextInt(1_000) + " " + random.nextInt(3) + " "
                        + random.nextDouble(4))
                .collect(Collectors.joining(" "));
    }

    @Test
    void leavesOneRunOfFourUniform() {
        assertThat(LongStream.range(0, 10_000)
                        .filter(seed -> EdgeMix.of(Seed.of(seed)).isEmpty())
                        .count())
                .isBetween(2_400L, 2_600L);
    }

    /** What a method gives, whatever it is told to, is what it says. */
    private static final Map<String, ToDoubleFunction<RandomGenerator>> UNITS = Map.of(
            "nextInt", random -> unit(random.nextInt(-3, 100), -3, 99, 1),
            "nextInt below", random -> unit(random.nextInt(5_000), 0, 4_999, 1),
            "nextLong", random -> unit(random.nextLong(-7, 1L << 40), -7, (1L << 40) - 1, 1),
            "nextDouble", random -> unit(random.nextDouble(), 0, 1 - 0x1p-53, 0x1p-53),
            "nextDouble between", random -> unit(random.nextDouble(2, 4), 2, Math.nextDown(4.0), 0x1p-52),
            "nextFloat", random -> unit(random.nextFloat(), 0, 1 - 0x1p-24, 0x1p-24),
            "ints", random -> unit(random.ints(1, 10, 20).findFirst().orElseThrow(), 10, 19, 1),
            "doubles",
                    random -> unit(random.doubles(1, 0, 8).findFirst().orElseThrow(), 0, Math.nextDown(8.0), 0x1p-50),
            "nextExponential", random -> unit(random.nextExponential(), 0, 1_000, Double.MIN_VALUE),
            "nextGaussian", random -> unit(random.nextGaussian(100, 1), 90, 110, Double.MIN_VALUE));

    /** Returns a number, after it was found to be in a range, and a multiple of a step. */
    private static double unit(double number, double least, double most, double step) {
        assertThat(number).isBetween(least, most);
        assertThat(number / step).isEqualTo(Math.rint(number / step));
        return number;
    }

    static Set<String> units() {
        return UNITS.keySet();
    }

    @ParameterizedTest
    @MethodSource("units")
    void giveWhatTheMethodCouldGive(String method) {
        ToDoubleFunction<RandomGenerator> draw = UNITS.get(method);
        for (Class<?> type : List.of(RANDOM, RandomGenerator.SplittableGenerator.class)) {
            assertThat(edges(200)
                            .boxed()
                            .flatMap(seed -> {
                                RandomGenerator random = random(type, seed);
                                return IntStream.range(0, 20).mapToObj(unused -> draw.applyAsDouble(random));
                            })
                            .collect(Collectors.toSet()))
                    .hasSizeGreaterThan(2);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Random.class, RandomGenerator.SplittableGenerator.class})
    void repeatNumbersOfOneDistributionAlone(Class<?> type) {
        edges(200).forEach(seed -> {
            RandomGenerator random = random(type, seed);
            for (int draw = 0; draw < 40; draw++) {
                double mean = draw % 2 * 1_000;
                assertThat(random.nextGaussian(mean, 1)).isBetween(mean - 13, mean + 13);
                assertThat(random.nextGaussian(mean, 0)).isEqualTo(mean);
            }
        });
    }

    @Test
    void leaveWrongBoundsToTheGenerator() {
        edges(200).forEach(seed -> {
            RandomGenerator random = random(RANDOM, seed);
            for (int draw = 0; draw < 5; draw++) {
                assertThatIllegalArgumentException().isThrownBy(() -> random.nextDouble(Double.POSITIVE_INFINITY));
                assertThatIllegalArgumentException().isThrownBy(() -> random.nextFloat(Float.POSITIVE_INFINITY));
                assertThatIllegalArgumentException().isThrownBy(() -> random.nextGaussian(0, -1));
            }
        });
    }

    @Test
    void endWhereALoopWaits() {
        edges(300).forEach(seed -> {
            RandomGenerator random = random(RANDOM, seed);
            Set<Integer> all = new HashSet<>();
            while (all.size() < 10) {
                all.add(random.nextInt(10));
            }
        });
    }

    @Test
    void areUniformAfterAThousandDrawsAtAPlace() {
        long seed = 2;
        RandomGenerator random = random(RANDOM, seed);
        RandomGenerator uniform = (RandomGenerator) recipe(RANDOM).maker().apply(Seed.of(seed));
        List<Integer> drawn = new ArrayList<>();
        for (int draw = 0; draw < 2_000; draw++) {
            drawn.add(random.nextInt());
        }

        List<Integer> expected =
                IntStream.range(0, 2_000).mapToObj(unused -> uniform.nextInt()).toList();
        assertThat(expected)
                .containsSequence(drawn.subList(1_000, 2_000))
                .doesNotContainSequence(drawn.subList(0, 1_000));
    }

    @Test
    void areUniformAfterAThousandGeneratorsMadeOfOne() {
        long seed = 2;
        Class<?> type = RandomGenerator.SplittableGenerator.class;
        List<Integer> drawn = children(random(type, seed));

        List<Integer> expected = children((RandomGenerator) recipe(type).maker().apply(Seed.of(seed)));
        assertThat(drawn.subList(1_000, 1_100)).isEqualTo(expected.subList(1_000, 1_100));
        assertThat(drawn.subList(900, 1_000)).isNotEqualTo(expected.subList(900, 1_000));
    }

    private static List<Integer> children(RandomGenerator random) {
        RandomGenerator.SplittableGenerator parent = (RandomGenerator.SplittableGenerator) random;
        return IntStream.range(0, 1_100)
                .mapToObj(unused -> parent.split().nextInt())
                .toList();
    }

    @Test
    void needNoMemoryForEachRangeOfALongLoop() {
        RandomGenerator random = random(RANDOM, 2);
        long before = usedMemory();
        for (int bound = 1; bound < 300_000; bound++) {
            random.nextInt(bound);
        }

        assertThat(usedMemory() - before).isLessThan(20_000_000);
        Reference.reachabilityFence(random);
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void playNumbersOfTheCodeUnderTest() {
        assertThat(edges(2_000).anyMatch(seed -> isSecret(random(RANDOM, seed).nextInt())))
                .isTrue();
        assertThat(edges(2_000).anyMatch(seed -> random(RANDOM, seed).nextDouble() == 0.6251))
                .isTrue();
        assertThat(edges(2_000).anyMatch(seed -> isCase(random(RANDOM, seed).nextInt())))
                .isTrue();
    }

    private static boolean isCase(int number) {
        return switch (number) {
            case 564_738_291, 1_234_509_876 -> true;
            default -> false;
        };
    }

    @Test
    void playNoNumbersOfTheJdkToAClassWithoutAPackage() throws ReflectiveOperationException {
        List<String> read = new ArrayList<>();
        ClassLoader loader = new ClassLoader() {
            @Override
            protected Class<?> findClass(String name) {
                byte[] bytes = unpackaged();
                return defineClass(name, bytes, 0, bytes.length);
            }

            @Override
            public InputStream getResourceAsStream(String name) {
                read.add(name);
                return new ByteArrayInputStream(unpackaged());
            }
        };

        random(RANDOM, 2, loader.loadClass("Unpackaged"));

        assertThat(read).containsExactly("Unpackaged.class");
    }

    private static byte[] unpackaged() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Unpackaged", null, "java/util/ArrayList", null);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static boolean isSecret(int number) {
        return number == 192_837_465;
    }

    @Test
    void nameWhatKeepsItsSeed() {
        EdgeCases edges = new EdgeCases(
                EdgeMix.of(Seed.of(edges(1).findFirst().orElseThrow())).orElseThrow(),
                Seed.of(1),
                EdgeCasesTests.class);
        assertThat(edges.text()).isEqualTo(", with edge cases");

        edges.keep(new GeneratorName("", "SplittableRandom", ""));

        assertThat(edges.text()).isEqualTo(", with edge cases (SplittableRandom keeps its seed)");
    }

    /** A list of choices that grows at its end has the same first ones, and lacks the same. */
    @Test
    void giveAlternativesTheSameWeightHoweverManyThereAre() {
        assertThat(edges(200)
                        .filter(seed -> {
                            RandomGenerator random = random(RANDOM, seed);
                            return IntStream.range(0, 200).noneMatch(draw -> random.nextInt(2 + draw % 5) == 0);
                        })
                        .count())
                .isGreaterThan(10);
    }

    /** Of ten explorations, each finds it, and half do so within so many runs. */
    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    @Timeout(120)
    void findFaults(Fault fault) {
        List<Integer> runs = fault.found(true);

        assertThat(runs).allMatch(run -> run <= Fault.MOST);
        assertThat(runs.get(runs.size() / 2)).isLessThanOrEqualTo(fault.half());
    }

    /** Returns the first seeds of runs that are not uniform. */
    private static LongStream edges(int count) {
        return LongStream.iterate(0, seed -> seed + 1)
                .filter(seed -> EdgeMix.of(Seed.of(seed)).isPresent())
                .limit(count);
    }

    private static Recipe recipe(Class<?> type) {
        return Recipe.of(type, "", unused -> Optional.empty());
    }

    private static RandomGenerator random(Class<?> type, long seed) {
        return random(type, seed, EdgeCasesTests.class);
    }

    private static RandomGenerator random(Class<?> type, long seed, Class<?> test) {
        Seed run = Seed.of(seed);
        return (RandomGenerator) DrawSession.makeWithin(
                new EdgeCases(EdgeMix.of(run).orElseThrow(), run, test),
                new GeneratorName("[a]", "Random", ""),
                recipe(type),
                run);
    }
}
