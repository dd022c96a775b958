package dev.seeded.jvm;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seeded.Seeded;
import dev.seeded.internal.jvm.agent.Agent;
import dev.seeded.testing.AgentJvm;
import dev.seeded.testing.FreshJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("jdk")
@Tag("slow")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ToldTimeTests {

    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void isThatOfTheTestWhateverClockIsAsked() {
        assertThat(new AgentJvm()
                        .with("-XX:TieredStopAtLevel=4")
                        .run(ToldTime.class)
                        .success())
                .isEqualTo("it depends on the time%n".formatted());
    }

    @Test
    void isNamedInTheNoteAndTheReplayLine() throws Exception {
        assertThat(run("-Dseed=1", "-Dseed.clock=2024-02-29T12:00:00Z"))
                .anyMatch(line -> line.endsWith(
                        "AnniversaryTestCase.comesEachYear() ran with seed 1," + " clock 2024-02-29T12:00:00Z"))
                .anyMatch(line -> line.contains("-Dseed=1 -Dseed.clock=2024-02-29T12:00:00Z"))
                .noneMatch(line -> line.contains("pin "));
    }

    @Test
    @Tag("long")
    void comesFromTheSeedOfEachRun() throws Exception {
        List<String> found = run("-Dseed=1", "-Dseed.clock=any", "-Dseed.runs=500");
        String seed = found.stream()
                .filter(line -> line.contains("comesEachYear() ran with seed "))
                .findFirst()
                .map(line -> line.replaceFirst(".* ran with seed (\\d+), clock \\d{4}-02-(28|29|01)T.*", "$1"))
                .orElse("none in " + found);

        assertThat(run("-Dseed=" + seed, "-Dseed.clock=any"))
                .anyMatch(line -> line.contains("comesEachYear() ran with seed " + seed + ", clock "));
    }

    @Test
    void isNotThatOfFilesAsAFailureSays() throws Exception {
        String read = "java\\.nio\\.file\\.Files\\.getLastModifiedTime"
                + " at dev\\.seeded\\.jvm\\.ToldTimeTests\\$AnniversaryTestCase\\.hasAFileOfThePast\\(.*\\)";

        assertThat(new AgentJvm()
                        .run(GlobalFixtures.class, "TimeOfFileTestCase", "seed.clock=2024-02-29T12:00:00Z")
                        .success()
                        .lines())
                .anyMatch(line -> line.matches("\\s+unseeded +"
                        + read.replace("ToldTimeTests", "GlobalFixtures").replace("Anniversary", "TimeOfFile")
                        + ", thread main \\(times of files are real under seed\\.clock\\)"));
        assertThat(run("-Dseed=1", "-Dseed.clock=2024-02-29T12:00:00Z", "-Dseed.global=detect"))
                .contains("Seeded: unseeded random numbers and times:")
                .anyMatch(line -> line.matches("  " + read + " in 1 test"));
    }

    private List<String> run(String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-javaagent:" + AgentJvm.agent(folder, Agent.class.getName()));
        all.add("-Duser.timezone=UTC");
        Process jvm = FreshJvm.start(all, AnniversaryTestCase.class);
        String written = new String(jvm.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return (written + new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .lines()
                .toList();
    }

    @Seeded
    static class AnniversaryTestCase {

        /** Passes with or without the setting, as the JDK promises. */
        @Test
        void isToldByTheSystemAsByTheClocks() {
            assertThat(Instant.ofEpochMilli(System.currentTimeMillis())).isCloseTo(Instant.now(), within(1, MINUTES));
        }

        @Test
        void hasAFileOfThePast() throws IOException {
            Path home = Path.of(System.getProperty("java.home"));
            assertThat(Files.getLastModifiedTime(home).toInstant()).isBefore(Instant.now());
        }

        @Test
        void comesEachYear() {
            LocalDate today = LocalDate.now();
            assertThat(Year.of(today.getYear() + 1).atMonth(today.getMonth()).isValidDay(today.getDayOfMonth()))
                    .isTrue();
        }
    }
}
