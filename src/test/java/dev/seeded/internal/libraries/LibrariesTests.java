package dev.seeded.internal.libraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.SeededFactory;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.draws.GeneratorName;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.process.LibrarySeeders;
import dev.seeded.testing.FixtureLoader;
import dev.seeded.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kotlin.random.RandomKt;
import net.datafaker.Faker;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.instancio.settings.Keys;
import org.instancio.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibrariesTests {

    private static final GeneratorName NAME = new GeneratorName("[a]", "generator", "");

    @Test
    void drawAsWhenSeededByHand() {
        Fixtures.withSeed(1).succeed(1, EachLibraryTestCase.class);

        assertThat(Fixtures.logged("Faker"))
                .containsExactly(new Faker(new Random(42)).name().fullName());
        assertThat(Fixtures.logged("UniformRandomProvider"))
                .containsExactly(RandomSource.XO_RO_SHI_RO_128_PP.create(42L).nextLong());
        assertThat(Fixtures.logged("Random"))
                .containsExactly(RandomKt.Random(42).nextLong());
        assertThat(Fixtures.logged("Settings")).containsExactly(42L);
    }

    @ParameterizedTest
    @ValueSource(classes = {Faker.class, UniformRandomProvider.class, kotlin.random.Random.class})
    void drawTheSameWhileTheyAreRecorded(Class<?> type) {
        List<String> recorded = new ArrayList<>();
        Recipe recipe = Recipe.of(type, "", ProvidedFactories.seenBy(type.getClassLoader())::find);

        List<Object> draws = DrawSession.record(
                (generator, method, value) -> recorded.add(generator + " " + method),
                () -> draws(DrawSession.make(() -> NAME, recipe, Seed.of(42), false, false)));

        assertThat(draws).isEqualTo(draws(recipe.maker().apply(Seed.of(42))));
        assertThat(recorded).hasSizeGreaterThan(2).allMatch(draw -> draw.startsWith(NAME + " "));
    }

    @Test
    void canBeSerializedWhileTheyAreRecorded() throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Recipe recipe = Recipe.of(
                kotlin.random.Random.class,
                "",
                ProvidedFactories.seenBy(getClass().getClassLoader())::find);

        Object recorded = DrawSession.record(
                (generator, method, value) -> {},
                () -> DrawSession.make(() -> NAME, recipe, Seed.of(42), false, false));
        assertThatCode(() -> new ObjectOutputStream(written).writeObject(recorded))
                .doesNotThrowAnyException();

        assertThat(draws(new ObjectInputStream(new ByteArrayInputStream(written.toByteArray())).readObject()))
                .isEqualTo(draws(recipe.maker().apply(Seed.of(42))));
    }

    private static List<Object> draws(Object generator) {
        if (generator instanceof Faker faker) {
            return List.of(faker.name().fullName(), faker.address().city());
        }
        if (generator instanceof UniformRandomProvider commons) {
            byte[] bytes = new byte[5];
            commons.nextBytes(bytes, 1, 3);
            return List.of(
                    commons.nextInt(10), commons.nextDouble(), commons.longs(5).sum(), new BigInteger(bytes));
        }
        kotlin.random.Random kotlin = (kotlin.random.Random) generator;
        return List.of(
                kotlin.nextInt(),
                kotlin.nextInt(10),
                kotlin.nextInt(3, 13),
                kotlin.nextLong(10),
                kotlin.nextDouble(3, 13),
                kotlin.nextFloat(),
                kotlin.nextBoolean(),
                kotlin.nextBits(3),
                new BigInteger(kotlin.nextBytes(new byte[5])),
                new BigInteger(kotlin.nextBytes(7)));
    }

    @Test
    void leaveATypeToTheUsersOwnFactory() {
        FixtureLoader loader = new FixtureLoader(getClass(), SeededFactory.class, GermanFakers.class);

        Fixtures.withSeed(1).succeed(1, loader.load(EachLibraryTestCase.class));

        assertThat(Fixtures.logged("Faker")).containsExactly("Otto");
    }

    @Test
    void areNotSeededWhereThereIsNoEngine() {
        assertThat(LibrarySeeders.areSeenBy(getClass().getClassLoader())).isFalse();
    }

    @Test
    void serveNoOtherType() {
        assertThat(Stream.of(String.class, List.class, Random.class))
                .allMatch(type -> Libraries.factory(type).isEmpty());
    }

    @Seeded(42)
    static class EachLibraryTestCase {

        @Test
        void draws(
                @Seeded Faker faker,
                @Seeded UniformRandomProvider commons,
                @Seeded kotlin.random.Random kotlin,
                @Seeded Settings instancio) {
            Fixtures.log("Faker", faker.name().fullName());
            Fixtures.log("UniformRandomProvider", commons.nextLong());
            Fixtures.log("Random", kotlin.nextLong());
            Fixtures.log("Settings", instancio.get(Keys.SEED));
        }
    }

    public static class GermanFakers implements SeededFactory<Faker> {

        @Override
        public Class<Faker> type() {
            return Faker.class;
        }

        @Override
        public Faker create(Seed seed) {
            return new Faker() {
                @Override
                public net.datafaker.providers.base.Name name() {
                    return new net.datafaker.providers.base.Name(this) {
                        @Override
                        public String fullName() {
                            return "Otto";
                        }
                    };
                }
            };
        }
    }
}
