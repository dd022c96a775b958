package dev.seeded.internal.hooks;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The way of contexts from thread to thread. A child thread, or a task, has a context of its own, made when it is
 * started or submitted and entered while it runs. A task that was submitted outside of any test runs outside of any,
 * even on a thread that waits in one.
 */
public final class Tasks {

    /** How many roots are open; nothing happens while there are none. */
    static int open;

    /** Whether there ever was a root: from then on a task may end that began in one. */
    private static boolean everOpen;

    /** What waits for its start: the contexts of threads and tasks. */
    private static final WeakMap<Waiting> WAITING = new WeakMap<>();

    /** Several submissions of one object wait in their order. */
    private static final class Waiting {

        final @Nullable Context context;
        final @Nullable Waiting next;

        Waiting(@Nullable Context context, @Nullable Waiting next) {
            this.context = context;
            this.next = next;
        }

        Waiting append(@Nullable Context last) {
            Waiting rest = next == null ? new Waiting(last, null) : next.append(last);
            return context != null && !context.root.open ? rest : new Waiting(context, rest);
        }
    }

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
            WAITING.put(thread, new Waiting(slot.handedOver, null));
            slot.handedOver = null;
            return;
        }
        Context context = Slot.open();
        if (context != null
                && slot.worker != thread
                && !(thread instanceof ForkJoinWorkerThread)
                && !thread.getClass().getName().startsWith("jdk.internal.")) {
            WAITING.put(thread, new Waiting(context.child(), null));
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

    /** A task is about to be submitted. */
    public static void submit(@Nullable Object task) {
        if (open == 0 || task == null) {
            return;
        }
        Context context = Slot.open();
        // JUnit's own tasks are the tests of a class, which may also run one after the other in its thread.
        if (context != null && task.getClass().getName().startsWith("org.junit.")) {
            context = null;
        }
        if (isSubmittedOnce(task)) {
            if (context != null) {
                Waiting waiting = WAITING.get(task);
                if (waiting == null || waiting.context == null || !waiting.context.root.open) {
                    WAITING.put(task, new Waiting(context.child(), null));
                }
            }
            return;
        }
        synchronized (WAITING) {
            Waiting waiting = WAITING.get(task);
            if (waiting != null) {
                WAITING.put(task, waiting.append(context == null ? null : context.child()));
            } else if (context != null) {
                WAITING.put(task, new Waiting(context.child(), null));
            }
        }
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
                WAITING.put(task, new Waiting(context, null));
            }
        }
    }

    /** A submitted task will not run. */
    public static void forget(@Nullable Object task) {
        if (open != 0 && task != null) {
            take(task);
        }
    }

    /** A task begins. */
    public static void begin(Object task) {
        if (open != 0) {
            Context context = take(task);
            Slot slot = Slot.ofThisThread();
            if (context != null || slot.context() != null) {
                slot.push(task, context);
            }
        }
    }

    /** A task has ended. */
    public static void end(Object task) {
        if (everOpen) {
            Slot.ofThisThread().pop(task);
        }
    }

    /** Runs a task of a thread pool. */
    public static void run(Runnable task) {
        if (open == 0) {
            task.run();
            return;
        }
        begin(task);
        try {
            task.run();
        } finally {
            end(task);
        }
    }

    static @Nullable Context take(Object task) {
        if (isSubmittedOnce(task)) {
            Waiting waiting = WAITING.remove(task);
            return waiting == null ? null : waiting.context;
        }
        synchronized (WAITING) {
            Waiting waiting = WAITING.remove(task);
            while (waiting != null && waiting.context != null && !waiting.context.root.open) {
                waiting = waiting.next;
            }
            if (waiting == null) {
                return null;
            }
            if (waiting.next != null) {
                WAITING.put(task, waiting.next);
            }
            return waiting.context;
        }
    }

    static int waiting() {
        return WAITING.size();
    }

    private static boolean isSubmittedOnce(Object task) {
        return task instanceof ForkJoinTask || task instanceof Future || task instanceof Thread;
    }
}
