package dev.seeded.internal.jvm.agent;

import dev.seeded.internal.jvm.JvmScope;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.JvmSeeding.Entered;
import dev.seeded.internal.jvm.Unordered;
import java.io.File;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.Spliterator;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tries a hook: what is drawn must repeat itself under one seed, differ under another, and be free outside. Also the
 * task that looks on another thread whether it runs in the test.
 */
final class Proof implements Callable<Object>, Runnable, Executor {

    /** The JVM starts even if a thread hangs. */
    private static final int PATIENCE_IN_MILLIS = 5_000;

    private final Hook hook;
    private final Random random = new Random();
    private Map<Integer, Integer> map = Map.of();
    private @Nullable ExecutorService pool;
    private volatile @Nullable Object drawn;

    private Proof(Hook hook) {
        this.hook = hook;
    }

    /**
     * Returns whether a hook does what it should.
     *
     * @throws Exception if it does anything else
     */
    static boolean holds(Hook hook) throws Exception {
        Proof proof = new Proof(hook);
        proof.pool = switch (hook) {
            case THREAD_POOLS -> new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
            case SCHEDULED_POOLS -> new ScheduledThreadPoolExecutor(1);
            case FORK_JOIN -> new ForkJoinPool(1);
            default -> null;
        };
        try {
            return switch (hook) {
                case INFRASTRUCTURE -> true;
                case IMMUTABLE, REFLECTION, FILES -> proof.orders();
                case HASH -> proof.ordersTables();
                case CLOCK -> tellsTime();
                default -> proof.repeats() && proof.leavesSeedsAlone() && proof.keepsStagesApart();
            };
        } finally {
            if (proof.pool != null) {
                proof.pool.shutdown();
            }
        }
    }

    private boolean repeats() throws Exception {
        Object first = seeded(1);
        Object free = draw();
        Object other = seeded(2);
        return first.equals(seeded(1)) && !first.equals(other) && !first.equals(free);
    }

    /** One order in ten is another's too: one of many seeds has to give another. */
    private boolean orders() throws Exception {
        Object first = seeded(1);
        boolean differs = false;
        for (long seed = 2; seed < 32; seed++) {
            differs |= !first.equals(seeded(seed));
        }
        return differs && first.equals(seeded(1));
    }

    @SuppressWarnings("JdkObsolete") // users have them all the same
    private boolean ordersTables() throws Exception {
        for (Map<Integer, Integer> table : List.<Map<Integer, Integer>>of(
                new HashMap<>(), new WeakHashMap<>(), new Hashtable<>(), new ConcurrentHashMap<>())) {
            for (int key = 0; key < 100; key++) {
                table.put(key, -key);
            }
            map = table;
            if (!orders() || !agree(table)) {
                return false;
            }
        }
        return true;
    }

    /** Whatever the way to iterate, each entry comes once; keys and values that come alike belong together. */
    private static boolean agree(Map<Integer, Integer> table) {
        Entered test = JvmSeeding.enter(JvmScope.ordering(1, EnumSet.of(Unordered.HASH)));
        try {
            List<Integer> negative = new ArrayList<>();
            for (Integer key : table.keySet()) {
                negative.add(-key);
            }
            List<Integer> split = new ArrayList<>();
            Spliterator<Integer> second = table.keySet().spliterator();
            Spliterator<Integer> first = second.trySplit();
            if (first != null) {
                first.forEachRemaining(split::add);
            }
            second.forEachRemaining(split::add);
            List<Integer> looped = new ArrayList<>();
            table.forEach((key, value) -> looped.add(key));
            Set<Integer> keys = table.keySet();
            return negative.equals(new ArrayList<>(table.values()))
                    && keys.size() == split.size()
                    && keys.size() == looped.size()
                    && keys.equals(new TreeSet<>(split))
                    && keys.equals(new TreeSet<>(looped));
        } finally {
            test.exit();
        }
    }

    /** In a test, each clock goes on from where it started; outside, none does. */
    private static boolean tellsTime() {
        Instant start = Instant.EPOCH.plusSeconds(1);
        Instant end = start.plusMillis(PATIENCE_IN_MILLIS);
        Entered test = JvmSeeding.enter(JvmScope.at(start));
        try {
            for (Instant told : clocks()) {
                if (told.isBefore(start) || told.isAfter(end)) {
                    return false;
                }
            }
        } finally {
            test.exit();
        }
        for (Instant told : clocks()) {
            if (told.isBefore(end)) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("JavaUtilDate") // users ask it all the same
    private static List<Instant> clocks() {
        return List.of(
                Instant.now(),
                Instant.ofEpochMilli(Clock.systemUTC().millis()),
                Instant.ofEpochMilli(InstantSource.system().millis()),
                new Date().toInstant(),
                new GregorianCalendar().toInstant(),
                Calendar.getInstance().toInstant());
    }

    private boolean leavesSeedsAlone() throws Exception {
        if (hook == Hook.RANDOM) {
            random.setSeed(5);
            Random same = new Random(5);
            return seeded(1).equals(List.of(same.nextLong(), same.nextGaussian()));
        }
        return true;
    }

    /** A stage has streams of its own, even if its executor runs it at once: the test's thread goes on as without it. */
    private boolean keepsStagesApart() throws Exception {
        if (hook != Hook.STAGES) {
            return true;
        }
        Entered test = JvmSeeding.enter(JvmScope.seeded(1));
        double withoutStage = Math.random();
        test.exit();
        return seeded(1).equals(withoutStage);
    }

    private Object seeded(long seed) throws Exception {
        Entered test = JvmSeeding.enter(
                Hook.onDemand().contains(hook)
                        ? JvmScope.ordering(seed, EnumSet.of(Unordered.valueOf(hook.name())))
                        : JvmScope.seeded(seed));
        try {
            return draw();
        } finally {
            test.exit();
        }
    }

    private Object draw() throws Exception {
        return switch (hook) {
            case RANDOM -> List.of(random.nextLong(), random.nextGaussian());
            case THREAD_LOCAL_RANDOM -> ThreadLocalRandom.current().nextLong();
            case MATH -> List.of(Math.random(), StrictMath.random());
            case UUID -> UUID.randomUUID();
            case SHUFFLE -> {
                List<Integer> list = new ArrayList<>();
                for (int element = 0; element < 40; element++) {
                    list.add(element);
                }
                Collections.shuffle(list);
                yield list;
            }
            case SECURE_RANDOM -> {
                SecureRandom secure = new SecureRandom();
                yield List.of(secure.nextLong(), Arrays.hashCode(secure.generateSeed(9)));
            }
            case GENERATORS -> new SplittableRandom().nextLong();
            case THREADS -> {
                Thread thread = new Thread(this);
                thread.start();
                thread.join(PATIENCE_IN_MILLIS);
                yield Objects.requireNonNull(drawn);
            }
            case VIRTUAL_THREADS -> {
                Thread thread = (Thread) Thread.class
                        .getMethod("startVirtualThread", Runnable.class)
                        .invoke(null, this);
                Objects.requireNonNull(thread).join(PATIENCE_IN_MILLIS);
                yield Objects.requireNonNull(drawn);
            }
            case THREAD_POOLS, SCHEDULED_POOLS, FORK_JOIN ->
                Objects.requireNonNull(pool)
                        .submit((Callable<Object>) this)
                        .get(PATIENCE_IN_MILLIS, TimeUnit.MILLISECONDS);
            case STAGES -> {
                CompletableFuture.runAsync(this, this).join();
                yield Math.random();
            }
            case IMMUTABLE -> Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9).toString() + Map.of(1, 1, 2, 2, 3, 3) + Set.of(1, 2);
            case HASH -> List.copyOf(map.keySet());
            case REFLECTION -> Arrays.toString(Thread.class.getMethods());
            case FILES -> {
                File folder = new File(System.getProperty("java.home"));
                List<Object> entries = new ArrayList<>();
                entries.add(Arrays.toString(folder.list()));
                try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.toPath())) {
                    stream.forEach(entries::add);
                }
                yield entries;
            }
            case INFRASTRUCTURE, CLOCK -> true;
        };
    }

    @Override
    public Object call() {
        return JvmSeeding.current();
    }

    @Override
    public void run() {
        drawn = hook == Hook.STAGES ? Math.random() : call();
    }

    @Override
    public void execute(Runnable stage) {
        stage.run();
    }
}
