package dev.seeded.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What {@code seed.check} says of threads that share a generator: the same numbers, in other threads. */
class SharedGeneratorCheckTests {

    private static final String DOUBT =
            "replay  cannot be promised: threads share a generator, and may draw from it in a different order";

    @Test
    void saysThatThreadsShareIt() {
        TurnsTestCase.RUNS.set(0);
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        ErrorOutput.of(() -> results[0] = Fixtures.withSeed(1)
                .with("seed.check", true)
                .with("seed.check.jvm", false)
                .explore(TurnsTestCase.class));

        assertThat(Fixtures.onlyFailure(results[0]))
                .hasMessageContaining(
                        "threads share the generator, and which of them draws first decides what it draws");
        assertThat(Fixtures.onlyFailure(results[0]).getSuppressed()[0]).hasMessageContaining(DOUBT);
    }

    @Test
    void promisesNoReplayOfAFailure() {
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        ErrorOutput.of(() -> results[0] = Fixtures.withSeed(1)
                .with("seed.check", true)
                .with("seed.check.jvm", false)
                .with("seed.check.same", 1)
                .with("seed.check.others", 1)
                .explore(FailingTestCase.class));

        assertThat(Fixtures.onlyFailure(results[0]).getSuppressed()[0])
                .hasMessageContaining(DOUBT)
                .hasMessageNotContaining("pin  ");
    }

    @Seeded
    static class FailingTestCase {

        @Test
        void sharesIt(Random random) throws InterruptedException {
            random.nextInt();
            Thread other = new Thread(random::nextInt);
            other.start();
            other.join();
            throw new IllegalStateException("drew " + random.nextInt());
        }
    }

    @Seeded
    static class TurnsTestCase {

        private static final AtomicInteger RUNS = new AtomicInteger();

        @Test
        void drawsInTurn(Random random) throws InterruptedException {
            Thread first = new Thread(random::nextDouble);
            Thread second = new Thread(random::nextDouble);
            random.nextDouble();
            List<Thread> order = RUNS.getAndIncrement() == 0 ? List.of(first) : List.of();
            for (Thread thread : order) {
                thread.start();
                thread.join();
            }
            random.nextDouble();
            second.start();
            second.join();
        }
    }
}
