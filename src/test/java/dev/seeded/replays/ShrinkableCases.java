package dev.seeded.replays;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.Seeded.Global;
import dev.seeded.SeededTest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.datafaker.Faker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests of many kinds. Each fails where what it drew has a property, and says what that was. Which property it is, an
 * environment variable decides: so the simplest draws are others each time.
 */
final class ShrinkableCases {

    static final String PROPERTY = "SEEDED_PROPERTY";

    private ShrinkableCases() {}

    /** Returns the classes that need no agent. */
    static List<Class<?>> all() {
        return List.of(
                PlainCase.class,
                FieldCase.class,
                LifecycleCase.class,
                NestingCase.class,
                TemplatesCase.class,
                InvokedCase.class);
    }

    /** Fails if the list that is drawn has the property; the name makes it another for each test. */
    private static void failSometimes(String name, RandomGenerator random) {
        Random property = new Random(Objects.hash(name, System.getenv(PROPERTY)));
        int kind = property.nextInt(5);
        int limit = property.nextInt(1, 500);
        List<Number> drawn = new ArrayList<>();
        int size = random.nextInt(20);
        for (int at = 0; at < size; at++) {
            drawn.add(draw(kind, random));
        }
        boolean hasProperty = switch (property.nextInt(4)) {
            case 0 -> drawn.stream().anyMatch(number -> Math.abs(number.doubleValue()) > limit);
            case 1 -> drawn.stream().mapToDouble(Number::doubleValue).sum() > 2 * limit;
            case 2 -> new HashSet<>(drawn).size() > limit % 7;
            default ->
                IntStream.range(1, size)
                                .filter(at -> drawn.get(at - 1).doubleValue()
                                        > drawn.get(at).doubleValue())
                                .count()
                        > limit % 3;
        };
        failWhere(hasProperty, drawn);
    }

    private static Number draw(int kind, RandomGenerator random) {
        return switch (kind) {
            case 0 -> random.nextInt(1_000);
            case 1 -> random.nextInt(-1_000, 1_000);
            case 2 -> random.nextLong();
            case 3 -> random.nextBoolean() ? random.nextDouble() * 1_000 : random.nextInt();
            default -> random.nextGaussian() * 1_000;
        };
    }

    private static void failWhere(boolean hasProperty, Object drawn) {
        if (hasProperty) {
            throw new IllegalStateException("drew " + drawn);
        }
    }

    @Seeded
    static class PlainCase {

        @Test
        void test(Random random) {
            failSometimes("test", random);
        }

        @Test
        void secure(@Seeded SecureRandom random) {
            byte[] bytes = new byte[3];
            random.nextBytes(bytes);
            failWhere(bytes[0] > 1 && random.nextInt(9) > 2, bytes[0] + " " + bytes[1] + " " + bytes[2]);
        }

        @Test
        void named(@Seeded(algorithm = "L64X128MixRandom") RandomGenerator random) {
            failSometimes("named", random);
        }

        @Test
        void several(Random random, @Seeded(stream = "own") Random own, @Seeded Faker faker) {
            String name = faker.name().firstName();
            int first = random.nextInt(100);
            int second = own.nextInt(100);
            failWhere(first + second > name.length(), name + " " + first + " " + second);
        }

        @Test
        void mixed(Random random, @Seeded(stream = "own") RandomGenerator own, Seed seed) {
            failSometimes("mixed", random.nextInt(4) > 1 ? own : random);
        }

        @Test
        void streams(Random random) {
            int[] drawn = random.ints(5, 0, 1000).toArray();
            double[] more = random.doubles(3).toArray();
            failWhere(
                    IntStream.of(drawn).sum() > 700 && more[1] > 0.123,
                    IntStream.of(drawn).boxed().toList() + " " + more[0] + " " + more[1] + " " + more[2]);
        }

        @Test
        void shuffled(Random random) {
            List<Integer> numbers = new ArrayList<>(
                    IntStream.range(0, random.nextInt(2, 12)).boxed().toList());
            Collections.shuffle(numbers, random);
            failWhere(numbers.indexOf(1) < numbers.indexOf(0), numbers);
        }
    }

    static class FieldCase {

        @Seeded
        private Random random;

        @Test
        void test() {
            failSometimes("field", random);
        }
    }

    @Seeded
    static class LifecycleCase {

        private final List<Integer> before = new ArrayList<>();

        LifecycleCase(Random random) {
            before.add(random.nextInt(10));
        }

        @BeforeEach
        void before(Random same) {
            before.add(same.nextInt(10));
        }

        @Test
        void test(Random random) {
            before.add(random.nextInt(10));
            failWhere(before.stream().mapToInt(number -> number).sum() > 12, before);
        }
    }

    @Seeded
    static class NestingCase {

        @Nested
        class Inner {

            @Test
            void test(Random random) {
                failSometimes("inner", random);
            }

            @Nested
            class Innermost {

                @RepeatedTest(3)
                void test(Random random) {
                    failSometimes("innermost", random);
                }
            }
        }
    }

    @Seeded
    static class TemplatesCase {

        @RepeatedTest(3)
        void repeated(Random random) {
            failSometimes("repeated", random);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b b", "c'"})
        void parameterized(String value, Random random) {
            failSometimes(value, random);
        }

        @TestFactory
        Stream<DynamicTest> dynamic(Random random) {
            return IntStream.range(0, 3)
                    .mapToObj(number -> dynamicTest("case " + number, () -> failSometimes("dynamic" + number, random)));
        }

        @SeededTest(runs = 3)
        void listed(Random random) {
            failSometimes("listed", random);
        }
    }

    @Seeded
    @ParameterizedClass
    @ValueSource(strings = {"a", "b b", "c'"})
    static class InvokedCase {

        private final String value;
        private final Random own;

        InvokedCase(String value, Random own) {
            this.value = value;
            this.own = own;
        }

        @Test
        void test() {
            failSometimes(value, own);
        }

        @Test
        void other(Random random) {
            failSometimes("other", random);
        }
    }

    @Seeded(global = Global.SEED)
    static class JvmCase {

        @Test
        void math() {
            drawFrom(Math::random);
        }

        @Test
        void unseeded() {
            failSometimes("unseeded", new Random());
        }

        private static void drawFrom(Supplier<Double> source) {
            double first = source.get();
            double second = source.get();
            failWhere(first + second > 1.2, first + " " + second);
        }
    }
}
