package dev.seeded.internal.memory;

import dev.seeded.Seed;
import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.export.Folders;
import dev.seeded.internal.seed.Identity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The file that names what runs in this JVM while it explores, so that a kill leaves it. The next JVM that explores keeps
 * it as a failure.
 */
public final class RunningSeed implements AutoCloseable {

    private static final String PREFIX = "running-";
    private static final String SUFFIX = ".txt";

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
    private @Nullable FileChannel file;
    private boolean failed;

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
                StandardError.print("Seeded: warning: " + folder + " is ignored in part: " + unreadable);
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
                keep(new String(text, StandardCharsets.UTF_8).lines().toList(), memory);
                Files.deleteIfExists(one);
            }
        } catch (NoSuchFileException gone) {
            // Another JVM has kept it.
        }
    }

    private static void keep(List<String> lines, Memory memory) {
        if (lines.size() < 3 || !Identity.isWellFormed(lines.get(1))) {
            return;
        }
        try {
            Seed seed = Seed.parse(lines.get(0));
            memory.update(seeds -> seeds.with(Set.of(lines.get(1)), seed));
            StandardError.print("Seeded: an earlier JVM ended while " + lines.get(2) + " ran with run seed " + seed
                    + ", which is kept as failed");
        } catch (IllegalArgumentException none) {
            // Nothing ran.
        }
    }

    /**
     * Says what runs from now on.
     *
     * @param title what a person calls it
     */
    public void write(Seed seed, String identity, String title) {
        write(seed + "\n" + identity.replace("\n", " ") + "\n" + title.replace("\n", " ") + "\n");
    }

    /** Says that nothing runs from now on. */
    public void idle() {
        write(NO_SEED);
    }

    private void write(String text) {
        if (folder.isEmpty() || failed) {
            return;
        }
        try {
            if (file == null) {
                file = create(folder.get());
            }
            // One call of the system; what is left of a longer text comes after the three lines that count.
            file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException unwritable) {
            failed = true;
            StandardError.print(
                    "Seeded: warning: " + folder.get() + " does not keep the seed that runs: " + unwritable);
        }
    }

    private FileChannel create(Path into) throws IOException {
        Folders.create(into);
        Path created = Files.createTempFile(into, PREFIX, SUFFIX);
        OwnFiles.ofThisJvm().add(created);
        path = created;
        FileChannel channel = FileChannel.open(created, StandardOpenOption.WRITE);
        channel.lock();
        if (Files.exists(created)) {
            return channel;
        }
        // Another JVM has found it before it was locked, and taken it away.
        channel.close();
        return create(into);
    }

    @Override
    public void close() {
        if (file == null || path == null) {
            return;
        }
        try {
            // Another JVM may take it when it is closed.
            write(NO_SEED);
            file.close();
            Files.deleteIfExists(path);
            OwnFiles.ofThisJvm().remove(path);
        } catch (IOException stays) {
            StandardError.print("Seeded: warning: " + path + " stays: " + stays);
        }
    }
}
