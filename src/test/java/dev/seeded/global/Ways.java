package dev.seeded.global;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The kinds of thread on which a test's code may run. Pools that are held exist before the tests and are shared. */
enum Ways {
    SAME_THREAD(draw -> List.of(draw.call(), draw.call())),
    CHILD_THREADS(draw -> {
        List<FutureTask<String>> tasks = tasks(draw);
        List<Thread> threads = new ArrayList<>();
        for (FutureTask<String> task : tasks) {
            threads.add(new Thread(task));
        }
        threads.forEach(Thread::start);
        return results(tasks);
    }),
    NEW_POOL(draw -> {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            return results(pool.invokeAll(List.of(draw, draw, draw)));
        } finally {
            pool.shutdown();
        }
    }),
    HELD_POOL(draw -> results(Held.POOL.invokeAll(List.of(draw, draw, draw)))),
    EXECUTED(draw -> {
        List<FutureTask<String>> tasks = tasks(draw);
        for (FutureTask<String> task : tasks) {
            Held.POOL.execute(task::run);
        }
        return results(tasks);
    }),
    SCHEDULED(draw -> results(List.of(
            Held.SCHEDULED.schedule(draw, 1, TimeUnit.MILLISECONDS),
            Held.SCHEDULED.schedule(draw, 0, TimeUnit.MILLISECONDS),
            Held.SCHEDULED.submit(draw)))),
    PERIODIC(draw -> {
        ConcurrentLinkedQueue<String> drawn = new ConcurrentLinkedQueue<>();
        CountDownLatch three = new CountDownLatch(3);
        Future<?> periodic = Held.SCHEDULED.scheduleAtFixedRate(
                () -> {
                    if (drawn.size() < 3) {
                        drawn.add(call(draw));
                    }
                    three.countDown();
                },
                0,
                1,
                TimeUnit.MILLISECONDS);
        three.await();
        periodic.cancel(false);
        return List.copyOf(drawn).subList(0, 3);
    }),
    COMMON_POOL(draw -> results(List.of(
            ForkJoinPool.commonPool().submit(draw), ForkJoinPool.commonPool().submit(draw)))),
    COMPLETABLE_FUTURE(draw -> {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> call(draw));
        CompletableFuture<String> second = first.thenApplyAsync(before -> before + call(draw));
        CompletableFuture<String> third = CompletableFuture.supplyAsync(() -> call(draw), Held.POOL);
        return List.of(
                second.get(),
                third.get(),
                first.thenCombineAsync(third, (a, b) -> call(draw)).get());
    }),
    RECURSIVE_TASKS(draw -> List.of(Held.FORK_JOIN.invoke(new Splitting(draw, 4)))),
    PARALLEL_STREAM(draw ->
            IntStream.range(0, 32).parallel().mapToObj(index -> call(draw)).toList()),
    TIMER(draw -> {
        Timer timer = new Timer(true);
        FutureTask<String> task = new FutureTask<>(draw);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        task.run();
                    }
                },
                0);
        try {
            return results(List.of(task));
        } finally {
            timer.cancel();
        }
    }),
    VIRTUAL_THREADS(draw -> {
        List<FutureTask<String>> tasks = tasks(draw);
        ThreadFactory factory = virtualThreads();
        for (FutureTask<String> task : tasks) {
            factory.newThread(task).start();
        }
        return results(tasks);
    });

    private static final class Held {

        static final ExecutorService POOL = Executors.newFixedThreadPool(2, Ways::daemon);
        static final ScheduledExecutorService SCHEDULED = Executors.newScheduledThreadPool(2, Ways::daemon);
        static final ForkJoinPool FORK_JOIN = new ForkJoinPool(2);

        static {
            IntStream.range(0, 8).forEach(index -> POOL.execute(() -> {}));
            IntStream.range(0, 8).forEach(index -> SCHEDULED.execute(() -> {}));
        }
    }

    private static final class Splitting extends RecursiveTask<String> {

        private static final long serialVersionUID = 1;

        private final transient Callable<String> draw;
        private final int depth;

        Splitting(Callable<String> draw, int depth) {
            this.draw = draw;
            this.depth = depth;
        }

        @Override
        protected String compute() {
            if (depth == 0) {
                return Ways.call(draw);
            }
            Splitting left = new Splitting(draw, depth - 1);
            Splitting right = new Splitting(draw, depth - 1);
            left.fork();
            return right.compute() + left.join();
        }
    }

    private interface Way {

        List<String> draw(Callable<String> draw) throws Exception;
    }

    private final Way way;

    Ways(Way way) {
        this.way = way;
    }

    /** Prepares what exists before any test. */
    static void prepare() {
        try {
            HELD_POOL.way.draw(() -> "");
            SCHEDULED.way.draw(() -> "");
            COMMON_POOL.way.draw(() -> "");
            RECURSIVE_TASKS.way.draw(() -> "");
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    boolean isOnThisJvm() {
        return this != VIRTUAL_THREADS || Runtime.version().feature() >= 21;
    }

    /** Draws on this kind of thread; the order of the result does not depend on which thread came first. */
    List<String> draw(Callable<String> draw) {
        try {
            return way.draw(draw);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        return (ThreadFactory)
                Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    }

    private static List<FutureTask<String>> tasks(Callable<String> draw) {
        return List.of(new FutureTask<>(draw), new FutureTask<>(draw), new FutureTask<>(draw));
    }

    private static String call(Callable<String> draw) {
        try {
            return draw.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> results(List<? extends Future<String>> futures) throws Exception {
        List<String> results = new ArrayList<>();
        for (Future<String> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
