package dev.seeded.internal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResult.Outcome;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.export.ReportLine.How;
import dev.seeded.internal.export.ReportLine.Search;
import dev.seeded.internal.labels.Label;
import dev.seeded.internal.report.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the merge of ten files is the summary of one run with all their seeds, in every figure. */
class MergedRunsTests {

    private static final int MACHINES = 10;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void countsKindsOfFailures(int kinds) throws IOException {
        assertSame(number -> {
            Random random = new Random(number);
            return random.nextInt(10) > 0
                    ? passed()
                    : failed("kind " + "x".repeat(random.nextInt(kinds)), "T.t(T.java:" + random.nextInt(2) + ")");
        });
    }

    /** Which of the seeds are shown depends on when the kinds became too many. */
    @Test
    void countsFailuresOfMoreKindsThanItTellsApart() throws IOException {
        String seeds = "(?m)^ +run seeds .*";
        Merge merge = merge(number -> {
            Random random = new Random(number);
            return random.nextInt(3) > 0
                    ? passed()
                    : failed("kind " + "x".repeat(random.nextInt(50)), "T.t(T.java:" + random.nextInt(2) + ")");
        });

        assertThat(merge.text.replaceAll(seeds, "")).isEqualTo(merge.ofOne().replaceAll(seeds, ""));
    }

    @Test
    void countsFailuresWhoseMessagesAreRandom() throws IOException {
        assertSame(number -> new Random(number).nextInt(4) > 0
                ? passed()
                : failed("no user " + Integer.toString(number, 36).replaceAll("[0-9]", "x") + "q", "T.t(T.java:1)"));
    }

    @Test
    void countsWhatDecidesNothing() throws IOException {
        assertSame(number -> switch (new Random(number).nextInt(4)) {
            case 0 -> result(Outcome.ABORTED, null);
            case 1 -> result(Outcome.SKIPPED, null);
            case 2 -> failed("e", "");
            default -> passed();
        });
    }

    @Test
    void countsLabels() throws IOException {
        assertSame(number -> {
            Random random = new Random(number);
            return new RunResult(
                    random.nextInt(5) > 0 ? Outcome.PASSED : Outcome.FAILED,
                    null,
                    new FailureShape("E", "", "", ""),
                    "",
                    1,
                    null,
                    "",
                    Map.of(
                            "often",
                            new Label(false, random.nextInt(3) > 0 ? 1 : 0),
                            "rare",
                            new Label(true, random.nextInt(300) > 0 ? 0 : 1)),
                    false,
                    false);
        });
    }

    @Test
    void countsFailuresOfPinnedSeeds() throws IOException {
        FailureShape shape = new FailureShape("E", "", "", "");
        assertSame(number -> new RunResult(
                Outcome.FAILED, null, shape, "", 1, null, "", Map.of(), new Random(number).nextInt(5) > 0, false));
    }

    @Test
    void boundsTheRateOfWhatNeverFails() throws IOException {
        assertSame(unused -> passed());
    }

    private void assertSame(IntFunction<RunResult> run) throws IOException {
        Merge merge = merge(run);

        assertThat(merge.text).isEqualTo(merge.ofOne());
        assertThat(merge.exit).isEqualTo(merge.one.failures() > 0 ? 1 : 0);
    }

    private record Merge(Tally one, String text, int exit) {

        String ofOne() {
            return Summary.of("T.t()", one, true, Optional.empty());
        }
    }

    /** Runs seeds here and, a tenth of them each, on ten machines. */
    private Merge merge(IntFunction<RunResult> run) throws IOException {
        Tally one = new Tally();
        List<String> files = new ArrayList<>(List.of("report"));
        int seed = 0;
        for (int machine = 0; machine < MACHINES; machine++) {
            Tally part = new Tally();
            int start = seed;
            for (int runs = 37 + 20 * machine; runs > 0; runs--, seed++) {
                RunResult result = run.apply(seed);
                one.add(Seed.of(seed), result);
                part.add(Seed.of(seed), result);
            }
            Path file = folder.resolve(machine + ".jsonl");
            Files.writeString(file, line(start, part).text() + "\n");
            files.add(file.toString());
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        int exit = Main.run(
                files,
                new PrintStream(written, true, StandardCharsets.UTF_8),
                new PrintStream(ByteArrayOutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));

        return new Merge(one, written.toString(StandardCharsets.UTF_8).strip(), exit);
    }

    private static ReportLine line(int start, Tally tally) {
        return ReportLine.explored(
                "T.t()",
                "/[class:T]/[method:t()]",
                How.ALONE,
                Optional.empty(),
                tally.counts(
                        Optional.of(new Search(Seed.of(start), Optional.empty())),
                        Summary.interval(tally, true, false)),
                Optional.empty());
    }

    private static RunResult failed(String message, String place) {
        return result(Outcome.FAILED, new FailureShape("E", message, place, "one of several"));
    }

    private static RunResult passed() {
        return result(Outcome.PASSED, null);
    }

    private static RunResult result(Outcome outcome, FailureShape shape) {
        return new RunResult(outcome, null, shape, "", 1, null, "", Map.of(), false, false);
    }
}
