package dev.seeded.internal.memory;

import dev.seeded.Seed;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps a memory true while tests end. */
public final class MemoryUpdates {

    private static final long PAUSE_IN_MILLISECONDS = 1_000;

    private final Memory memory;

    /** What was kept when it was asked for first, so that a test that passes costs no look at the file. */
    private @Nullable FailedSeeds known;

    private @Nullable Set<Seed> knownSeeds;

    /** What failed with each seed and is not written yet: a suite may have a thousand failures. */
    private Map<Seed, Set<String>> pending = new LinkedHashMap<>();

    /** Keeps what is pending where the JVM ends before that is written. */
    private volatile AtShutdown atShutdown = AtShutdown.NOTHING;

    /** Creates updates of a memory, which is read when something is asked of it. */
    public MemoryUpdates(Memory memory) {
        this.memory = memory;
    }

    /** Returns whether any test failed with this seed, so that there may be something to forget. */
    public boolean knows(Seed runSeed) {
        return knownSeeds().contains(runSeed);
    }

    /** Returns the run seeds that a test failed with, or one of its invocations, or a class around it. */
    public List<Seed> seedsOf(String identity) {
        return known().concerning(identity).distinct();
    }

    /** Keeps that a test failed, within a second. */
    public void failed(String identity, Seed runSeed) {
        synchronized (this) {
            boolean isScheduled = !pending.isEmpty();
            pending.computeIfAbsent(runSeed, unused -> new LinkedHashSet<>()).add(identity);
            if (isScheduled) {
                return;
            }
            atShutdown = AtShutdown.run(this::keep);
        }
        CompletableFuture.delayedExecutor(PAUSE_IN_MILLISECONDS, TimeUnit.MILLISECONDS, MemoryUpdates::start)
                .execute(this::keep);
    }

    /** Keeps all failures so far, now. */
    public void keep() {
        // Who comes second waits until the first has written.
        synchronized (memory) {
            AtShutdown hook = atShutdown;
            Map<Seed, Set<String>> failures = takePending();
            if (!failures.isEmpty()) {
                memory.update(before -> {
                    FailedSeeds after = before;
                    for (Map.Entry<Seed, Set<String>> failed : failures.entrySet()) {
                        after = after.with(failed.getValue(), failed.getKey());
                    }
                    return after;
                });
                // Not before all is written.
                hook.close();
            }
        }
    }

    /** Forgets that a test, an invocation or a class failed with this seed. */
    public void passed(String identity, Seed runSeed) {
        if (known().contains(identity, runSeed)) {
            memory.update(seeds -> seeds.without(identity, runSeed));
        }
    }

    /** Forgets that a test, its invocations or the classes around it failed with this seed. */
    public void passedWhole(String identity, Seed runSeed) {
        if (!knows(runSeed)) {
            return;
        }
        FailedSeeds concerned = known().concerning(identity);
        if (concerned.distinct().contains(runSeed)) {
            memory.update(before -> {
                FailedSeeds left = before;
                for (String key : concerned.byIdentity().keySet()) {
                    left = left.without(key, runSeed);
                }
                return left;
            });
        }
    }

    private synchronized FailedSeeds known() {
        FailedSeeds found = known;
        if (found == null) {
            found = memory.read();
            known = found;
        }
        return found;
    }

    private synchronized Set<Seed> knownSeeds() {
        Set<Seed> found = knownSeeds;
        if (found == null) {
            found = Set.copyOf(known().distinct());
            knownSeeds = found;
        }
        return found;
    }

    private synchronized Map<Seed, Set<String>> takePending() {
        Map<Seed, Set<String>> taken = pending;
        pending = new LinkedHashMap<>();
        return taken;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "seeded-memory");
        thread.setDaemon(true);
        thread.start();
    }
}
