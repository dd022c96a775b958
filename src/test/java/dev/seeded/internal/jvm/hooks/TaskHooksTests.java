package dev.seeded.internal.jvm.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls the hooks as the patched classes do, on one thread, so that the order is certain. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TaskHooksTests {

    private final ThreadPoolExecutor pool = pool();
    private final ThreadPoolExecutor otherPool = pool();
    private final List<RunningScope> entered = new ArrayList<>();
    private final List<@Nullable TaskStreams> streams = new ArrayList<>();
    private final Runnable task = () -> streams.add(ThreadStack.ofThisThread().streams());

    private static ThreadPoolExecutor pool() {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @AfterEach
    void leave() {
        for (int last = entered.size() - 1; last >= 0; last--) {
            RunningScopes.exit(entered.get(last));
        }
    }

    @Test
    void runsEachSubmissionOfOneTaskInAContextOfItsOwn() {
        enter(1);
        List<Integer> expected = List.of(3, 3, 3, 7);
        for (int times : expected) {
            streams.clear();
            for (int submission = 0; submission < times; submission++) {
                TaskHooks.submit(pool, task);
            }
            for (int submission = 0; submission < times; submission++) {
                TaskHooks.run(task, pool);
            }
            assertThat(streams).hasSize(times).doesNotContainNull().doesNotHaveDuplicates();
        }
        TaskHooks.run(task, pool);
        assertThat(streams.get(7)).isNull();
    }

    @Test
    void takesAnyNumberOfSubmissions() {
        enter(1);
        for (int submission = 0; submission < 100_000; submission++) {
            TaskHooks.submit(pool, task);
        }
        for (int submission = 0; submission < 100_000; submission++) {
            TaskHooks.run(task, pool);
        }

        assertThat(streams).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void keepsTestsApartThatSubmitOneTaskToPoolsOfTheirOwn() {
        enter(1);
        TaskHooks.submit(pool, task);
        enter(2);
        TaskHooks.submit(otherPool, task);
        TaskHooks.run(task, otherPool);
        TaskHooks.run(task, pool);

        assertThat(streams).extracting(TaskHooksTests::seed).containsExactly(2L, 1L);
    }

    @Test
    void keepsUnseededSubmissionsUnseeded() {
        RunningScope test = enter(1);
        TaskHooks.submit(pool, task);
        RunningScopes.exit(test);
        enter(2);
        ThreadStack.ofThisThread().push(this, null);
        TaskHooks.submit(pool, task);
        ThreadStack.ofThisThread().pop(this);
        TaskHooks.submit(pool, task);
        for (int queued = 2; queued >= 0; queued--) {
            pool.getQueue().clear();
            pool.getQueue().addAll(Collections.nCopies(queued, task));
            TaskHooks.run(task, pool);
        }

        assertThat(streams).extracting(TaskHooksTests::seed).containsExactly(1L, null, 2L);
    }

    @Test
    void forgetsWhatAnEarlierTestLeftAndNobodyRuns() {
        RunningScope test = enter(1);
        TaskHooks.submit(pool, task);
        TaskHooks.submit(pool, task);
        RunningScopes.exit(test);
        enter(2);
        TaskHooks.submit(pool, task);
        TaskHooks.run(task, pool);

        assertThat(streams).extracting(TaskHooksTests::seed).containsExactly(2L);
    }

    @Test
    void forgetsWhatRunsAfterItsTest() {
        RunningScope test = enter(1);
        TaskHooks.submit(pool, task);
        RunningScopes.exit(test);
        TaskHooks.run(task, pool);
        enter(2);
        TaskHooks.submit(pool, task);
        TaskHooks.run(task, pool);

        assertThat(streams).extracting(TaskHooksTests::seed).containsExactly(1L, 2L);
    }

    @Test
    void forgetsWhatIsRejected() {
        enter(1);
        TaskHooks.submit(pool, task);
        enter(2);
        TaskHooks.submit(pool, task);
        TaskHooks.reject(pool, task);
        TaskHooks.run(task, pool);

        assertThat(streams).extracting(TaskHooksTests::seed).containsExactly(1L);
    }

    @Test
    void letsATaskOfALaterTestReplaceOneThatNeverRan() {
        FutureTask<Boolean> once = new FutureTask<>(task, true);
        RunningScope test = enter(1);
        TaskHooks.submit(pool, once);
        RunningScopes.exit(test);
        enter(2);
        TaskHooks.submit(pool, once);
        TaskHooks.run(once, pool);

        assertThat(streams).extracting(TaskHooksTests::seed).containsExactly(2L);
    }

    @Test
    void leavesTheContextOfATaskThatFails() {
        enter(1);
        TaskStreams around = ThreadStack.ofThisThread().streams();
        Runnable failing = () -> {
            throw new IllegalStateException();
        };
        TaskHooks.submit(pool, failing);
        try {
            TaskHooks.run(failing, pool);
        } catch (IllegalStateException expected) {
            streams.add(ThreadStack.ofThisThread().streams());
        }

        assertThat(streams).containsExactly(around);
    }

    private RunningScope enter(long seed) {
        RunningScope test = RunningScopes.enter(new RunningScope(seed, true, false, 0, null, null, null, null, null));
        entered.add(test);
        return test;
    }

    private static @Nullable Long seed(@Nullable TaskStreams streams) {
        return streams == null ? null : streams.test.seed;
    }
}
