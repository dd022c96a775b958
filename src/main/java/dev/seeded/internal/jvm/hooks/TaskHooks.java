package dev.seeded.internal.jvm.hooks;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.Executor;
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
        if (OpenScopes.all == 0) {
            return;
        }
        ThreadStack stack = ThreadStack.ofThisThread();
        TaskStreams streams = ThreadStack.open();
        if (streams != null
                && stack.worker != thread
                && !(thread instanceof ForkJoinWorkerThread)
                && !thread.getClass().getName().startsWith("jdk.internal.")) {
            WAITING.put(thread, streams.child(thread));
        }
        stack.worker = null;
    }

    /** The thread that is started next is a pool's, which belongs to no test. */
    public static void worker(Thread thread) {
        if (OpenScopes.all != 0) {
            ThreadStack.ofThisThread().worker = thread;
        }
    }

    /** A task is about to be submitted to a fork/join pool; virtual threads use one to go on. */
    public static void submit(ForkJoinPool pool, Object task) {
        if (OpenScopes.all != 0
                && ThreadStack.open() != null
                && !pool.getFactory().getClass().getName().startsWith("java.lang.VirtualThread")) {
            submit(task);
        }
    }

    /** A task is about to be submitted, which runs once. */
    public static void submit(@Nullable Object task) {
        if (OpenScopes.all != 0 && task != null) {
            TaskStreams streams = inherited(task);
            if (streams != null) {
                TaskStreams waiting = WAITING.get(task);
                if (waiting == null || !waiting.test.open) {
                    WAITING.put(task, streams.child(task));
                }
            }
        }
    }

    /** A task is about to be submitted to a thread pool, perhaps not for the first time. */
    public static void submit(ThreadPoolExecutor pool, @Nullable Runnable task) {
        if (OpenScopes.all == 0 || task == null) {
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
            line.add(streams == null ? Optional.empty() : Optional.of(streams.child(task)));
            inLine++;
        }
    }

    /** JUnit's own tasks are the tests of a class, which may also run one after the other in its thread. */
    private static @Nullable TaskStreams inherited(Object task) {
        TaskStreams streams = ThreadStack.open();
        return streams == null || task.getClass().getName().startsWith("org.junit.") ? null : streams;
    }

    /** A dependent stage is created, which some other thread will give to its executor. */
    public static void depend(Object task, @Nullable Object executor) {
        if (executor != null) {
            submit(task);
        }
    }

    /**
     * Gives a stage to its executor. That may be the user's, which wraps the stage in a task or a thread of its own, and
     * the thread may be any that completed the stage before: neither changes what the stage draws.
     */
    public static void execute(Executor executor, Runnable stage) {
        if (OpenScopes.all == 0) {
            executor.execute(stage);
            return;
        }
        submit(stage);
        boolean direct = executor instanceof ForkJoinPool || executor.getClass() == ThreadPoolExecutor.class;
        TaskStreams streams = direct ? null : WAITING.get(stage);
        if (streams == null) {
            executor.execute(stage);
            return;
        }
        ThreadStack stack = ThreadStack.ofThisThread();
        stack.push(stage, streams.dispatch());
        try {
            executor.execute(stage);
        } finally {
            stack.pop(stage);
        }
    }

    /** A stage begins, be it in a pool's task or in one that its executor wrapped around it. */
    public static void beginStage(Object stage) {
        if (OpenScopes.all != 0) {
            TaskStreams streams = take(stage);
            if (streams != null) {
                ThreadStack.ofThisThread().push(stage, streams);
            }
        }
    }

    /** A task is about to be submitted once more by its own run, or to be run by its caller. */
    public static void keep(Object task) {
        if (OpenScopes.all != 0) {
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
        if (OpenScopes.all != 0) {
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
        if (OpenScopes.everAny) {
            ThreadStack.ofThisThread().pop(task);
        }
    }

    /** Runs a task of a thread pool. */
    public static void run(Runnable task, ThreadPoolExecutor pool) {
        if (OpenScopes.all == 0 && inLine == 0) {
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
            if (!last) {
                dropStale(line, task, pool);
            }
            inLine--;
            Optional<TaskStreams> streams = last ? line.removeLast() : line.removeFirst();
            if (line.isEmpty()) {
                lines.remove(task);
            }
            return streams.orElse(null);
        }
    }

    /**
     * What was taken from a pool's queue by others leaves its streams behind. Those of ended tests, which draw unseeded
     * anyway, give way to those of a test that runs, unless so many tasks are in the queue that they may be theirs.
     */
    @SuppressWarnings("ReferenceEquality") // tasks may be equal to others
    private static void dropStale(ArrayDeque<Optional<TaskStreams>> line, Runnable task, ThreadPoolExecutor pool) {
        int ended = 0;
        for (Optional<TaskStreams> streams : line) {
            if (streams.isPresent() && streams.get().test.open) {
                break;
            }
            ended++;
        }
        if (ended == 0 || ended == line.size()) {
            return;
        }
        int live = 1;
        for (Runnable queued : pool.getQueue()) {
            live += queued == task ? 1 : 0;
        }
        for (; ended > 0 && line.size() > live; ended--) {
            line.removeFirst();
            inLine--;
        }
    }

    static int waiting() {
        return WAITING.size() + inLine;
    }
}
