package dev.seeded.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.JumpableGenerator;
import java.util.random.RandomGenerator.LeapableGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGenerator.StreamableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjectedTypeTests {

    @Test
    void drawAsWhenSeededWithTheTestSeed() {
        Fixtures.withSeed(1).succeed(1, UnpinnedTestCase.class);

        Seed seed = (Seed) Fixtures.logged("Seed").get(0);
        assertThat(Fixtures.logged("Random"))
                .first()
                .extracting(InjectedTypeTests::draws)
                .isEqualTo(draws(new Random(seed.value())));
        assertThat(Fixtures.logged("SplittableRandom"))
                .first()
                .extracting(InjectedTypeTests::draws)
                .isEqualTo(draws(new SplittableRandom(seed.value())));
        assertThat(Fixtures.logged("SplittableGenerator"))
                .first()
                .extracting(InjectedTypeTests::draws)
                .isEqualTo(draws(algorithm("L64X128MixRandom", seed)));
        assertThat(Fixtures.logged("JumpableGenerator"))
                .first()
                .extracting(InjectedTypeTests::draws)
                .isEqualTo(draws(algorithm("Xoshiro256PlusPlus", seed)));
    }

    @Test
    void shareOneObjectWhereTheyAreOneAlgorithm() {
        Fixtures.withSeed(1).run(UnpinnedTestCase.class);

        assertThat(Fixtures.logged("RandomGenerator")).first().isSameAs(only("Random"));
        assertThat(Fixtures.logged("StreamableGenerator")).first().isSameAs(only("SplittableGenerator"));
        assertThat(Fixtures.logged("LeapableGenerator")).first().isSameAs(only("JumpableGenerator"));
        assertThat(List.of(
                        only("Random"),
                        only("SplittableRandom"),
                        only("SplittableGenerator"),
                        only("JumpableGenerator"),
                        only("SecureRandom")))
                .doesNotHaveDuplicates();
    }

    /** Golden values: what a pin gives is part of users' tests. */
    @Test
    void drawWhatTheyHaveAlwaysDrawnUnderAPin() {
        Fixtures.withSeed(1).succeed(1, PinnedTestCase.class);

        assertThat(Fixtures.logged("Seed")).containsExactly(Seed.of(42));
        assertThat(longs("Random")).containsExactly(-5025562857975149833L, -5843495416241995736L, 5694868678511409995L);
        assertThat(longs("SplittableRandom"))
                .containsExactly(-4767286540954276203L, 2949826092126892291L, 5139283748462763858L);
        assertThat(longs("SplittableGenerator"))
                .containsExactly(-5600175640509174766L, -6068984182338578160L, -5395223390448918216L);
        assertThat(longs("JumpableGenerator"))
                .containsExactly(-5479502503263141524L, 6190540527256294342L, 2092709113264991754L);
        byte[] bytes = new byte[12];
        ((SecureRandom) only("SecureRandom")).nextBytes(bytes);
        assertThat(bytes).asHexString().isEqualTo("CEBF17A0DCAC8C0E53454B70");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void includeARandomThatSaysItsSeedAndItsTest(boolean isRecorded) {
        if (isRecorded) {
            Fixtures.withSeed(1)
                    .with("seed.check", true)
                    .with("seed.check.jvm", false)
                    .explore(NamedTestCase.class);
        } else {
            Fixtures.withSeed(1).run(NamedTestCase.class);
        }

        String type = NamedTestCase.class.getName();
        assertThat(Fixtures.logged("test"))
                .hasSize(isRecorded ? 2 : 1)
                .containsOnly("Random(42, of " + type + "$Inner.draws)");
        assertThat(Fixtures.logged("class")).hasSize(isRecorded ? 2 : 1).containsOnly("Random(42, of " + type + ")");
    }

    @Test
    void includeARandomThatSaysItsNewSeed() {
        Fixtures.withSeed(1).run(PinnedTestCase.class);
        Random random = (Random) only("Random");

        random.setSeed(7);

        assertThat(random).hasToString("Random(7, of " + PinnedTestCase.class.getName() + ".takesAll)");
    }

    @Test
    void includeASecureRandomThatSaysItIsNone() {
        Fixtures.withSeed(1).run(PinnedTestCase.class);

        assertThat(only("SecureRandom"))
                .hasToString("a SecureRandom that is NOT secure: seed 42")
                .extracting(secure -> ((SecureRandom) secure).getAlgorithm())
                .isEqualTo("Seeded");
    }

    @Test
    void includeASecureRandomThatCannotBeSerialized() {
        Fixtures.withSeed(1).run(PinnedTestCase.class);

        assertThatThrownBy(
                        () -> new ObjectOutputStream(OutputStream.nullOutputStream()).writeObject(only("SecureRandom")))
                .isInstanceOf(NotSerializableException.class)
                .hasMessageEndingWith(", which @Seeded injects as a SecureRandom");
    }

    @Test
    void includeASecureRandomWithNoEntropyOfItsOwn() {
        Fixtures.withSeed(1).run(PinnedTestCase.class);
        SecureRandom first = (SecureRandom) only("SecureRandom");
        Fixtures.withSeed(2).run(PinnedTestCase.class);
        SecureRandom second = (SecureRandom) only("SecureRandom");

        assertThat(everything(first)).isEqualTo(everything(second)).doesNotHaveDuplicates();
    }

    @Test
    void includeASecureRandomWhoseSeedCanBeAddedTo() {
        Fixtures.withSeed(1).run(PinnedTestCase.class);
        SecureRandom once = (SecureRandom) only("SecureRandom");
        Fixtures.withSeed(1).run(PinnedTestCase.class);
        SecureRandom again = (SecureRandom) only("SecureRandom");
        Fixtures.withSeed(1).run(PinnedTestCase.class);
        SecureRandom other = (SecureRandom) only("SecureRandom");

        once.setSeed(7);
        again.setSeed(7);
        other.setSeed(8);
        long drawn = once.nextLong();
        assertThat(again.nextLong()).isEqualTo(drawn);
        assertThat(other.nextLong()).isNotEqualTo(drawn);
    }

    private static List<Long> everything(SecureRandom secure) {
        long drawn = secure.nextLong();
        secure.reseed();
        long afterReseed = secure.nextLong();
        secure.setSeed(new byte[] {1, 2, 3});
        long afterSetSeed = secure.nextLong();
        long generated = new BigInteger(secure.generateSeed(8)).longValue();
        return List.of(drawn, afterReseed, afterSetSeed, generated);
    }

    private static Object only(String place) {
        return Fixtures.logged(place).get(0);
    }

    private static List<Long> longs(String place) {
        return draws(only(place));
    }

    private static List<Long> draws(Object generator) {
        RandomGenerator draws = (RandomGenerator) generator;
        return List.of(draws.nextLong(), draws.nextLong(), draws.nextLong());
    }

    private static RandomGenerator algorithm(String name, Seed seed) {
        return RandomGeneratorFactory.of(name).create(seed.value());
    }

    @Seeded
    static class UnpinnedTestCase {

        @Test
        void takesAll(
                Seed seed,
                Random random,
                RandomGenerator generator,
                SplittableRandom splittableRandom,
                SplittableGenerator splittable,
                StreamableGenerator streamable,
                JumpableGenerator jumpable,
                LeapableGenerator leapable,
                @Seeded SecureRandom secure) {
            Fixtures.log("Seed", seed);
            Fixtures.log("Random", random);
            Fixtures.log("RandomGenerator", generator);
            Fixtures.log("SplittableRandom", splittableRandom);
            Fixtures.log("SplittableGenerator", splittable);
            Fixtures.log("StreamableGenerator", streamable);
            Fixtures.log("JumpableGenerator", jumpable);
            Fixtures.log("LeapableGenerator", leapable);
            Fixtures.log("SecureRandom", secure);
        }
    }

    @Seeded(42)
    static class PinnedTestCase extends UnpinnedTestCase {}

    @Seeded(42)
    static class NamedTestCase {

        @BeforeAll
        static void prepare(Random random) {
            Fixtures.log("class", random.toString());
        }

        @Nested
        class Inner {

            @Test
            void draws(RandomGenerator random) {
                random.nextInt();
                Fixtures.log("test", random.toString());
            }
        }
    }
}
