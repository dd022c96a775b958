package dev.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.Fixtures;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code seed.timeout} in a plain run. */
class TimeLimitTests {

    /** While exploring, these have a limit too, and their replay line has the setting. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                OfClassTestCase.class,
                OfParameterTestCase.class,
                OfFactoryTestCase.class,
                OfFieldTestCase.class,
                OfStepTestCase.class
            })
    void holdsWhereverTheTestIsSeeded(Class<?> fixture) {
        assertThat(Fixtures.onlyFailure(
                        Fixtures.withSeed(1).with("seed.timeout", "1s").run(fixture)))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("it ran longer than 1 s, the limit that seed.timeout sets");
    }

    @Test
    void leavesTheCurrentSeed() {
        Fixtures.withSeed(1).with("seed.timeout", "1m").succeed(1, CurrentTestCase.class);
    }

    private static void sleep() throws InterruptedException {
        Thread.sleep(5_000);
    }

    @Seeded
    static class CurrentTestCase {

        @Test
        void asks(Seed seed) {
            assertThat(Seed.current()).isEqualTo(seed);
        }
    }

    @Seeded
    static class OfClassTestCase {

        @Test
        void sleeps() throws InterruptedException {
            sleep();
        }
    }

    static class OfParameterTestCase {

        @Test
        void sleeps(@Seeded Random random) throws InterruptedException {
            sleep();
        }
    }

    static class OfFactoryTestCase {

        @TestFactory
        Stream<DynamicTest> factory(@Seeded Random random) {
            return Stream.of(DynamicTest.dynamicTest("sleeps", TimeLimitTests::sleep));
        }
    }

    static class OfFieldTestCase {

        @Seeded
        private Random random;

        @Test
        void sleeps() throws InterruptedException {
            sleep();
        }
    }

    static class OfStepTestCase {

        @BeforeEach
        void prepare(@Seeded Random random) {}

        @Test
        void sleeps() throws InterruptedException {
            sleep();
        }
    }
}
