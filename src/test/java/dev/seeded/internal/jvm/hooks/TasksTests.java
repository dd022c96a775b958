package dev.seeded.internal.jvm.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
class TasksTests {

    private final ThreadPoolExecutor pool = pool();
    private final ThreadPoolExecutor otherPool = pool();
    private final Roots roots = new Roots();
    private final List<Object> entered = new ArrayList<>();
    private final List<@Nullable Context> contexts = new ArrayList<>();
    private final Runnable task = () -> contexts.add(Slot.ofThisThread().context());

    private static ThreadPoolExecutor pool() {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @AfterEach
    void leave() {
        for (int last = entered.size() - 1; last >= 0; last--) {
            exit(entered.get(last));
        }
    }

    @Test
    void runsEachSubmissionOfOneTaskInAContextOfItsOwn() {
        enter(1);
        List<Integer> expected = List.of(3, 3, 3, 7);
        for (int times : expected) {
            contexts.clear();
            for (int submission = 0; submission < times; submission++) {
                Tasks.submit(task, pool);
            }
            for (int submission = 0; submission < times; submission++) {
                Tasks.run(task, pool);
            }
            assertThat(contexts).hasSize(times).doesNotContainNull().doesNotHaveDuplicates();
        }
        Tasks.run(task, pool);
        assertThat(contexts.get(7)).isNull();
    }

    @Test
    void takesAnyNumberOfSubmissions() {
        enter(1);
        for (int submission = 0; submission < 100_000; submission++) {
            Tasks.submit(task, pool);
        }
        for (int submission = 0; submission < 100_000; submission++) {
            Tasks.run(task, pool);
        }

        assertThat(contexts).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void keepsTestsApartThatSubmitOneTaskToPoolsOfTheirOwn() {
        enter(1);
        Tasks.submit(task, pool);
        enter(2);
        Tasks.submit(task, otherPool);
        Tasks.run(task, otherPool);
        Tasks.run(task, pool);

        assertThat(contexts).extracting(TasksTests::seed).containsExactly(2L, 1L);
    }

    @Test
    void keepsUnseededSubmissionsUnseeded() {
        Object test = enter(1);
        Tasks.submit(task, pool);
        exit(test);
        enter(2);
        Slot.ofThisThread().push(this, null);
        Tasks.submit(task, pool);
        Slot.ofThisThread().pop(this);
        Tasks.submit(task, pool);
        for (int submission = 0; submission < 3; submission++) {
            Tasks.run(task, pool);
        }

        assertThat(contexts).extracting(TasksTests::seed).containsExactly(1L, null, 2L);
    }

    @Test
    void forgetsWhatRunsAfterItsTest() {
        Object test = enter(1);
        Tasks.submit(task, pool);
        exit(test);
        Tasks.run(task, pool);
        enter(2);
        Tasks.submit(task, pool);
        Tasks.run(task, pool);

        assertThat(contexts).extracting(TasksTests::seed).containsExactly(1L, 2L);
    }

    @Test
    void forgetsWhatIsRejected() {
        enter(1);
        Tasks.submit(task, pool);
        enter(2);
        Tasks.submit(task, pool);
        Tasks.reject(task, pool);
        Tasks.run(task, pool);

        assertThat(contexts).extracting(TasksTests::seed).containsExactly(1L);
    }

    @Test
    void letsATaskOfALaterTestReplaceOneThatNeverRan() {
        FutureTask<Boolean> once = new FutureTask<>(task, true);
        Object test = enter(1);
        Tasks.submit(once, pool);
        exit(test);
        enter(2);
        Tasks.submit(once, pool);
        Tasks.run(once, pool);

        assertThat(contexts).extracting(TasksTests::seed).containsExactly(2L);
    }

    @Test
    void leavesTheContextOfATaskThatFails() {
        enter(1);
        Context around = Slot.ofThisThread().context();
        Runnable failing = () -> {
            throw new IllegalStateException();
        };
        Tasks.submit(failing, pool);
        try {
            Tasks.run(failing, pool);
        } catch (IllegalStateException expected) {
            contexts.add(Slot.ofThisThread().context());
        }

        assertThat(contexts).containsExactly(around);
    }

    private Object enter(long seed) {
        Object handle = roots.apply("enter", new Object[] {seed, Root.SEEDS, 0L, TasksTests.class, null, null});
        entered.add(handle);
        return handle;
    }

    private void exit(Object handle) {
        roots.apply("exit", new Object[] {handle});
    }

    private static @Nullable Long seed(@Nullable Context context) {
        return context == null ? null : context.root.testSeed;
    }
}
