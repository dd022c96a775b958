package dev.seeded.internal.export;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Access to files that other threads and other JVMs use at the same time. One monitor stands for all of them, and a JVM asks
 * for a lock again and again: locks that it waits for belong to a process, and two JVMs with two threads each look like a
 * cycle to the system, which then refuses one.
 */
public final class LockedFile {

    private static final long PATIENCE_IN_SECONDS = 20;
    private static final long LONGEST_PAUSE_IN_MICROSECONDS = 4_000;

    private LockedFile() {}

    /** What is done with a file. */
    @FunctionalInterface
    public interface Action {

        /** Does it. */
        void with(FileChannel file) throws IOException;
    }

    /**
     * Opens a file, which is made if need be, and does something while nobody else can. A thread that is interrupted
     * does so as well, and stays interrupted.
     *
     * @throws IOException if that is impossible, or another process keeps the file locked for 20 seconds
     */
    public static synchronized void use(Path path, Action action) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (!tryUse(path, action)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns false if an interruption has closed the file. */
    private static boolean tryUse(Path path, Action action) throws IOException {
        // Only one channel: where the file is opened a second time, closing that gives up the lock.
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            lock(channel);
            action.with(channel);
            return true;
        } catch (ClosedByInterruptException interruption) {
            return false;
        }
    }

    /**
     * Locks a file until its channel is closed.
     *
     * @throws IOException if that is impossible, or another process keeps the file locked for 20 seconds
     */
    public static void lock(FileChannel channel) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_IN_SECONDS);
        while (!tryLock(channel)) {
            if (System.nanoTime() > end) {
                throw new IOException("another process has locked it for " + PATIENCE_IN_SECONDS + " seconds");
            }
            pause();
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            @SuppressWarnings("resource") // belongs to the channel
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ofAnotherClassLoader) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_IN_MICROSECONDS));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
