package dev.seeded.jvm;

import dev.seeded.internal.jvm.JvmScope;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.JvmSeeding.Entered;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Enters very many tests, four at once, beside two threads that belong to none, in a JVM of its own. Prints how many
 * tests drew anything but what they draw alone, how often an unseeded thread drew what is a test's, and how many
 * contexts are left when all are over.
 */
final class Stress {

    private static final int SEEDS = 64;
    private static final int AT_ONCE = 4;

    private static final ExecutorService POOL = Executors.newFixedThreadPool(3);

    private Stress() {}

    /** Takes the number of tests. */
    public static void main(String... arguments) throws Exception {
        int scopes = Integer.parseInt(arguments[0]);
        List<List<String>> expected =
                IntStream.range(0, SEEDS).mapToObj(Stress::seeded).toList();
        Set<String> belongToTests = ConcurrentHashMap.newKeySet();
        expected.forEach(belongToTests::addAll);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger foreign = new AtomicInteger();
        AtomicInteger mixed = new AtomicInteger();
        List<Thread> unseeded = new ArrayList<>();
        for (int thread = 0; thread < 2; thread++) {
            unseeded.add(new Thread(() -> {
                while (!over.get()) {
                    foreign.addAndGet((int)
                            draws().stream().filter(belongToTests::contains).count());
                }
            }));
        }
        unseeded.forEach(Thread::start);
        AtomicInteger next = new AtomicInteger();
        List<Thread> seeded = new ArrayList<>();
        for (int thread = 0; thread < AT_ONCE; thread++) {
            seeded.add(new Thread(() -> {
                for (int scope = next.getAndIncrement(); scope < scopes; scope = next.getAndIncrement()) {
                    if (!seeded(scope % SEEDS).equals(expected.get(scope % SEEDS))) {
                        mixed.incrementAndGet();
                    }
                }
            }));
        }
        seeded.forEach(Thread::start);
        for (Thread thread : seeded) {
            thread.join();
        }
        over.set(true);
        for (Thread thread : unseeded) {
            thread.join();
        }
        System.out.printf("mixed %d, foreign %d, left %d%n", mixed.get(), foreign.get(), left());
        System.exit(0);
    }

    private static List<String> seeded(int seed) {
        Entered test = JvmSeeding.enter(JvmScope.seeded(seed));
        try {
            return draws();
        } finally {
            test.exit();
        }
    }

    private static List<String> draws() {
        List<String> drawn = new ArrayList<>();
        CompletableFuture<Long> pooled =
                CompletableFuture.supplyAsync(() -> ThreadLocalRandom.current().nextLong(), POOL);
        CompletableFuture<UUID> common = CompletableFuture.supplyAsync(UUID::randomUUID, ForkJoinPool.commonPool());
        CompletableFuture<String> failing = CompletableFuture.runAsync(
                        () -> {
                            throw new IllegalStateException("drew " + Math.random());
                        },
                        POOL)
                .handle((result, failure) -> String.valueOf(failure));
        FutureTask<Double> cancelled = new FutureTask<>(Math::random);
        POOL.execute(cancelled);
        cancelled.cancel(false);
        Semaphore ran = new Semaphore(0);
        Set<String> drawnByOneTask = new ConcurrentSkipListSet<>();
        Runnable task = () -> {
            drawnByOneTask.add("" + Math.random());
            ran.release();
        };
        POOL.execute(task);
        POOL.execute(task);
        drawn.add("" + Math.random());
        drawn.add("" + ThreadLocalRandom.current().nextLong());
        drawn.add("" + pooled.join());
        drawn.add("" + common.join());
        drawn.add(failing.join());
        ran.acquireUninterruptibly(2);
        drawn.addAll(drawnByOneTask);
        IntStream.range(0, 8).parallel().mapToObj(index -> "" + Math.random()).forEachOrdered(drawn::add);
        return drawn;
    }

    /** Counts the threads that are still in a test, and the contexts that wait for a task that still exists. */
    private static int left() throws Exception {
        AtomicInteger left = new AtomicInteger();
        List<CompletableFuture<Void>> pooled = new ArrayList<>();
        for (int task = 0; task < 100; task++) {
            for (ExecutorService pool : List.of(POOL, ForkJoinPool.commonPool())) {
                pooled.add(CompletableFuture.runAsync(
                        () -> {
                            if (Boolean.FALSE.equals(ask("isIdle"))) {
                                left.incrementAndGet();
                            }
                        },
                        pool));
            }
        }
        pooled.forEach(CompletableFuture::join);
        int waiting = (Integer) ask("waiting");
        for (int attempt = 0; attempt < 20 && waiting > 0; attempt++) {
            System.gc();
            Thread.sleep(50);
            waiting = (Integer) ask("waiting");
        }
        return left.get() + waiting;
    }

    private static Object ask(String what) {
        try {
            return Class.forName(JvmSeeding.ENTRANCE).getMethod(what).invoke(null);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
