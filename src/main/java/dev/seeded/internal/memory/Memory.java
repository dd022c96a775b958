package dev.seeded.internal.memory;

import dev.seeded.internal.UserError;
import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.config.StartFolder;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.export.Folders;
import dev.seeded.internal.export.LockedFile;
import dev.seeded.internal.export.Problem;
import dev.seeded.internal.export.ReportReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The file of failed seeds in a folder that builds leave alone until they clean. Several JVMs may change it at once: each
 * holds a lock, and puts a complete file in the place of the old one.
 */
public final class Memory {

    private static final String FILE = "failed-seeds.jsonl";

    private final Optional<Path> folder;

    /** What is read in place of the folder's file, and never changed. */
    private final Optional<Path> given;

    private final Optional<GivenSetting> setting;

    Memory(Optional<Path> folder, Optional<Path> given) {
        this(folder, given, Optional.empty());
    }

    private Memory(Optional<Path> folder, Optional<Path> given, Optional<GivenSetting> setting) {
        this.folder = folder;
        this.given = given;
        this.setting = setting;
    }

    /**
     * Returns the memory that {@code seed.memory} names, or else the one in the build's own folder. A file that it names is
     * read only: it comes from another machine, say.
     */
    public static Memory of(Settings settings) {
        Optional<GivenSetting> setting = settings.find(Setting.MEMORY);
        try {
            Optional<Path> place = setting.map(GivenSetting::text).map(StartFolder::resolve);
            Optional<Path> given = place.filter(Files::isRegularFile);
            return new Memory(place.isPresent() && given.isEmpty() ? place : folderOfModule(), given, setting);
        } catch (InvalidPathException impossible) {
            warn(setting.map(GivenSetting::asTyped).orElse("") + " is ignored: " + impossible.getMessage());
            return new Memory(Optional.empty(), Optional.empty(), setting);
        }
    }

    private static Optional<Path> folderOfModule() {
        return Stream.of("target", "build")
                .map(StartFolder.ofModule()::resolve)
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

    /** Returns whether the seeds come from a file that the user names. */
    public boolean isGiven() {
        return given.isPresent();
    }

    /** Returns what is kept, as far as it can be read; what cannot is said. */
    public FailedSeeds read() {
        try {
            Reading reading = readSource();
            reading.warn();
            return reading.seeds;
        } catch (IOException failure) {
            warn(source().orElseThrow() + " is ignored: " + Problem.text(failure));
            return FailedSeeds.NONE;
        }
    }

    /**
     * Returns what is kept, for a run of nothing else.
     *
     * @throws UserError if it cannot be read, or the setting names what does not exist
     */
    public FailedSeeds demand() {
        Optional<Path> place = given.or(() -> folder);
        if (setting.isPresent() && place.filter(Files::exists).isEmpty()) {
            throw new UserError(setting.get().asTyped() + " names no file or folder"
                    + place.map(path -> ": there is no " + path).orElse("")
                    + "; give the file that has the failed seeds");
        }
        try {
            Reading reading = readSource();
            if (!reading.unread.isEmpty() && reading.seeds.byTest().isEmpty()) {
                throw new UserError(reading.file.orElseThrow() + " has no failed seeds: " + reading.unread);
            }
            reading.warn();
            return reading.seeds;
        } catch (IOException failure) {
            throw new UserError(
                    "The failed seeds in " + source().orElseThrow() + " cannot be read: " + Problem.text(failure),
                    failure);
        }
    }

    @SuppressWarnings("StreamResourceLeak") // closed at once: opening it is the question
    private Reading readSource() throws IOException {
        // A folder that is closed to us has no files, as far as anybody can see.
        if (given.isEmpty() && folder.filter(Files::isDirectory).isPresent()) {
            Files.newDirectoryStream(folder.get()).close();
        }
        return Reading.of(source());
    }

    /**
     * Changes what is kept, whoever else does so at the same time.
     *
     * @throws IOException if it is as it was
     */
    public void update(UnaryOperator<FailedSeeds> change) throws IOException {
        if (folder.isEmpty()) {
            return;
        }
        Folders.create(folder.get());
        Path file = folder.get().resolve(FILE);
        LockedFile.use(folder.get().resolve("lock"), lock -> {
            Reading before = Reading.of(Optional.of(file));
            FailedSeeds after = change.apply(before.seeds);
            if (!after.equals(before.seeds)) {
                before.warn();
                Path complete = folder.get().resolve(FILE + ".new");
                Files.write(complete, after.lines(), StandardCharsets.UTF_8);
                Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        });
    }

    /**
     * What a file has.
     *
     * @param unread says what could not be read; empty if everything could
     */
    private record Reading(Optional<Path> file, FailedSeeds seeds, String unread) {

        static Reading of(Optional<Path> file) throws IOException {
            List<KeptSeed> seeds = new ArrayList<>();
            String unread = file.filter(Files::exists).isEmpty()
                    ? ""
                    : ReportReader.read(file.get(), line -> KeptSeed.of(line).forEach(seeds::add));
            return new Reading(file, FailedSeeds.NONE.with(seeds), unread);
        }

        void warn() {
            if (!unread.isEmpty()) {
                Memory.warn(file.orElseThrow() + " is ignored" + (seeds.byTest().isEmpty() ? "" : " in part") + ": "
                        + unread);
            }
        }
    }

    private static void warn(String text) {
        StandardError.print("Seeded: warning: " + text);
    }
}
