package dev.seeded.internal.memory;

import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.export.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The file of failed seeds in a folder that builds leave alone until they clean. Several JVMs may change it at once: each
 * holds a lock, and puts a complete file in the place of the old one. What goes wrong is said, and nothing fails for it.
 */
public final class Memory {

    private static final String FILE = "failed-seeds.txt";

    private final Optional<Path> folder;

    /** What is read in place of the folder's file, and never changed. */
    private final Optional<Path> given;

    Memory(Optional<Path> folder, Optional<Path> given) {
        this.folder = folder;
        this.given = given;
    }

    /**
     * Returns the memory that {@code seed.memory} names, or else the one in the build's own folder. A file that it names is
     * read only: it comes from another machine, say.
     */
    public static Memory of(Settings settings) {
        Path project = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        Optional<String> named = settings.find(Setting.MEMORY).map(GivenSetting::text);
        try {
            Optional<Path> place = named.map(text -> project.resolve(text.trim()));
            Optional<Path> given = place.filter(Files::isRegularFile);
            return new Memory(place.isPresent() && given.isEmpty() ? place : folderOf(project), given);
        } catch (InvalidPathException impossible) {
            complain(named.orElse(""), impossible);
            return new Memory(Optional.empty(), Optional.empty());
        }
    }

    private static Optional<Path> folderOf(Path project) {
        return Stream.of("target", "build")
                .map(project::resolve)
                .filter(Files::isDirectory)
                .map(build -> build.resolve("seeded"))
                .findFirst();
    }

    /** Returns the folder of all that is kept; empty where there is neither a setting nor a build's folder. */
    Optional<Path> folder() {
        return folder;
    }

    /** Returns where the seeds are kept; empty where there is neither a setting nor a build's folder. */
    public Optional<Path> file() {
        return folder.map(found -> found.resolve(FILE));
    }

    /** Returns where the seeds are read. */
    public Optional<Path> source() {
        return given.or(this::file);
    }

    /** Returns what is kept. */
    public FailedSeeds read() {
        Optional<Path> file = source().filter(Files::exists);
        if (file.isEmpty()) {
            return FailedSeeds.NONE;
        }
        try {
            return read(file.get());
        } catch (IOException failure) {
            complain(file.get(), failure);
            return FailedSeeds.NONE;
        }
    }

    /** Changes what is kept, whoever else does so at the same time. */
    public void update(UnaryOperator<FailedSeeds> change) {
        folder.ifPresent(found -> {
            try {
                update(found, change);
            } catch (IOException failure) {
                complain(found, failure);
            }
        });
    }

    private static void update(Path folder, UnaryOperator<FailedSeeds> change) throws IOException {
        Folders.create(folder);
        // The lock of a file holds between JVMs, the monitor within one.
        synchronized (Memory.class) {
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Path file = folder.resolve(FILE);
                FailedSeeds before = Files.exists(file) ? read(file) : FailedSeeds.NONE;
                FailedSeeds after = change.apply(before);
                if (lock.isValid() && !after.equals(before)) {
                    Path complete = folder.resolve(FILE + ".new");
                    Files.write(complete, after.lines(), StandardCharsets.UTF_8);
                    Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static FailedSeeds read(Path file) throws IOException {
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        FailedSeeds.Reading reading = FailedSeeds.read(lines);
        if (!reading.problems().isEmpty()) {
            String part = reading.seeds().equals(FailedSeeds.NONE) ? "" : " in part";
            warn(file + " is ignored" + part + ": " + String.join(", ", reading.problems()));
        }
        return reading.seeds();
    }

    private static void complain(Object place, Exception problem) {
        warn(place + " is ignored: " + problem);
    }

    private static void warn(String text) {
        StandardError.print("Seeded: warning: " + text);
    }
}
