package dev.seeded.replays;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.Seeded.Global;
import dev.seeded.SeededOrder;
import dev.seeded.SeededTest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of every kind. Each fails with some seeds, and says what it drew. */
final class FailingCases {

    private FailingCases() {}

    /** Returns the classes. */
    static List<Class<?>> all() {
        return Stream.of(FailingCases.class.getDeclaredClasses())
                .filter(type -> type.getSimpleName().endsWith("Case"))
                .<Class<?>>map(type -> type)
                .toList();
    }

    private static void failSometimes(RandomGenerator random) {
        int[] drawn = random.ints(4, 0, 1000).toArray();
        if (drawn[3] % 3 == 0) {
            throw new IllegalStateException(
                    IntStream.of(drawn).mapToObj(Integer::toString).collect(Collectors.joining(" ", "drew ", "")));
        }
    }

    @Seeded
    static class PlainCase {

        @Test
        void test(Random random) {
            failSometimes(random);
        }

        @Test
        @Seeded(42)
        void pinned(Random random, @Seeded(stream = "own") RandomGenerator own) {
            failSometimes(own);
            random.nextInt();
        }

        @Test
        void secure(@Seeded SecureRandom random) {
            failSometimes(random);
        }

        @Test
        void named(@Seeded(algorithm = "L64X128MixRandom") RandomGenerator random) {
            failSometimes(random);
        }

        @Test
        void streams(Seed seed) {
            failSometimes(seed.stream("a").random());
        }

        @Test
        void waits(Random random) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> failSometimes(random));
        }
    }

    static class FieldCase {

        @Seeded
        private Random random;

        @Test
        void one() {
            failSometimes(random);
        }

        @Test
        void two() {
            failSometimes(random);
        }
    }

    @Seeded
    static class LifecycleCase {

        private final Random random;

        LifecycleCase(Random random) {
            this.random = random;
            if (random.nextInt(5) == 0) {
                failSometimes(random);
            }
        }

        @BeforeEach
        void before(Random same) {
            if (same.nextInt(5) == 0) {
                failSometimes(same);
            }
        }

        @Test
        void test() {
            failSometimes(random);
        }

        @AfterEach
        void after(Random same) {
            if (same.nextInt(5) == 0) {
                failSometimes(same);
            }
        }
    }

    @Seeded
    static class BeforeAllCase {

        @BeforeAll
        static void prepare(Random random) {
            failSometimes(random);
        }

        @Test
        void test(Random random) {
            failSometimes(random);
        }
    }

    @Seeded
    static class NestingCase {

        @Nested
        class Inner {

            @Test
            void test(Random random) {
                failSometimes(random);
            }

            @Nested
            class Innermost {

                @RepeatedTest(3)
                void test(Random random) {
                    failSometimes(random);
                }
            }
        }
    }

    @Seeded
    abstract static class Base {

        @Nested
        class Inherited {

            @Test
            void test(Random random) {
                failSometimes(random);
            }
        }
    }

    static class InheritingCase extends Base {}

    @Seeded
    static class TemplatesCase {

        @RepeatedTest(4)
        void repeated(Random random) {
            failSometimes(random);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void parameterized(int value, Random random) {
            failSometimes(random);
        }

        @ParameterizedTest
        @MethodSource("sizes")
        void drawn(int size) {
            failSometimes(new Random(size));
        }

        static Stream<Integer> sizes(Random random) {
            return Stream.generate(random::nextInt).limit(3);
        }

        @TestFactory
        List<DynamicTest> dynamic(Random random) {
            return IntStream.range(0, 3)
                    .mapToObj(number -> dynamicTest("case " + number, () -> failSometimes(random)))
                    .toList();
        }

        @SeededTest(seeds = 7, runs = 3)
        void listed(Random random) {
            failSometimes(random);
        }
    }

    @Seeded
    @ParameterizedClass
    @ValueSource(strings = {"a", "b b", "c'"})
    static class InvokedCase {

        private final Random own;

        InvokedCase(String value, Random own) {
            this.own = own;
        }

        @Test
        void test() {
            failSometimes(own);
        }
    }

    static class StaticFieldCase {

        @Seeded
        private static Random random;

        @Test
        void one() {
            failSometimes(random);
        }

        @Test
        void two() {
            failSometimes(random);
        }

        @RepeatedTest(2)
        void three() {
            failSometimes(random);
        }
    }

    @Seeded
    static class KeptFromBeforeAllCase {

        private static Random kept;

        @BeforeAll
        static void keep(Random random) {
            kept = random;
        }

        @Test
        void one() {
            failSometimes(kept);
        }

        @Test
        void two() {
            failSometimes(kept);
        }
    }

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class KeptByConstructorCase {

        private final Random kept;

        KeptByConstructorCase(Random kept) {
            this.kept = kept;
        }

        @Test
        void one() {
            failSometimes(kept);
        }

        @Test
        void two(Random own) {
            failSometimes(own.nextBoolean() ? own : kept);
        }

        @Nested
        class Inner {

            @Test
            void three() {
                failSometimes(kept);
            }
        }
    }

    @TestMethodOrder(SeededOrder.Methods.class)
    static class UnseededOrderedCase {

        private static int state;

        @BeforeAll
        static void reset() {
            state = 0;
        }

        @Test
        void first() {
            state++;
        }

        @Test
        void second() {
            failWhere(state == 1);
        }

        @Test
        void third() {
            failWhere(state == 0);
        }

        private static void failWhere(boolean unexpected) {
            if (unexpected) {
                throw new IllegalStateException("order");
            }
        }
    }

    @Seeded
    @TestMethodOrder(SeededOrder.Methods.class)
    static class OrderedCase {

        private static int state;

        @BeforeAll
        static void reset() {
            state = 17;
        }

        @Test
        void one() {
            step(3);
        }

        @Test
        void two() {
            step(5);
        }

        @Test
        void three() {
            step(7);
        }

        @Test
        @Seeded
        void four(Random random) {
            step(11 + random.nextInt(100));
        }

        private static void step(int number) {
            state = (31 * state + number) % 1009;
            if (state % 3 == 0) {
                throw new IllegalStateException("drew " + state);
            }
        }
    }

    @Seeded(global = Global.SEED)
    static class JvmCase {

        private static final Random HELD = new Random();
        private static final int INITIAL = ThreadLocalRandom.current().nextInt(1_000_000);

        @Test
        void math() {
            failSometimes(new Random(Double.doubleToLongBits(Math.random())));
        }

        @Test
        void held() {
            failSometimes(HELD);
        }

        @Test
        void uuid() {
            failSometimes(new Random(UUID.randomUUID().hashCode()));
        }

        @Test
        void initial() {
            failSometimes(new Random(INITIAL));
        }

        @Test
        void threads() {
            failSometimes(new Random(IntStream.range(0, 8)
                    .parallel()
                    .map(number -> ThreadLocalRandom.current().nextInt())
                    .sum()));
        }
    }
}
