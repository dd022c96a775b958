package dev.seeded.internal.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder in which the build was started, to which relative names in settings are relative, in each of its modules. */
public final class StartFolder {

    private StartFolder() {}

    /**
     * Returns the path that a setting names.
     *
     * @throws InvalidPathException if it names none
     */
    public static Path resolve(String name) {
        Path path = Path.of(name.trim());
        return path.isAbsolute() ? path : ofThisBuild().resolve(path);
    }

    /** Returns the folder of the module whose tests run. */
    public static Path ofModule() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    }

    private static Path ofThisBuild() {
        if (MavenProcess.startedThisJvm()) {
            return MavenProcess.folder().orElseGet(() -> outermost(ofModule()));
        }
        // Gradle gives its workers the environment in which it was started.
        String shell = System.getenv("PWD");
        return System.getProperty("org.gradle.test.worker") != null && shell != null ? Path.of(shell) : ofModule();
    }

    /** Returns the outermost of the folders around a module that are modules as well. */
    static Path outermost(Path module) {
        return Stream.iterate(
                        module, folder -> folder != null && Files.exists(folder.resolve("pom.xml")), Path::getParent)
                .reduce(module, (inner, outer) -> outer);
    }
}
