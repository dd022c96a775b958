package dev.seeded.internal.export;

import dev.seeded.internal.console.Printable;
import dev.seeded.internal.console.StandardError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that several JVMs append to at once. What goes wrong is said once, and nothing fails for it.
 */
final class AppendedFile {

    private final Path path;
    private boolean failed;

    private AppendedFile(Path path) {
        this.path = path;
    }

    /** Returns a file, whose name is relative to the project's folder; empty where it cannot be a name, which is said. */
    static Optional<AppendedFile> of(String name) {
        try {
            return Optional.of(
                    new AppendedFile(Path.of(System.getProperty("basedir", "")).resolve(name.trim())));
        } catch (InvalidPathException impossible) {
            StandardError.print("Seeded: warning: nothing is written to " + Printable.quote(name) + ": " + impossible);
            return Optional.empty();
        }
    }

    /** Appends whole lines. */
    void append(String lines) {
        // The lock of a file holds between JVMs, the monitor within one.
        synchronized (AppendedFile.class) {
            if (failed) {
                return;
            }
            try {
                write(lines);
            } catch (IOException | OverlappingFileLockException failure) {
                failed = true;
                StandardError.print("Seeded: warning: nothing is written to " + path + ": " + failure);
            }
        }
    }

    private void write(String lines) throws IOException {
        Folders.create(path.toAbsolutePath().resolve("..").normalize());
        // Only one channel: where the file is opened a second time, closing that gives up the lock.
        try (FileChannel channel = FileChannel.open(
                        path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            // A JVM that was killed, or another tool, may have left a line without its end.
            String text = lock.isValid() && endsWithinALine(channel) ? "\n" + lines : lines;
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            channel.position(channel.size());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static boolean endsWithinALine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
    }
}
