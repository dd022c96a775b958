package dev.seeded.jvm;

import dev.seeded.internal.jvm.JvmScope;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.JvmSeeding.Entered;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Prints, in a JVM of its own, the ways in which the numbers of a test's tasks depend on more than the test: each way is
 * tried several times, as it happens and slowed down, and those that don't always give the same are printed.
 */
final class Origins {

    private static final int ROUNDS = 30;
    private static final ThreadPoolExecutor POOL =
            new ThreadPoolExecutor(2, 2, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
    private static final ScheduledExecutorService SCHEDULED = Executors.newScheduledThreadPool(2);

    private interface Way {

        Object draw(boolean slow) throws Exception;
    }

    /** A library's scheduler, which starts with the first task that it gets. */
    private static final class LazyScheduler {

        private final ScheduledExecutorService evictor = Executors.newScheduledThreadPool(1);
        private boolean started;

        Future<Double> schedule(Callable<Double> task) {
            if (!started) {
                started = true;
                evictor.scheduleAtFixedRate(this::evict, 0, 1, TimeUnit.MINUTES);
            }
            return POOL.submit(new Worker(task));
        }

        private void evict() {}

        private record Worker(Callable<Double> task) implements Callable<Double> {

            @Override
            public Double call() throws Exception {
                return task.call();
            }
        }
    }

    private Origins() {}

    public static void main(String... arguments) throws Exception {
        LazyScheduler lazy = new LazyScheduler();
        List<String> shifting = new ArrayList<>();
        check("lazy scheduler", shifting, slow -> {
            double drawn = lazy.schedule(Math::random).get();
            return List.of(drawn, POOL.submit(Math::random).get());
        });
        check("timeout", shifting, slow -> {
            CompletableFuture<Integer> future = slow ? new CompletableFuture<>() : CompletableFuture.completedFuture(1);
            future.orTimeout(1, TimeUnit.MINUTES).completeOnTimeout(1, 1, TimeUnit.MINUTES);
            future.complete(1);
            return SCHEDULED.schedule(Math::random, 0, TimeUnit.SECONDS).get();
        });
        for (Executor executor : executors()) {
            check("stages on " + executor, shifting, slow -> stages(executor, slow));
        }
        check("other executors", shifting, slow -> stages(executors().get(slow ? 2 : 1), slow));
        check("periodic fork/join task", shifting, slow -> periodic());
        check("cleared queue", shifting, slow -> cleared(slow));
        System.out.println(shifting);
        System.exit(0);
    }

    private static List<Executor> executors() throws ReflectiveOperationException {
        List<Executor> executors = new ArrayList<>(List.of(
                ForkJoinPool.commonPool(),
                POOL,
                SCHEDULED,
                task -> POOL.execute(() -> {
                    Math.random();
                    task.run();
                }),
                task -> SCHEDULED.execute(task::run),
                task -> new Thread(task).start(),
                task -> new Thread(task::run).start(),
                Runnable::run,
                CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS),
                CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS, task -> POOL.execute(task::run))));
        if (Runtime.version().feature() >= 21) {
            executors.add((ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
        }
        return executors;
    }

    private static List<Double> stages(Executor executor, boolean slow) {
        CompletableFuture<Integer> begun = new CompletableFuture<>();
        if (!slow) {
            begun.complete(1);
        }
        CompletableFuture<Double> applied = begun.thenApplyAsync(one -> Math.random(), executor);
        CompletableFuture<Double> handled = begun.handleAsync((one, failure) -> Math.random(), executor);
        CompletableFuture<Double> combined =
                applied.thenCombineAsync(handled, (a, b) -> a + b + Math.random(), executor);
        CompletableFuture<Double> composed = combined.thenComposeAsync(
                drawn -> CompletableFuture.supplyAsync(() -> drawn + Math.random(), executor), executor);
        CompletableFuture<Double> supplied = CompletableFuture.supplyAsync(Math::random, executor);
        if (slow) {
            pause();
            new Thread(() -> begun.complete(1)).start();
        }
        return List.of(
                applied.join(), handled.join(), combined.join(), composed.join(), supplied.join(), Math.random());
    }

    private static Object periodic() throws Exception {
        if (Runtime.version().feature() < 25) {
            return "";
        }
        List<Double> drawn = new ArrayList<>();
        CountDownLatch three = new CountDownLatch(3);
        Runnable task = () -> {
            if (drawn.size() < 3) {
                drawn.add(Math.random());
            }
            three.countDown();
        };
        Future<?> future = (Future<?>) ForkJoinPool.class
                .getMethod("scheduleWithFixedDelay", Runnable.class, long.class, long.class, TimeUnit.class)
                .invoke(ForkJoinPool.commonPool(), task, 0L, 1L, TimeUnit.MILLISECONDS);
        three.await();
        future.cancel(false);
        return drawn;
    }

    private static final ThreadPoolExecutor ONE =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
    private static final List<Double> DRAWN = new ArrayList<>();
    private static final Runnable HELD = () -> DRAWN.add(Math.random());

    /** Leaves tasks in the queue that never run, which an earlier test may have done, and draws with the same one. */
    private static Object cleared(boolean slow) throws Exception {
        if (slow) {
            Entered earlier = JvmSeeding.enter(JvmScope.seeded(3));
            CountDownLatch blocked = new CountDownLatch(1);
            ONE.submit(() -> {
                blocked.await();
                return 1;
            });
            ONE.execute(HELD);
            ONE.execute(HELD);
            ONE.getQueue().clear();
            blocked.countDown();
            earlier.exit();
        }
        DRAWN.clear();
        ONE.execute(HELD);
        ONE.execute(HELD);
        ONE.submit(() -> {}).get();
        return List.copyOf(DRAWN);
    }

    private static void check(String name, List<String> shifting, Way way) throws Exception {
        Object expected = null;
        for (int round = 0; round < ROUNDS; round++) {
            Entered test = JvmSeeding.enter(JvmScope.seeded(1));
            Object drawn = way.draw(round % 2 == 1);
            test.exit();
            expected = expected == null ? drawn : expected;
            if (!drawn.equals(expected)) {
                shifting.add(name.replaceAll("0x\\w+|@\\w+|\\[.*", ""));
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
