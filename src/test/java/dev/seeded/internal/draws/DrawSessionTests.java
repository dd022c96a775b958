package dev.seeded.internal.draws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.libraries.ProvidedFactories;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawSessionTests {

    private static final Seed SEED = Seed.of(42);
    private static final GeneratorName NAME = new GeneratorName("[method:a]", "generator", "");

    private static final Map<String, ToLongFunction<RandomGenerator>> DRAWS = Map.ofEntries(
            Map.entry("nextInt", RandomGenerator::nextInt),
            Map.entry("nextInt below", random -> random.nextInt(10)),
            Map.entry("nextInt between", random -> random.nextInt(3, 13)),
            Map.entry("nextLong", RandomGenerator::nextLong),
            Map.entry("nextLong below", random -> random.nextLong(10)),
            Map.entry("nextLong between", random -> random.nextLong(3, 13)),
            Map.entry("nextDouble", random -> Double.doubleToLongBits(random.nextDouble())),
            Map.entry("nextDouble below", random -> Double.doubleToLongBits(random.nextDouble(10))),
            Map.entry("nextDouble between", random -> Double.doubleToLongBits(random.nextDouble(3, 13))),
            Map.entry("nextFloat", random -> Float.floatToIntBits(random.nextFloat())),
            Map.entry("nextFloat below", random -> Float.floatToIntBits(random.nextFloat(10))),
            Map.entry("nextFloat between", random -> Float.floatToIntBits(random.nextFloat(3, 13))),
            Map.entry("nextBoolean", random -> random.nextBoolean() ? 1 : 0),
            Map.entry("nextGaussian", random -> Double.doubleToLongBits(random.nextGaussian())),
            Map.entry("nextGaussian around", random -> Double.doubleToLongBits(random.nextGaussian(3, 2))),
            Map.entry("nextExponential", random -> Double.doubleToLongBits(random.nextExponential())),
            Map.entry("nextBytes", random -> {
                byte[] bytes = new byte[13];
                random.nextBytes(bytes);
                return Arrays.hashCode(bytes);
            }));

    @ParameterizedTest
    @ValueSource(classes = {Random.class, RandomGenerator.SplittableGenerator.class})
    void recordsEachCallAsOneDrawOfTheSameValue(Class<?> type) {
        List<String> expected = new ArrayList<>();
        List<String> draws = new ArrayList<>();
        RandomGenerator plain = (RandomGenerator) made(type);
        RandomGenerator recorded =
                (RandomGenerator) recorded(type, (name, method, value) -> draws.add(name + " " + method + " " + value));
        for (int round = 0; round < 3; round++) {
            DRAWS.forEach((name, draw) -> {
                expected.add("generator in a " + name.replaceAll(" .*", "") + " " + draw.applyAsLong(plain));
                draw.applyAsLong(recorded);
            });
        }

        assertThat(recorded).isInstanceOf(type);
        assertThat(draws).isEqualTo(expected);
    }

    @Test
    void recordsTheBytesOfASecureRandomsDraws() {
        List<String> draws = new ArrayList<>();
        SecureRandom plain = (SecureRandom) made(SecureRandom.class);
        SecureRandom recorded =
                (SecureRandom) recorded(SecureRandom.class, (name, method, value) -> draws.add(method + " " + value));
        DRAWS.forEach(
                (name, draw) -> assertThat(draw.applyAsLong(recorded)).as(name).isEqualTo(draw.applyAsLong(plain)));
        draws.clear();

        byte[] bytes = new byte[5];
        recorded.nextBytes(bytes);
        recorded.nextInt();

        assertThat(draws)
                .hasSize(2)
                .startsWith("nextBytes " + Arrays.hashCode(bytes))
                .allMatch(draw -> draw.startsWith("nextBytes "));
    }

    @Test
    void recordsTheSeedsThatASecureRandomGives() {
        List<Long> draws = new ArrayList<>();
        SecureRandom recorded = (SecureRandom) recorded(SecureRandom.class, (name, method, value) -> draws.add(value));

        byte[] generated = recorded.generateSeed(5);
        recorded.reseed();
        recorded.setSeed(7);

        assertThat(draws).containsExactly((long) Arrays.hashCode(generated));
        assertThat(generated).isEqualTo(((SecureRandom) made(SecureRandom.class)).generateSeed(5));
        assertThat(recorded).hasToString("a SecureRandom that is NOT secure: seed 42");
    }

    /** JDK 22 has such a method. */
    interface Even extends RandomGenerator {

        DoubleStream equiDoubles(double left, double right, boolean isLeftIncluded, boolean isRightIncluded);
    }

    @Test
    void recordsAStreamWhoseArgumentsAreNotAllNumbers() {
        List<String> draws = new ArrayList<>();
        Even even = new Even() {
            @Override
            public DoubleStream equiDoubles(
                    double left, double right, boolean isLeftIncluded, boolean isRightIncluded) {
                return DoubleStream.of(left, right);
            }

            @Override
            public long nextLong() {
                return 0;
            }
        };

        Even recorded = new DrawRecorder(
                        NAME,
                        (name, method, value) -> draws.add(method + " " + Double.longBitsToDouble(value)),
                        (generator, method, domain, own) -> own.getAsLong())
                .proxy(even, Even.class);

        assertThat(recorded.equiDoubles(1, 2, true, false)).containsExactly(1.0, 2.0);
        assertThat(draws).containsExactly("equiDoubles 1.0", "equiDoubles 2.0");
    }

    @Test
    void leavesASerializedCopyToItself() throws IOException, ClassNotFoundException {
        List<Long> draws = new ArrayList<>();
        Random recorded = (Random) recorded(Random.class, (name, method, value) -> draws.add(value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(recorded);
        }
        Random copy;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            copy = (Random) in.readObject();
        }

        assertThat(copy.nextInt()).isEqualTo(new Random(42).nextInt());
        assertThat(draws).isEmpty();
    }

    private static Object made(Class<?> type) {
        return recipe(type).maker().apply(SEED);
    }

    private static Object recorded(Class<?> type, DrawListener listener) {
        return DrawSession.record(listener, () -> DrawSession.make(() -> NAME, recipe(type), SEED, false, false));
    }

    private static Recipe recipe(Class<?> type) {
        return Recipe.of(type, "", ProvidedFactories.seenBy(type.getClassLoader())::find);
    }
}
