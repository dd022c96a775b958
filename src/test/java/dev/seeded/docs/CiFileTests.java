package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.report.Main;
import dev.seeded.testing.Jvm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the merge of each file to copy adds up the reports of its machines. */
class CiFileTests {

    private static final Pattern MERGE = Pattern.compile("(?m)^ *- (?:run: )?(java -jar seeded.jar report .*)$");

    private static final String LINE = """
            {"format":1,"kind":"explored","test":"A.a()","id":"/[class:A]/[method:a()]","start":"%d","runs":1000,\
            "failures":1,"undecided":0,"interval":[0,0.003],"groups":[],"ungrouped":1}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"github.yml", "gitlab.yml", "kubernetes.yml"})
    void mergesReports(String name) throws IOException {
        for (int shard = 1; shard <= 8; shard++) {
            Files.writeString(folder.resolve("seeds-" + shard + ".jsonl"), LINE.formatted(shard));
        }
        jar();
        String file = Files.readString(Path.of("src/docs/ci", name));
        Matcher merge = MERGE.matcher(file);
        assertThat(merge.find()).isTrue();
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-e", "-c", merge.group(1).replace("/reports", folder.toString()));
        shell.environment()
                .put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
        shell.environment()
                .merge("PATH", "", (path, unused) -> Path.of(System.getProperty("java.home"), "bin") + ":" + path);

        Jvm.Output output = Jvm.run(shell.directory(folder.toFile()), 60);

        assertThat(output.err()).isEmpty();
        assertThat(output.exit()).isEqualTo(1);
        assertThat(folder.resolve("seeds.html")).content().contains("8,000 runs, 8 failed: 0.100 % of the seeds");
        assertThat(Files.readString(Path.of("src/docs/ci.md"))).contains("(ci/" + name + ")");
    }

    private void jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH, Path.of("target/classes").toUri().toString());
        try (OutputStream stream = Files.newOutputStream(folder.resolve("seeded.jar"))) {
            new JarOutputStream(stream, manifest).close();
        }
    }
}
