package dev.seeded.internal.export;

import dev.seeded.internal.config.StartFolder;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.console.StandardError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that several JVMs append to at once. What cannot be written is said once, and written with what comes after it if
 * that is possible then.
 */
final class AppendedFile {

    private final Path path;
    private final StringBuilder pending = new StringBuilder();
    private boolean isSaid;

    private AppendedFile(Path path) {
        this.path = path;
    }

    /** Returns the file of a name, which may be relative; empty where it cannot be a name, which is said. */
    static Optional<AppendedFile> of(String name) {
        try {
            return Optional.of(new AppendedFile(StartFolder.resolve(name)));
        } catch (InvalidPathException impossible) {
            StandardError.print("Seeded: warning: nothing is written to " + Printable.quote(name) + ": " + impossible);
            return Optional.empty();
        }
    }

    Path path() {
        return path;
    }

    /** Appends whole lines. */
    synchronized void append(String lines) {
        pending.append(lines);
        try {
            write(pending.toString());
            pending.setLength(0);
        } catch (IOException failure) {
            if (!isSaid) {
                StandardError.print(
                        "Seeded: warning: nothing is written to " + path + " so far: " + Problem.text(failure));
            }
            isSaid = true;
        }
    }

    private void write(String lines) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            // A pipe or a terminal has no end to look for, nor a lock.
            Files.writeString(path, lines, StandardOpenOption.WRITE);
            return;
        }
        Folders.create(path.toAbsolutePath().resolve("..").normalize());
        LockedFile.use(path, channel -> {
            long end = channel.size();
            // A JVM that was killed, or another tool, may have left a line without its end.
            String text = endsWithinALine(channel) ? "\n" + lines : lines;
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            try {
                channel.position(end);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            } catch (IOException full) {
                if (channel.isOpen()) {
                    // All of it comes again.
                    channel.truncate(end);
                }
                throw full;
            }
        });
    }

    private static boolean endsWithinALine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
    }
}
