package dev.seeded.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.GradleWorker;
import dev.seeded.testing.GradleWorker.Style;
import dev.seeded.testing.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What tests under Gradle leave, in a JVM that is started as Gradle starts it. There is no Gradle in this build. */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class GradleWorkerTests {

    private static final String FAILING = FailingTestCase.class.getName();
    private static final String OTHER = OtherTestCase.class.getName();

    @TempDir
    private Path root;

    private Path project;

    @BeforeEach
    void makeAProject() throws IOException {
        Files.createFile(root.resolve("settings.gradle.kts"));
        project = root.resolve("core");
        Files.createDirectories(project.resolve("build/tmp/integrationTest/work"));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void takesTheSeedOfTheEnvironmentAndNamesTheTask(Style style) {
        Jvm.Output output = GradleWorker.run(
                project,
                "integrationTest",
                style,
                Map.of("JUNIT_SEED", "42"),
                FailingTestCase.class,
                OtherTestCase.class);

        assertThat(output.err().lines())
                .containsExactly(
                        "Seeded: run seed 42 (replayed from environment variable JUNIT_SEED); replay with JUNIT_SEED=42",
                        "Seeded: 2 seeded tests failed:",
                        "  " + FAILING + ".fails(Random) ran with seed 42",
                        "    replay  " + replay(42, FAILING + ".fails"),
                        "  " + OTHER + ".failsToo(Random) ran with seed 42",
                        "    replay  " + replay(42, OTHER + ".failsToo"));
        assertThat(output.out())
                .containsOnlyOnce("Suppressed: Seed: " + FAILING + ".fails(Random) ran with seed 42\n\t  replay  "
                        + replay(42, FAILING + ".fails") + "\n")
                .contains("  pin     @Seeded(");
        assertThat(project.resolve("build/seeded/failed-seeds.jsonl"))
                .content()
                .contains("\"id\":\"/[class:" + FAILING + "]", "\"id\":\"/[class:" + OTHER + "]");
    }

    @Test
    void announcesAFreshSeedThatReplays() {
        Jvm.Output fresh = GradleWorker.run(project, "test", Style.SESSION, Map.of(), DrawingTestCase.class);
        Matcher announced = Pattern.compile("Seeded: run seed (\\d+) \\(fresh\\); replay with (\\S+)")
                .matcher(fresh.err());
        assertThat(announced.find()).as(fresh.err()).isTrue();
        assertThat(announced.group(2)).isEqualTo("JUNIT_SEED=" + announced.group(1));

        Jvm.Output again = GradleWorker.run(
                project,
                "test",
                Style.SESSION,
                Map.of("JUNIT_SEED", announced.group(1)),
                OtherTestCase.class,
                DrawingTestCase.class);

        assertThat(drawn(again)).isEqualTo(drawn(fresh));
    }

    private static String drawn(Jvm.Output output) {
        Matcher drawn = Pattern.compile("drew (-?\\d+)").matcher(output.out());
        assertThat(drawn.find()).as(output.out()).isTrue();
        return drawn.group(1);
    }

    private static String replay(long seed, String test) {
        return "JUNIT_SEED=" + seed + " ./gradlew :core:integrationTest --tests '" + test + "' --rerun";
    }

    @Seeded
    static class FailingTestCase {

        @Test
        void fails(Random random) {
            throw new AssertionError("fails");
        }

        @Test
        void passes(Random random) {
            assertThat(random).isNotNull();
        }
    }

    @Seeded
    static class OtherTestCase {

        @Test
        void failsToo(Random random) {
            throw new AssertionError("fails too");
        }
    }

    @Seeded
    static class DrawingTestCase {

        @Test
        void draws(Random random) {
            System.out.println("drew " + random.nextLong());
        }
    }
}
