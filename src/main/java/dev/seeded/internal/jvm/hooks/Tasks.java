package dev.seeded.internal.jvm.hooks;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * The way of contexts from thread to thread. A child thread, or a task, has a context of its own, made when it is
 * started or submitted and entered while it runs. A task that was submitted outside of any test runs outside of any,
 * even on a thread that waits in one.
 */
public final class Tasks {

    /** How many roots are open; nothing happens while there are none. */
    static int open;

    /** Whether there ever was a root: from then on something may end that began in one. */
    static boolean everOpen;

    /** The contexts of what waits for its start and starts once: threads, and most tasks. */
    private static final WeakMap<Context> WAITING = new WeakMap<>();

    /** The contexts of what may wait several times: for each thread pool and task, in the order of the submissions. */
    private static final WeakMap<WeakMap<ArrayDeque<Optional<Context>>>> LINES = new WeakMap<>();

    /** How many contexts went into {@link #LINES} and were not taken out. */
    private static int inLine;

    private Tasks() {}

    static void opened() {
        everOpen = true;
        open++;
    }

    /** A thread is about to be started. */
    @SuppressWarnings("ReferenceEquality") // the very thread
    public static void start(Thread thread) {
        if (open == 0) {
            return;
        }
        Slot slot = Slot.ofThisThread();
        if (slot.handedOver != null) {
            WAITING.put(thread, slot.handedOver);
            slot.handedOver = null;
            return;
        }
        Context context = Slot.open();
        if (context != null
                && slot.worker != thread
                && !(thread instanceof ForkJoinWorkerThread)
                && !thread.getClass().getName().startsWith("jdk.internal.")) {
            WAITING.put(thread, context.child());
        }
        slot.worker = null;
    }

    /** A task is about to be run by a thread of its own, which is started next. */
    public static void handOver(@Nullable Object task) {
        if (open != 0 && task != null) {
            submit(task);
            Slot.ofThisThread().handedOver = take(task);
        }
    }

    /** The thread that is started next is a pool's, which belongs to no test. */
    public static void worker(Thread thread) {
        if (open != 0) {
            Slot.ofThisThread().worker = thread;
        }
    }

    /** A task is about to be submitted to a fork/join pool; virtual threads use one to go on. */
    public static void submit(Object task, ForkJoinPool pool) {
        if (open != 0
                && Slot.open() != null
                && !pool.getFactory().getClass().getName().startsWith("java.lang.VirtualThread")) {
            submit(task);
        }
    }

    /** A task is about to be submitted, which runs once. */
    public static void submit(@Nullable Object task) {
        if (open != 0 && task != null) {
            Context context = inherited(task);
            if (context != null) {
                Context waiting = WAITING.get(task);
                if (waiting == null || !waiting.root.open) {
                    WAITING.put(task, context.child());
                }
            }
        }
    }

    /** A task is about to be submitted to a thread pool, perhaps not for the first time. */
    public static void submit(@Nullable Runnable task, ThreadPoolExecutor pool) {
        if (open == 0 || task == null) {
            return;
        }
        if (task instanceof Future) {
            submit(task);
            return;
        }
        Context context = inherited(task);
        synchronized (LINES) {
            WeakMap<ArrayDeque<Optional<Context>>> lines = LINES.get(pool);
            ArrayDeque<Optional<Context>> line = lines == null ? null : lines.get(task);
            if (line == null) {
                if (context == null) {
                    return;
                }
                if (lines == null) {
                    lines = new WeakMap<>();
                    LINES.put(pool, lines);
                }
                line = new ArrayDeque<>(1);
                lines.put(task, line);
            }
            line.add(context == null ? Optional.empty() : Optional.of(context.child()));
            inLine++;
        }
    }

    /** JUnit's own tasks are the tests of a class, which may also run one after the other in its thread. */
    private static @Nullable Context inherited(Object task) {
        Context context = Slot.open();
        return context == null || task.getClass().getName().startsWith("org.junit.") ? null : context;
    }

    /** A dependent task is created, which some other thread will submit. */
    public static void depend(Object task, @Nullable Object executor) {
        if (executor != null) {
            submit(task);
        }
    }

    /** A task is about to be submitted once more by its own run, or to be run by its caller. */
    public static void keep(Object task) {
        if (open != 0) {
            Context context = Slot.open();
            if (context != null) {
                WAITING.put(task, context);
            }
        }
    }

    /** A pool is about to forget a task. */
    public static void forget(@Nullable Runnable task, ThreadPoolExecutor pool) {
        if (task != null) {
            take(task, pool, false);
        }
    }

    /** A pool is about to reject the task that was submitted last. */
    public static void reject(@Nullable Runnable task, ThreadPoolExecutor pool) {
        if (task != null) {
            take(task, pool, true);
        }
    }

    /** A task begins. */
    public static void begin(Object task) {
        if (open != 0) {
            begin(task, take(task));
        }
    }

    private static void begin(Object task, @Nullable Context context) {
        Slot slot = Slot.ofThisThread();
        if (context != null || slot.context() != null) {
            slot.push(task, context);
        }
    }

    /** A task has ended. */
    public static void end(Object task) {
        if (everOpen) {
            Slot.ofThisThread().pop(task);
        }
    }

    /** Runs a task of a thread pool. */
    public static void run(Runnable task, ThreadPoolExecutor pool) {
        if (open == 0 && inLine == 0) {
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

    static @Nullable Context take(Object threadOrTask) {
        return WAITING.remove(threadOrTask);
    }

    private static @Nullable Context take(Runnable task, ThreadPoolExecutor pool, boolean last) {
        if (task instanceof Future) {
            return take(task);
        }
        synchronized (LINES) {
            WeakMap<ArrayDeque<Optional<Context>>> lines = LINES.get(pool);
            ArrayDeque<Optional<Context>> line = lines == null ? null : lines.get(task);
            if (lines == null || line == null) {
                return null;
            }
            inLine--;
            Optional<Context> context = last ? line.removeLast() : line.removeFirst();
            if (line.isEmpty()) {
                lines.remove(task);
            }
            return context.orElse(null);
        }
    }

    static int waiting() {
        return WAITING.size() + inLine;
    }
}
