package dev.seeded.etna;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Jazzer: libFuzzer searches once in a JVM. Only the number of runs ends it, as it counts time on the wall. */
final class JazzerFinder implements Finder {

    /** What stands before the number of runs, in the line that the target prints. */
    static final String FOUND = "found after runs: ";

    @Override
    public Outcome find(Task task, long seed, Limit limit) {
        try {
            Path folder = Files.createTempDirectory("jazzer");
            Path output = folder.resolve("output.txt");
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Detna.workload=" + task.workload(),
                            "-Detna.mutant=" + task.mutant(),
                            "-Detna.property=" + task.property().name(),
                            "com.code_intelligence.jazzer.Jazzer",
                            "--target_class=dev.seeded.etna.JazzerTarget",
                            "--instrumentation_includes=dev.seeded.etna.**",
                            "--reproducer_path=" + folder,
                            "-artifact_prefix=" + folder + "/",
                            "-runs=" + limit.runs(),
                            "-seed=" + (seed >>> Integer.SIZE)))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.waitFor();
            List<String> lines = Files.readAllLines(output);
            return lines.stream()
                    .filter(line -> line.startsWith(FOUND))
                    .findFirst()
                    .map(line -> new Outcome(Long.parseLong(line.substring(FOUND.length())), true))
                    .orElseGet(() -> new Outcome(runsDone(lines), false));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    /** Reads libFuzzer's last line: {@code Done 20000 runs in 3 second(s)}. */
    private static long runsDone(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("Done "))
                .map(line -> Long.parseLong(line.split(" ")[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(String.join("\n", lines)));
    }
}
