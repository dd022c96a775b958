package dev.seeded.internal.memory;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.export.Folders;
import dev.seeded.internal.export.LockedFile;
import dev.seeded.internal.export.Problem;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.export.ReportLine.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The file that names what runs in this JVM while it explores, or has failed and is not confirmed, so that a kill leaves it.
 * The next JVM that explores keeps it as a failure.
 */
public final class RunningSeed implements AutoCloseable {

    private static final String PREFIX = "running-";
    private static final String SUFFIX = ".jsonl";

    /** A file without a seed on its first line counts for nothing. */
    private static final String NO_SEED = "\n";

    /** Those of this JVM, as a file that is opened once more loses its lock when that is closed. */
    private static final Slot<OwnFiles> OWN = JvmState.RUNNING_SEEDS.holding(OwnFiles.class);

    private record OwnFiles(Set<Path> paths) {

        static Set<Path> ofThisJvm() {
            return OWN.orMake(() -> new OwnFiles(ConcurrentHashMap.newKeySet())).paths;
        }
    }

    private final Optional<Path> folder;
    private @Nullable Path path;

    /** Not a channel, which an interruption of the thread would close. */
    private @Nullable RandomAccessFile file;

    private boolean hasFailed;
    private volatile boolean isFailure;
    private volatile boolean isRunning;
    private volatile long writes;
    private boolean isEnding;
    private boolean isOver;

    private RunningSeed(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Returns the file of this JVM, which is there from the first run on, and locked. */
    public static RunningSeed of(Memory memory) {
        return new RunningSeed(memory.folder());
    }

    /** Keeps what JVMs that were killed have left: files that nobody locks. */
    public static void keepLeftOnes(Memory memory) {
        memory.folder().filter(Files::isDirectory).ifPresent(folder -> {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
                for (Path one : files) {
                    keepIfLeft(one, memory);
                }
            } catch (IOException unreadable) {
                StandardError.print("Seeded: warning: cannot look for interrupted runs in " + folder + ": "
                        + Problem.text(unreadable));
            }
        });
    }

    private static void keepIfLeft(Path one, Memory memory) throws IOException {
        if (OwnFiles.ofThisJvm().contains(one)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(one, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null && Files.exists(one)) {
                byte[] text = Channels.newInputStream(channel).readAllBytes();
                keep(
                        new String(text, StandardCharsets.UTF_8)
                                .lines()
                                .findFirst()
                                .orElse(""),
                        memory);
                Files.deleteIfExists(one);
            }
        } catch (NoSuchFileException gone) {
            // Another JVM has kept it.
        }
    }

    private static void keep(String text, Memory memory) throws IOException {
        if (text.isBlank()) {
            return;
        }
        ReportLine line;
        try {
            line = ReportLine.read(text);
        } catch (IllegalArgumentException rubbish) {
            return;
        }
        boolean hasFailed = line.kind() != Kind.RUNNING;
        for (KeptSeed seed : KeptSeed.of(line).toList()) {
            memory.update(before -> hasFailed ? before.with(Set.of(seed)) : before.withSuspect(seed));
            String test = Printable.line(line.test());
            StandardError.print(
                    hasFailed
                            ? "Seeded: an earlier JVM ended before it could confirm that " + test
                                    + " fails with run seed " + seed.runSeed() + ", which is kept"
                            : "Seeded: an earlier JVM ended while " + test + " ran with run seed " + seed.runSeed()
                                    + ", which is kept as if it had failed");
        }
    }

    /** Says what runs from now on, or has failed. While somebody ends the JVM, it holds up each new run. */
    public void write(ReportLine line) {
        if (!hasWritten(line)) {
            // A failure that comes after the file is gone would leave no trace.
            while (true) {
                LockSupport.park(this);
            }
        }
    }

    private synchronized boolean hasWritten(ReportLine line) {
        boolean isNew = line.kind() == Kind.RUNNING;
        if (isNew && isEnding) {
            return false;
        }
        isFailure = !isNew;
        isRunning = true;
        write(line.text() + "\n");
        return true;
    }

    /** Says that nothing runs from now on. */
    public void idle() {
        isFailure = false;
        isRunning = false;
        write(NO_SEED);
    }

    private synchronized void write(String text) {
        writes++;
        if (folder.isEmpty() || hasFailed || isOver) {
            return;
        }
        try {
            RandomAccessFile found = file == null ? create(folder.get()) : file;
            found.seek(0);
            // One call of the system; what is left of a longer text comes after the line that counts.
            found.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            hasFailed = true;
            StandardError.print("Seeded: warning: the seed of the current run is not kept in " + folder.get() + ": "
                    + Problem.text(unwritable));
        }
    }

    private RandomAccessFile create(Path into) throws IOException {
        Folders.create(into);
        Path created = Files.createTempFile(into, PREFIX, SUFFIX);
        OwnFiles.ofThisJvm().add(created);
        RandomAccessFile opened = new RandomAccessFile(created.toFile(), "rw");
        LockedFile.lock(opened.getChannel());
        if (Files.exists(created)) {
            path = created;
            file = opened;
            return opened;
        }
        // Another JVM has found it before it was locked, and taken it away.
        opened.close();
        return create(into);
    }

    /**
     * Removes the file where somebody ends the JVM in order, and leaves it where a test has failed. What runs has two seconds to
     * say so: it may have failed already, and that is on its way.
     */
    public void endInOrder() {
        long before;
        synchronized (this) {
            isEnding = true;
            before = writes;
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(isRunning ? 2 : 0);
        try {
            while (!isFailure && writes == before && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            for (int pause = 0; pause < 20 && !isFailure; pause++) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (isFailure) {
                isOver = true;
            } else {
                close();
            }
        }
    }

    /** Ends in order at a signal. A test that ends the JVM is to blame for it; somebody who does so from outside is not. */
    public void endIfSignalled() {
        boolean isSignal = Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().matches("SIG[A-Z]+ handler"));
        if (isSignal) {
            endInOrder();
        }
    }

    /** Removes the file. What runs from now on is not kept. */
    @Override
    public synchronized void close() {
        RandomAccessFile opened = file;
        Path created = path;
        if (opened == null || created == null || isOver) {
            isOver = true;
            return;
        }
        try {
            // Another JVM may take it when it is closed.
            idle();
            isOver = true;
            opened.close();
            Files.deleteIfExists(created);
            OwnFiles.ofThisJvm().remove(created);
        } catch (IOException stays) {
            StandardError.print("Seeded: warning: " + created + " stays: " + Problem.text(stays));
        }
    }
}
