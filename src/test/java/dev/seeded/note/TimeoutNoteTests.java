package dev.seeded.note;

import static dev.seeded.testing.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.internal.edges.EdgeMix;
import dev.seeded.testing.Fixtures;
import dev.seeded.testing.NotedFailure;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;

/** A test that takes too long has a note, in whichever thread it runs. */
class TimeoutNoteTests {

    /** With which edge cases are drawn where they are asked for. */
    private static final long SEED = LongStream.iterate(1, seed -> seed + 1)
            .filter(seed -> EdgeMix.of(Seed.of(seed)).isPresent())
            .findFirst()
            .orElseThrow();

    @ParameterizedTest
    @ValueSource(
            classes = {
                TimeoutTestCase.class,
                TimeoutInSeparateThreadTestCase.class,
                FailureInSeparateThreadTestCase.class,
                PreemptiveTimeoutTestCase.class
            })
    void namesTheTest(Class<?> fixture) {
        NotedFailure.assertPinned(fixture, ".fails(Random)", "fails");
    }

    @ParameterizedTest
    @ValueSource(classes = {TimeoutTestCase.class, TimeoutInSeparateThreadTestCase.class})
    void leavesTheTimeoutAsJUnitMakesIt(Class<?> fixture) {
        assertThat(NotedFailure.in(fixture).throwable())
                .isExactlyInstanceOf(TimeoutException.class)
                .hasMessageStartingWith("fails(java.util.Random) timed out after 50 milliseconds");
    }

    /** Those that run under a time limit draw while the thread that waits for them does not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void blamesNoThreadOfOurs(boolean edgeCases) {
        assertThat(limited(FactoryTestCase.class, edgeCases)).doesNotContain("cannot be promised");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void blamesThoseOfTheTestUnderATimeLimitToo(boolean edgeCases) {
        assertThat(limited(ThreadTestCase.class, edgeCases)).contains("cannot be promised: threads share a generator");
    }

    private static String limited(Class<?> fixture, boolean edgeCases) {
        EngineExecutionResults results = NotedFailure.fixtures()
                .with("seed", SEED)
                .with("seed.timeout", "1m")
                .with("seed.edgeCases", edgeCases)
                .run(fixture);
        return Fixtures.onlyFailure(results).getSuppressed()[0].getMessage();
    }

    @Test
    void leavesThePreemptiveTimeoutAsJUnitMakesIt() {
        assertThat(NotedFailure.in(PreemptiveTimeoutTestCase.class).throwable())
                .isExactlyInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("execution timed out after 50 ms");
    }

    @Seeded
    static class FactoryTestCase {

        @BeforeEach
        void prepare(Random random) {
            random.nextInt();
        }

        @TestFactory
        Stream<DynamicTest> factory(Random random) {
            return Stream.of("passes", "fails")
                    .map(name -> dynamicTest(name, () -> {
                        random.nextInt();
                        if (name.equals("fails")) {
                            throw failure();
                        }
                    }));
        }
    }

    @Seeded
    static class ThreadTestCase {

        @Test
        void fails(Random random) throws InterruptedException {
            random.nextInt();
            Thread thread = new Thread(random::nextInt);
            thread.start();
            thread.join();
            random.nextInt();
            throw failure();
        }
    }

    @Seeded
    static class TimeoutTestCase {

        @Test
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS, threadMode = ThreadMode.SAME_THREAD)
        void fails(Random random) throws InterruptedException {
            new CountDownLatch(1 + random.nextInt(1)).await();
        }
    }

    @Seeded
    static class TimeoutInSeparateThreadTestCase {

        @Test
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
        void fails(Random random) throws InterruptedException {
            new CountDownLatch(1 + random.nextInt(1)).await();
        }
    }

    @Seeded
    static class FailureInSeparateThreadTestCase {

        @Test
        @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
        void fails(Random random) {
            random.nextInt();
            throw failure();
        }
    }

    @Seeded
    static class PreemptiveTimeoutTestCase {

        @Test
        void fails(Random random) {
            assertTimeoutPreemptively(Duration.ofMillis(50), () -> new CountDownLatch(1 + random.nextInt(1)).await());
        }
    }
}
