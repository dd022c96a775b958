package dev.seeded.internal.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Threads that draw in place of another. */
class StandInThreadTests {

    private final CountDownLatch end = new CountDownLatch(1);
    private final StandInThread one = new StandInThread(this::waitForTheEnd, "one");
    private final StandInThread other = new StandInThread(this::waitForTheEnd, "other");

    @Test
    void areOneWithTheThreadThatWaits() {
        assertThat(StandInThread.areTwo(one, Thread.currentThread())).isFalse();
        assertThat(StandInThread.areTwo(one, other)).isFalse();
        assertThat(StandInThread.areTwo(one, new Thread())).isTrue();
        assertThat(StandInThread.areTwo(null, one)).isTrue();
    }

    @Test
    void areThemselvesIfTheyGoOnWhenNobodyWaits() throws InterruptedException {
        one.start();
        one.abandon();
        assertThat(StandInThread.areTwo(one, Thread.currentThread())).isTrue();
        assertThat(StandInThread.areTwo(one, other)).isTrue();

        end.countDown();
        one.join();
        other.abandon();
        assertThat(StandInThread.areTwo(other, Thread.currentThread())).isFalse();
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException nobody) {
            throw new AssertionError(nobody);
        }
    }
}
