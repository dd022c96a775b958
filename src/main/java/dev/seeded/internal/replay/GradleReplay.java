package dev.seeded.internal.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Gradle's command. Settings go through the environment, as Gradle keeps {@code -D} to its own JVM; the environment is no
 * input of a test task, hence {@code --rerun}.
 *
 * @param task the task to run, with the path of its project
 */
record GradleReplay(String task) implements Replay {

    /** The property that has the number of Gradle's worker. */
    static final String WORKER = "org.gradle.test.worker";

    /** What does not survive every terminal and locale, for which Gradle's filter has a wildcard. */
    private static final Pattern UNSAFE = Pattern.compile("[^ -~]+");

    static Optional<Replay> in(Host host) {
        return host.property(WORKER)
                .map(worker -> new GradleReplay(Host.directory(host.property("user.dir"))
                                .map(GradleReplay::projectPath)
                                .orElse("")
                        + task(host)));
    }

    /** The worker's folder for temporary files is {@code build/tmp/<task>/work}. */
    private static String task(Host host) {
        return Host.directory(host.property("org.gradle.internal.worker.tmpdir"))
                .filter(folder -> folder.endsWith("work"))
                .map(Path::getParent)
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("test");
    }

    @Override
    public Way way() {
        return Way.VARIABLES;
    }

    @Override
    public boolean leavesOutAgain() {
        return false;
    }

    @Override
    public String command(Target target, List<Property> properties) {
        return Replay.variables(properties) + "./gradlew " + Shell.word(task) + filter(target) + " --rerun";
    }

    private static String filter(Target target) {
        if (target.selection() == Selection.RUN) {
            return "";
        }
        String name =
                target.className() + target.method().map(method -> "." + method).orElse("");
        return " --tests " + Shell.quote(UNSAFE.matcher(name).replaceAll("*"));
    }

    /** The folders below the build's root are its projects' names, unless a settings file says otherwise. */
    private static String projectPath(Path project) {
        Optional<Path> root = Stream.iterate(project, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("settings.gradle"))
                        || Files.exists(folder.resolve("settings.gradle.kts")))
                .findFirst();
        return root.filter(folder -> !folder.equals(project))
                .map(folder -> StreamSupport.stream(folder.relativize(project).spliterator(), false)
                        .map(Path::toString)
                        .collect(Collectors.joining(":", ":", ":")))
                .orElse("");
    }
}
