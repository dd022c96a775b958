package dev.seeded.internal.memory;

import dev.seeded.Seed;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.export.Problem;
import dev.seeded.internal.export.ReportLine.How;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps a memory true while tests end. */
public final class MemoryUpdates {

    private static final long PAUSE_IN_MILLISECONDS = 1_000;

    private final Memory memory;

    /** What was kept when it was asked for first, so that a test that passes costs no look at the file. */
    private @Nullable FailedSeeds known;

    private @Nullable Set<Seed> knownSeeds;

    /** What is not written yet: a suite may have a thousand failures, and as many tests that pass again. */
    private Changes pending = new Changes(Set.of(), Set.of());

    private boolean isScheduled;
    private boolean isFailureSaid;

    /** Keeps what is pending where the JVM ends before that is written. */
    private AtShutdown atShutdown = AtShutdown.NOTHING;

    /**
     * Seeds that tests failed with since the memory was written, and others that tests passed with.
     */
    private record Changes(Set<KeptSeed> failed, Set<KeptSeed> passed) {

        Changes {
            failed = new LinkedHashSet<>(failed);
            passed = new LinkedHashSet<>(passed);
        }

        boolean areNone() {
            return failed.isEmpty() && passed.isEmpty();
        }

        void add(KeptSeed seed, boolean hasFailed) {
            (hasFailed ? passed : failed).remove(seed);
            (hasFailed ? failed : passed).add(seed);
        }

        FailedSeeds of(FailedSeeds before) {
            // What goes makes room for what comes.
            return before.without(passed).with(failed);
        }
    }

    /** Creates updates of a memory, which is read when something is asked of it. */
    public MemoryUpdates(Memory memory) {
        this.memory = memory;
    }

    /** Returns whether any test failed with this seed, so that there may be something to forget. */
    public boolean knows(Seed runSeed) {
        return knownSeeds().contains(runSeed);
    }

    /** Takes notice of what others have kept since it was asked for first. */
    public synchronized void readAgain() {
        known = null;
        knownSeeds = null;
    }

    /** Returns the seeds that a test failed with, or one of its invocations, or a class around it. */
    public List<KeptSeed> seedsOf(String identity) {
        return known().concerning(identity);
    }

    /** Keeps that a test failed, within a second. */
    public void failed(KeptSeed seed) {
        add(Set.of(seed), true);
    }

    /** Forgets a seed that was kept since. */
    public void drop(KeptSeed seed) {
        add(Set.of(seed), false);
    }

    /**
     * Forgets that a test, an invocation or a class failed with a seed.
     *
     * @param how it ran when it passed
     */
    public void passed(String identity, Seed runSeed, How how) {
        forget(seed -> seed.identity().equals(identity), identity, runSeed, how);
    }

    /**
     * Forgets that a test, its invocations or the classes around it failed with a seed.
     *
     * @param how it ran when it passed
     */
    public void passedWhole(String identity, Seed runSeed, How how) {
        forget(seed -> true, identity, runSeed, how);
    }

    private void forget(Predicate<KeptSeed> concerns, String identity, Seed runSeed, How how) {
        add(
                seedsOf(identity).stream()
                        .filter(seed -> seed.runSeed().equals(runSeed))
                        .filter(concerns)
                        .filter(seed -> seed.how().isWithin(how))
                        .collect(Collectors.toUnmodifiableSet()),
                false);
    }

    private synchronized void add(Set<KeptSeed> seeds, boolean haveFailed) {
        if (seeds.isEmpty()) {
            return;
        }
        if (pending.areNone()) {
            atShutdown = AtShutdown.run(this::keep);
        }
        seeds.forEach(seed -> pending.add(seed, haveFailed));
        schedule();
    }

    private synchronized void schedule() {
        if (!isScheduled) {
            isScheduled = true;
            CompletableFuture.delayedExecutor(PAUSE_IN_MILLISECONDS, TimeUnit.MILLISECONDS, MemoryUpdates::start)
                    .execute(this::keepScheduled);
        }
    }

    private void keepScheduled() {
        synchronized (this) {
            isScheduled = false;
        }
        if (!keep()) {
            schedule();
        }
    }

    /**
     * Writes all changes so far, now. What cannot be written is said once, and stays pending.
     *
     * @return whether they are written
     */
    public boolean keep() {
        // Who comes second waits until the first has written.
        synchronized (memory) {
            Changes changes;
            synchronized (this) {
                changes = new Changes(pending.failed, pending.passed);
            }
            if (changes.areNone()) {
                return true;
            }
            try {
                memory.update(changes::of);
            } catch (IOException failure) {
                warn(failure);
                return false;
            }
            written(changes);
            return true;
        }
    }

    private synchronized void written(Changes changes) {
        pending.failed.removeAll(changes.failed);
        pending.passed.removeAll(changes.passed);
        if (pending.areNone()) {
            // Not before all is written.
            atShutdown.close();
        }
    }

    private synchronized void warn(IOException failure) {
        if (!isFailureSaid) {
            StandardError.print("Seeded: warning: failed seeds are not kept in "
                    + memory.file().orElseThrow() + " so far: " + Problem.text(failure));
        }
        isFailureSaid = true;
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

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "seeded-memory");
        thread.setDaemon(true);
        thread.start();
    }
}
