package dev.seeded.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.ArbitrarilyJumpableGenerator;
import java.util.random.RandomGenerator.JumpableGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlgorithmTests {

    @Test
    void isTheOneThatIsNamed() {
        Fixtures.withSeed(1).succeed(1, NamedTestCase.class);

        assertThat(Fixtures.logged("L32X64MixRandom"))
                .containsExactly(
                        RandomGeneratorFactory.of("L32X64MixRandom").create(42L).nextLong());
        assertThat(Fixtures.logged("Xoroshiro128PlusPlus"))
                .containsExactly(RandomGeneratorFactory.of("Xoroshiro128PlusPlus")
                        .create(42L)
                        .nextLong());
        assertThat(Fixtures.logged("L128X256MixRandom"))
                .containsExactly(RandomGeneratorFactory.of("L128X256MixRandom")
                        .create(42L)
                        .nextLong());
        assertThat(Fixtures.logged("Random")).containsExactly(new Random(42).nextLong());
    }

    static class NamedTestCase {

        @Seeded(value = 42, algorithm = "L32X64MixRandom")
        private RandomGenerator field;

        @Test
        void test(
                @Seeded(value = 42, algorithm = "Xoroshiro128PlusPlus") JumpableGenerator jumpable,
                @Seeded(value = 42, algorithm = "L128X256MixRandom") SplittableGenerator splittable,
                @Seeded(value = 42, algorithm = "Random") RandomGenerator random) {
            Fixtures.log("L32X64MixRandom", field.nextLong());
            Fixtures.log("Xoroshiro128PlusPlus", jumpable.nextLong());
            Fixtures.log("L128X256MixRandom", splittable.nextLong());
            Fixtures.log("Random", random.nextLong());
        }
    }

    @Test
    void isOneObjectOfEachNameInAContext() {
        Fixtures.withSeed(1).succeed(1, TwiceTestCase.class);

        assertThat(Fixtures.logged("one")).containsExactlyElementsOf(Fixtures.logged("same"));
        assertThat(Fixtures.logged("one")).doesNotContainAnyElementsOf(Fixtures.logged("other"));
        assertThat(Fixtures.logged("one")).containsExactlyElementsOf(Fixtures.logged("by type"));
    }

    @Seeded
    static class TwiceTestCase {

        @Test
        void test(
                @Seeded(algorithm = "Xoshiro256PlusPlus") RandomGenerator one,
                @Seeded(algorithm = "Xoshiro256PlusPlus") RandomGenerator same,
                @Seeded(algorithm = "L64X128MixRandom") RandomGenerator other,
                JumpableGenerator byType) {
            Fixtures.log("one", one);
            Fixtures.log("same", same);
            Fixtures.log("other", other);
            Fixtures.log("by type", byType);
        }
    }

    @Test
    void isAnErrorWhereThereIsNone() {
        String known = RandomGeneratorFactory.all()
                .map(RandomGeneratorFactory::name)
                .filter(name -> !name.equals("SecureRandom"))
                .sorted()
                .collect(Collectors.joining(", "));
        assertThat(known).contains("L64X128MixRandom, ");

        fails(
                UnknownTestCase.class,
                "parameter random of %s.test(RandomGenerator): there is no algorithm \"Mersenne\" on this JVM, but "
                        + known);
    }

    static class UnknownTestCase {

        @Test
        void test(@Seeded(algorithm = "Mersenne") RandomGenerator random) {
            Fixtures.log("body", "run");
        }
    }

    @Test
    void isAnErrorWhereItDoesNotFit() {
        fails(
                UnfitTestCase.class,
                "parameter random of %s.test(JumpableGenerator): algorithm \"L64X128MixRandom\" is not a"
                        + " java.util.random.RandomGenerator$JumpableGenerator: name one that is, or leave the algorithm"
                        + " out");
    }

    static class UnfitTestCase {

        @Test
        void test(@Seeded(algorithm = "L64X128MixRandom") JumpableGenerator random) {
            Fixtures.log("body", "run");
        }
    }

    @Test
    void isAnErrorWhereItDoesNotFitThoughAnotherHasItAlready() {
        fails(
                UnfitSecondTestCase.class,
                "parameter random of %s.test(RandomGenerator, SplittableGenerator): algorithm \"Random\" is not a"
                        + " java.util.random.RandomGenerator$SplittableGenerator: name one that is, or leave the algorithm"
                        + " out");
    }

    static class UnfitSecondTestCase {

        @Test
        void test(
                @Seeded(algorithm = "Random") RandomGenerator first,
                @Seeded(algorithm = "Random") SplittableGenerator random) {
            Fixtures.log("body", "run");
        }
    }

    @Test
    void isAnErrorWhereItTakesNoSeed() {
        fails(StochasticTestCase.class, "field %s.random: algorithm \"SecureRandom\" takes no seed: name another");
    }

    static class StochasticTestCase {

        @Seeded(algorithm = "SecureRandom")
        private RandomGenerator random;

        @Test
        void test() {
            Fixtures.log("body", "run");
        }
    }

    @Test
    void isAnErrorForClasses() {
        for (Class<?> type : new Class<?>[] {Random.class, SplittableRandom.class, SecureRandom.class, Seed.class}) {
            Class<?> fixture = type == Random.class
                    ? OfRandomTestCase.class
                    : type == SplittableRandom.class
                            ? OfSplittableRandomTestCase.class
                            : type == SecureRandom.class ? OfSecureRandomTestCase.class : OfSeedTestCase.class;
            fails(
                    fixture,
                    "parameter random of %s.test(" + type.getSimpleName() + "): algorithm \"Random\" does not apply to "
                            + type.getName()
                            + ": declare a java.util.random.RandomGenerator, or leave the algorithm out");
        }
    }

    static class OfRandomTestCase {

        @Test
        void test(@Seeded(algorithm = "Random") Random random) {
            Fixtures.log("body", "run");
        }
    }

    static class OfSplittableRandomTestCase {

        @Test
        void test(@Seeded(algorithm = "Random") SplittableRandom random) {
            Fixtures.log("body", "run");
        }
    }

    static class OfSecureRandomTestCase {

        @Test
        void test(@Seeded(algorithm = "Random") SecureRandom random) {
            Fixtures.log("body", "run");
        }
    }

    static class OfSeedTestCase {

        @Test
        void test(@Seeded(algorithm = "Random") Seed random) {
            Fixtures.log("body", "run");
        }
    }

    @Test
    void doesNotExistForArbitraryJumps() {
        fails(
                ArbitraryTestCase.class,
                "parameter random of %s.test(ArbitrarilyJumpableGenerator): the JDK has no algorithm for"
                        + " java.util.random.RandomGenerator$ArbitrarilyJumpableGenerator: declare a LeapableGenerator or a"
                        + " JumpableGenerator");
    }

    @Seeded
    static class ArbitraryTestCase {

        @Test
        void test(ArbitrarilyJumpableGenerator random) {
            Fixtures.log("body", "run");
        }
    }

    private static void fails(Class<?> fixture, String message) {
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(1).run(fixture)))
                .hasMessage("@Seeded " + message.replace("%s", fixture.getName()));
        assertThat(Fixtures.logged()).isEmpty();
    }
}
