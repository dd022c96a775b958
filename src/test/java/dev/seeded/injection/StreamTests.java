package dev.seeded.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Fields and parameters with a pin or a stream have a generator of their own. */
class StreamTests {

    @Test
    void aStreamIsDerivedFromTheTestSeed() {
        Fixtures.withSeed(1).succeed(1, StreamsTestCase.class);

        Seed seed = (Seed) Fixtures.logged("seed").get(0);
        assertThat(Fixtures.logged("parameter"))
                .containsExactly(seed.stream("left").random().nextInt());
        assertThat(Fixtures.logged("field"))
                .containsExactly(seed.stream("right").random().nextInt());
        assertThat(Fixtures.logged("child")).containsExactly(seed.stream("child"));
    }

    @Seeded
    static class StreamsTestCase {

        @Seeded(stream = "right")
        private Random field;

        @Test
        void test(Seed seed, @Seeded(stream = "left") Random parameter, @Seeded(stream = "child") Seed child) {
            Fixtures.log("seed", seed);
            Fixtures.log("parameter", parameter.nextInt());
            Fixtures.log("field", field.nextInt());
            Fixtures.log("child", child);
        }
    }

    @Test
    void drawsElsewhereDoNotShiftAStream() {
        Fixtures.withSeed(1).succeed(2, UndisturbedTestCase.class);

        assertThat(Fixtures.logged("stream"))
                .hasSize(2)
                .containsOnly(Seed.of(42).stream("left").random().nextInt());
        assertThat(Fixtures.logged("pin")).hasSize(2).containsOnly(new Random(7).nextInt());
        assertThat(Fixtures.logged("shared"))
                .containsExactlyInAnyOrder(
                        new Random(42).nextInt(),
                        new Random(42).ints(11).skip(10).boxed().toArray()[0]);
    }

    @Seeded(42)
    static class UndisturbedTestCase {

        @Test
        void one(Random random, @Seeded(stream = "left") Random stream, @Seeded(7) Random pinned) {
            log(random, stream, pinned);
        }

        @Test
        void other(Random random, @Seeded(stream = "left") Random stream, @Seeded(7) Random pinned) {
            for (int draw = 0; draw < 10; draw++) {
                random.nextInt();
            }
            log(random, stream, pinned);
        }

        private static void log(Random shared, Random stream, Random pinned) {
            Fixtures.log("shared", shared.nextInt());
            Fixtures.log("stream", stream.nextInt());
            Fixtures.log("pin", pinned.nextInt());
        }
    }

    @Test
    void aStreamMayBePinnedItself() {
        Fixtures.withSeed(1).succeed(1, PinnedStreamTestCase.class);

        assertThat(Fixtures.logged("draw"))
                .containsExactly(Seed.of(42).stream("left").random().nextInt());
    }

    static class PinnedStreamTestCase {

        @Test
        void test(@Seeded(value = 42, stream = "left") Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Test
    void eachElementHasAGeneratorOfItsOwn() {
        Fixtures.withSeed(1).succeed(1, OwnTestCase.class);

        assertThat(Fixtures.logged("generators")).hasSize(8).doesNotHaveDuplicates();
        assertThat(Fixtures.logged("pinned draws")).hasSize(4).containsOnly(new Random(42).nextInt());
    }

    static class OwnTestCase {

        @Seeded(42)
        private Random field;

        @Seeded(stream = "left")
        private Random stream;

        @BeforeEach
        void prepare(@Seeded(42) Random own, @Seeded(stream = "left") Random ownStream) {
            Fixtures.log("generators", own);
            Fixtures.log("generators", ownStream);
            Fixtures.log("pinned draws", own.nextInt());
        }

        @Test
        void test(
                @Seeded(42) Random one,
                @Seeded(42) Random other,
                @Seeded Random shared,
                @Seeded(stream = "left") Random ownStream) {
            for (Random generator : List.of(field, stream, one, other, shared, ownStream)) {
                Fixtures.log("generators", generator);
            }
            for (Random generator : List.of(field, one, other)) {
                Fixtures.log("pinned draws", generator.nextInt());
            }
        }
    }

    @Test
    void aFieldSharesTheTestsGeneratorAcrossAnnotationsWithoutPinOrStream() {
        Fixtures.withSeed(1).succeed(1, SharedTestCase.class);

        assertThat(Fixtures.logged("generators").stream().distinct()).hasSize(1);
    }

    @Seeded
    @Retention(RetentionPolicy.RUNTIME)
    @interface Meta {}

    static class SharedTestCase {

        @Meta
        private Random field;

        @Test
        void test(@Meta RandomGenerator one, @Seeded(algorithm = "Random") RandomGenerator other) {
            Fixtures.log("generators", field);
            Fixtures.log("generators", one);
            Fixtures.log("generators", other);
        }
    }

    @Test
    void classesAndMethodsHaveNeitherStreamNorAlgorithm() {
        EngineExecutionResults results = Fixtures.withSeed(1).run(MisplacedTestCase.class);

        String name = MisplacedTestCase.class.getName();
        String fix = " names a stream or an algorithm, which only fields and parameters have: move it there";
        assertThat(Fixtures.failures(results))
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder(
                        "@Seeded on " + name + ".streamed()" + fix,
                        "@Seeded on " + name + ".named(Random)" + fix,
                        "@Seeded on " + name + "$Streamed" + fix,
                        "@Seeded on " + name + "$Named" + fix,
                        "@Seeded on " + name + "$ByMeta" + fix,
                        "@Seeded on " + name + "$Lifecycle.prepare(Random)" + fix);
        assertThat(Fixtures.logged()).isEmpty();
    }

    @Seeded(stream = "left")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Streaming {}

    static class MisplacedTestCase {

        @Test
        @Seeded(stream = "left")
        void streamed() {
            Fixtures.log("body", "run");
        }

        @Test
        @Seeded(algorithm = "Random")
        void named(Random random) {
            Fixtures.log("body", "run");
        }

        @Nested
        @Seeded(stream = "left")
        class Streamed {

            @Test
            void test() {
                Fixtures.log("body", "run");
            }
        }

        @Nested
        @Seeded(algorithm = "Random")
        class Named {

            @Test
            void test() {
                Fixtures.log("body", "run");
            }
        }

        @Nested
        @Streaming
        class ByMeta {

            @Test
            void test() {
                Fixtures.log("body", "run");
            }
        }

        @Nested
        @Seeded
        class Lifecycle {

            @BeforeEach
            @Seeded(stream = "left")
            void prepare(Random random) {
                Fixtures.log("body", "run");
            }

            @Test
            void test() {
                Fixtures.log("body", "run");
            }
        }
    }
}
