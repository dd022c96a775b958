package dev.seeded.internal.jupiter;

import dev.seeded.internal.execution.RunResults;
import dev.seeded.internal.generator.StandInThread;
import dev.seeded.internal.jvm.ThreadContexts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/** The time that {@code seed.timeout} gives to each method of a seeded test. */
final class TimeLimit {

    /** Time for a test that was interrupted to end. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private TimeLimit() {}

    /**
     * Invokes a method; where there is a limit, in a thread of its own, which is interrupted when the time is up, and left
     * alone if it does not end then.
     *
     * @throws TimeoutException when the time is up; its stack is the thread's
     */
    static <T> T proceed(Invocation<T> invocation, Optional<Duration> limit) throws Throwable {
        if (limit.isEmpty()) {
            return invocation.proceed();
        }
        Duration time = limit.get();
        FutureTask<T> task = new FutureTask<>(() -> {
            try {
                return invocation.proceed();
            } catch (Exception | Error failure) {
                throw failure;
            } catch (Throwable other) {
                throw new ExecutionException(other);
            }
        });
        StandInThread thread = new StandInThread(ThreadContexts.here(task), "seeded-timeout");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            TimeoutException late = RunResults.late(time, thread);
            thread.interrupt();
            thread.join(GRACE.toMillis());
            thread.abandon();
            throw late;
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            thread.abandon();
            throw interrupted;
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            throw cause instanceof ExecutionException wrapped && wrapped.getCause() != null
                    ? wrapped.getCause()
                    : cause;
        }
    }
}
