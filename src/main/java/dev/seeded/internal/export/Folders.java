package dev.seeded.internal.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of what stays after a run. */
public final class Folders {

    private Folders() {}

    /** Creates a folder, unless there is one or a link to one, which JDK 17 refuses. */
    public static void create(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }
}
