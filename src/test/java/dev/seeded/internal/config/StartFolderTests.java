package dev.seeded.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFolderTests {

    @TempDir
    private Path folder;

    @Test
    void isTheOutermostModuleWhereMavenCannotBeAsked() throws IOException {
        Path module = Files.createDirectories(folder.resolve("root/group/module"));
        assertThat(StartFolder.outermost(module)).isEqualTo(module);
        for (String pom : List.of("root/pom.xml", "root/group/pom.xml", "root/group/module/pom.xml")) {
            Files.createFile(folder.resolve(pom));
        }

        assertThat(StartFolder.outermost(module)).isEqualTo(folder.resolve("root"));
    }

    @Test
    void isTheModuleWhereNoToolIsKnown() {
        Jvm.Output output = Jvm.run(
                Jvm.builder(
                        List.of("-Dbasedir=" + folder),
                        StartFolderTests.class,
                        List.of("seeds.jsonl", "/tmp/seeds.jsonl")),
                60);

        assertThat(output.success().lines())
                .containsExactly(
                        folder.resolve("seeds.jsonl").toString(),
                        Path.of("/tmp/seeds.jsonl").toString());
    }

    @Test
    void isWhereGradleWasStarted() {
        ProcessBuilder jvm = Jvm.builder(
                List.of("-Dbasedir=/nowhere", "-Dorg.gradle.test.worker=1"),
                StartFolderTests.class,
                List.of("seeds.jsonl"));
        jvm.environment().put("PWD", folder.toString());

        assertThat(Jvm.run(jvm, 60).success().strip())
                .isEqualTo(folder.resolve("seeds.jsonl").toString());
    }

    public static void main(String[] names) {
        for (String name : names) {
            System.out.println(StartFolder.resolve(name));
        }
    }
}
