package dev.seeded.internal.memory;

import dev.seeded.Seed;
import dev.seeded.internal.console.StandardError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file that names what runs in this JVM while it explores, so that a kill leaves it. The next JVM that explores keeps
 * it as a failure.
 */
public final class RunningSeed implements AutoCloseable {

    private static final String PREFIX = "running-";

    private final Optional<Path> path;
    private @Nullable FileChannel file;
    private int length;
    private boolean failed;

    private RunningSeed(Optional<Path> path) {
        this.path = path;
    }

    /** Returns the file of this JVM, which is there from the first run on. */
    public static RunningSeed of(Memory memory) {
        return new RunningSeed(memory.folder()
                .map(found -> found.resolve(PREFIX + ProcessHandle.current().pid() + ".txt")));
    }

    /** Keeps what JVMs that were killed have left. */
    public static void keepLeftOnes(Memory memory) {
        memory.folder().filter(Files::isDirectory).ifPresent(folder -> {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*.txt")) {
                for (Path one : left) {
                    if (!isAlive(one)) {
                        keep(Files.readAllLines(one, StandardCharsets.UTF_8), memory);
                        Files.deleteIfExists(one);
                    }
                }
            } catch (IOException unreadable) {
                StandardError.print("Seeded: warning: " + folder + " is ignored in part: " + unreadable);
            }
        });
    }

    private static boolean isAlive(Path file) {
        String name = file.getFileName().toString();
        String pid = name.substring(PREFIX.length(), name.length() - ".txt".length());
        return pid.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    private static void keep(List<String> lines, Memory memory) {
        if (lines.size() >= 3 && lines.get(0).matches("-?\\d{1,18}")) {
            Seed seed = Seed.parse(lines.get(0));
            memory.update(seeds -> seeds.with(Set.of(lines.get(1)), seed));
            StandardError.print("Seeded: an earlier JVM ended while " + lines.get(2) + " ran with run seed " + seed
                    + ", which is kept as failed");
        }
    }

    /**
     * Says what runs from now on.
     *
     * @param title what a person calls it
     */
    public void write(Seed seed, String identity, String title) {
        if (path.isEmpty() || failed) {
            return;
        }
        try {
            if (file == null) {
                Files.createDirectories(
                        path.get().toAbsolutePath().resolve("..").normalize());
                file = FileChannel.open(
                        path.get(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
            }
            byte[] text = (seed + "\n" + identity.replace("\n", " ") + "\n" + title.replace("\n", " ") + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            // One call of the system a run, as a rule.
            file.write(ByteBuffer.wrap(text), 0);
            if (text.length < length) {
                file.truncate(text.length);
            }
            length = text.length;
        } catch (IOException unwritable) {
            failed = true;
            StandardError.print("Seeded: warning: " + path.get() + " is ignored: " + unwritable);
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
                Files.deleteIfExists(path.orElseThrow());
            }
        } catch (IOException stays) {
            StandardError.print("Seeded: warning: " + path.orElseThrow() + " stays: " + stays);
        }
    }
}
