package dev.seeded.note;

import static dev.seeded.testing.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.seeded.Seeded;
import dev.seeded.testing.NotedFailure;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

/** A test that takes too long has a note, in whichever thread it runs. */
class TimeoutNoteTests {

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

    @Test
    void leavesThePreemptiveTimeoutAsJUnitMakesIt() {
        assertThat(NotedFailure.in(PreemptiveTimeoutTestCase.class).throwable())
                .isExactlyInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("execution timed out after 50 ms");
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
