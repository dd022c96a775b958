package dev.seeded.internal.jvm.hooks;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * The way of streams from thread to thread. A child thread, or a task, has streams of its own, made when it is started or
 * submitted, and entered while it runs. A task that was submitted outside of any test runs outside of any,
 * even on a thread that waits in one.
 */
public final class TaskHooks {

    /** The streams of what waits for its start and starts once: threads, and most tasks. The JDK has no room for them. */
    private static final WeakMap<TaskStreams> WAITING = new WeakMap<>();

    /** The streams of what may wait several times: for each thread pool and task, in the order of the submissions. */
    private static final WeakMap<WeakMap<ArrayDeque<Optional<TaskStreams>>>> LINES = new WeakMap<>();

    /** How many went into {@link #LINES} and were not taken out. */
    private static int inLine;

    private TaskHooks() {}

    /** A thread is about to be started. */
    @SuppressWarnings("ReferenceEquality") // the very thread
    public static void start(Thread thread) {
        if (OpenTests.all == 0) {
            return;
        }
        ThreadStack stack = ThreadStack.ofThisThread();
        if (stack.handedOver != null) {
            WAITING.put(thread, stack.handedOver);
            stack.handedOver = null;
            return;
        }
        TaskStreams streams = ThreadStack.open();
        if (streams != null
                && stack.worker != thread
                && !(thread instanceof ForkJoinWorkerThread)
                && !thread.getClass().getName().startsWith("jdk.internal.")) {
            WAITING.put(thread, streams.child());
        }
        stack.worker = null;
    }

    /** A task is about to be run by a thread of its own, which is started next. */
    public static void handOver(@Nullable Object task) {
        if (OpenTests.all != 0 && task != null) {
            submit(task);
            ThreadStack.ofThisThread().handedOver = take(task);
        }
    }

    /** The thread that is started next is a pool's, which belongs to no test. */
    public static void worker(Thread thread) {
        if (OpenTests.all != 0) {
            ThreadStack.ofThisThread().worker = thread;
        }
    }

    /** A task is about to be submitted to a fork/join pool; virtual threads use one to go on. */
    public static void submit(ForkJoinPool pool, Object task) {
        if (OpenTests.all != 0
                && ThreadStack.open() != null
                && !pool.getFactory().getClass().getName().startsWith("java.lang.VirtualThread")) {
            submit(task);
        }
    }

    /** A task is about to be submitted, which runs once. */
    public static void submit(@Nullable Object task) {
        if (OpenTests.all != 0 && task != null) {
            TaskStreams streams = inherited(task);
            if (streams != null) {
                TaskStreams waiting = WAITING.get(task);
                if (waiting == null || !waiting.test.open) {
                    WAITING.put(task, streams.child());
                }
            }
        }
    }

    /** A task is about to be submitted to a thread pool, perhaps not for the first time. */
    public static void submit(ThreadPoolExecutor pool, @Nullable Runnable task) {
        if (OpenTests.all == 0 || task == null) {
            return;
        }
        if (task instanceof Future) {
            submit(task);
            return;
        }
        TaskStreams streams = inherited(task);
        synchronized (LINES) {
            WeakMap<ArrayDeque<Optional<TaskStreams>>> lines = LINES.get(pool);
            ArrayDeque<Optional<TaskStreams>> line = lines == null ? null : lines.get(task);
            if (line == null) {
                if (streams == null) {
                    return;
                }
                if (lines == null) {
                    lines = new WeakMap<>();
                    LINES.put(pool, lines);
                }
                line = new ArrayDeque<>(1);
                lines.put(task, line);
            }
            line.add(streams == null ? Optional.empty() : Optional.of(streams.child()));
            inLine++;
        }
    }

    /** JUnit's own tasks are the tests of a class, which may also run one after the other in its thread. */
    private static @Nullable TaskStreams inherited(Object task) {
        TaskStreams streams = ThreadStack.open();
        return streams == null || task.getClass().getName().startsWith("org.junit.") ? null : streams;
    }

    /** A dependent task is created, which some other thread will submit. */
    public static void depend(Object task, @Nullable Object executor) {
        if (executor != null) {
            submit(task);
        }
    }

    /** A task is about to be submitted once more by its own run, or to be run by its caller. */
    public static void keep(Object task) {
        if (OpenTests.all != 0) {
            TaskStreams streams = ThreadStack.open();
            if (streams != null) {
                WAITING.put(task, streams);
            }
        }
    }

    /** A pool is about to forget a task. */
    public static void forget(ThreadPoolExecutor pool, @Nullable Runnable task) {
        if (task != null) {
            take(task, pool, false);
        }
    }

    /** A pool is about to reject the task that was submitted last. */
    public static void reject(ThreadPoolExecutor pool, @Nullable Runnable task) {
        if (task != null) {
            take(task, pool, true);
        }
    }

    /** A task begins. */
    public static void begin(Object task) {
        if (OpenTests.all != 0) {
            begin(task, take(task));
        }
    }

    private static void begin(Object task, @Nullable TaskStreams streams) {
        ThreadStack stack = ThreadStack.ofThisThread();
        if (streams != null || stack.streams() != null) {
            stack.push(task, streams);
        }
    }

    /** A task has ended. */
    public static void end(Object task) {
        if (OpenTests.everAny) {
            ThreadStack.ofThisThread().pop(task);
        }
    }

    /** Runs a task of a thread pool. */
    public static void run(Runnable task, ThreadPoolExecutor pool) {
        if (OpenTests.all == 0 && inLine == 0) {
            task.run();
            return;
        }
        begin(task, take(task, pool, false));
        try {
            task.run();
        } finally {
            end(task);
        }
    }

    static @Nullable TaskStreams take(Object threadOrTask) {
        return WAITING.remove(threadOrTask);
    }

    private static @Nullable TaskStreams take(Runnable task, ThreadPoolExecutor pool, boolean last) {
        if (task instanceof Future) {
            return take(task);
        }
        synchronized (LINES) {
            WeakMap<ArrayDeque<Optional<TaskStreams>>> lines = LINES.get(pool);
            ArrayDeque<Optional<TaskStreams>> line = lines == null ? null : lines.get(task);
            if (lines == null || line == null) {
                return null;
            }
            inLine--;
            Optional<TaskStreams> streams = last ? line.removeLast() : line.removeFirst();
            if (line.isEmpty()) {
                lines.remove(task);
            }
            return streams.orElse(null);
        }
    }

    static int waiting() {
        return WAITING.size() + inLine;
    }
}
