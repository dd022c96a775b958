package dev.seeded.internal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResult.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1    | 0   | 0 | true  | 1 run, none failed: fewer than 95.0 % of all seeds fail (at 95 % confidence)",
                "2000 | 0   | 0 | false | 2,000 runs, none failed: fewer than 0.150 % of all seeds fail (at 95 %"
                        + " confidence)",
                "3    | 0   | 3 | true  | 3 runs, none decided; 3 aborted or skipped",
                "2000 | 100 | 0 | true  | 2,000 runs, 100 failed: 5.00 % of the seeds (95 % interval: 4.09 % to 6.05"
                        + " %)",
                "20   | 5   | 10 | true | 20 runs, 5 failed: 50.0 % of the seeds (95 % interval: 18.7 % to 81.3 %); 10"
                        + " aborted or skipped",
                "20   | 1   | 0 | false | failed in run 1",
            })
    void saysWhatTheRunsHaveShown(long runs, long failures, long undecided, boolean keepGoing, String said) {
        Tally tally = new Tally();
        for (long run = 0; run < runs; run++) {
            tally.add(Seed.of(run), run < failures ? failed() : run < failures + undecided ? aborted() : passed());
        }

        assertThat(Summary.of("T.t()", tally, keepGoing, Optional.empty()).lines())
                .first()
                .isEqualTo("Seeded: T.t(): " + said);
    }

    @Test
    void listsFailuresWithTheirSeeds() {
        Tally tally = new Tally();
        tally.add(Seed.of(7), failed());
        for (long seed = 0; seed < 12; seed++) {
            tally.add(
                    Seed.of(seed),
                    new RunResult(
                            Outcome.FAILED,
                            null,
                            new FailureShape("E", "", "", ""),
                            "",
                            1,
                            null,
                            "",
                            Map.of(),
                            false,
                            false));
        }

        assertThat(Summary.of("T.t()", tally, true, Optional.empty()).lines().skip(1))
                .containsExactly(
                        "  12 × E",
                        "    run seeds 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …",
                        "  1 × E: <7> at T.t(T.java:3)",
                        "    run seed 7");
    }

    @Test
    void saysWhyATestRanOnce() {
        assertThat(Summary.of("T.t()", new Tally(), true, Optional.of("@Seeded(42) on T.t()")))
                .isEqualTo("Seeded: T.t(): ran once, as @Seeded(42) on T.t() fixes its seed");

        Tally failed = new Tally();
        failed.add(Seed.of(7), failed());
        assertThat(Summary.of("T.t()", failed, false, Optional.of("@Seeded(42) on T.t()")))
                .isEqualTo(
                        "Seeded: T.t(): ran once, as @Seeded(42) on T.t() fixes its seed\n  1 × " + failed().shape());
    }

    @Test
    void saysAtOnceWhatNeverFailed() {
        assertThat(Summary.ofQuiet(List.of(quiet("A.a()", 3), quiet("A.b()", 3))))
                .isEqualTo("Seeded: 2 tests never failed, in 3 runs each:"
                        + " fewer than 63.2 % of all seeds fail (at 95 % confidence)");
        assertThat(Summary.ofQuiet(List.of(quiet("A.a()", 3000), quiet("A.b()", 2000), quiet("A.c()", 2000))))
                .isEqualTo("Seeded: 3 tests never failed, in 2,000 to 3,000 runs each:"
                        + " fewer than 0.150 % of all seeds fail (at 95 % confidence)");
        assertThat(Summary.ofQuiet(List.of(quiet("A.a()", 1))))
                .isEqualTo(
                        "Seeded: A.a(): 1 run, none failed: fewer than 95.0 % of all seeds fail (at 95 % confidence)");
        assertThat(Summary.ofQuiet(List.of(quiet("A.a()", 0), quiet("A.b()", 0))))
                .isEqualTo("Seeded: 2 tests: all of their runs were aborted or skipped");
        assertThat(Summary.ofQuiet(List.of(pinned("A.a()"), pinned("A.b()"), quiet("A.c()", 1))))
                .isEqualTo("Seeded: A.c(): 1 run, none failed: fewer than 95.0 % of all seeds fail (at 95 % confidence)"
                        + "\nSeeded: 2 tests ran once, as pins fix their seeds");
    }

    @Test
    void tellsTheRateOfSeedsByUniformRuns() {
        assertThat(Summary.of("A.a()", edges(20, 5, 60, 3), true, Optional.empty())
                        .lines())
                .first()
                .isEqualTo(
                        "Seeded: A.a(): 20 uniform runs, 5 failed: 25.0 % of the seeds (95 % interval: 8.66 % to 49.1"
                                + " %); 3 of 60 runs with edge cases failed");
        assertThat(Summary.of("A.a()", edges(0, 0, 3, 1), true, Optional.empty())
                        .lines())
                .first()
                .isEqualTo("Seeded: A.a(): 1 of 3 runs with edge cases failed");
        assertThat(Summary.of("A.a()", edges(0, 0, 3, 1), false, Optional.empty())
                        .lines())
                .first()
                .isEqualTo("Seeded: A.a(): failed in run 1, with edge cases");
        assertThat(Summary.interval(edges(20, 5, 60, 3), true, false)).contains(ClopperPearson.of(5, 20));
        assertThat(Summary.ofQuiet(List.of(
                        new Summary.Quiet("A.a()", edges(20, 0, 60, 0), Optional.empty()),
                        new Summary.Quiet("A.b()", edges(20, 0, 60, 0), Optional.empty()))))
                .isEqualTo("Seeded: 2 tests never failed, in 20 uniform runs and 60 runs with edge cases each:"
                        + " fewer than 13.9 % of all seeds fail (at 95 % confidence)");
    }

    private static Tally edges(int uniform, int failures, int edges, int edgeFailures) {
        Tally tally = new Tally();
        for (int run = 0; run < uniform + edges; run++) {
            boolean isEdge = run >= uniform;
            boolean hasFailed = isEdge ? run - uniform < edgeFailures : run < failures;
            tally.add(Seed.of(run), hasFailed ? failed() : passed(), isEdge);
        }
        return tally;
    }

    private static Summary.Quiet quiet(String title, long runs) {
        Tally tally = new Tally();
        for (long run = 0; run < runs; run++) {
            tally.add(Seed.of(run), passed());
        }
        return new Summary.Quiet(title, tally, Optional.empty());
    }

    private static Summary.Quiet pinned(String title) {
        return new Summary.Quiet(title, new Tally(), Optional.of("@Seeded(42) on " + title));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, the remembered failing seed still fails",
        "3, 1, 1 of the 3 remembered failing seeds still fails",
        "3, 2, 2 of the 3 remembered failing seeds still fail",
        "3, 3, all 3 remembered failing seeds still fail",
        "3, 0, none of the 3 remembered failing seeds fails any more",
    })
    void saysWhatBecameOfKnownSeeds(int seeds, int failures, String said) {
        Tally tally = new Tally();
        for (int seed = 0; seed < seeds; seed++) {
            tally.add(Seed.of(seed), seed < failures ? failed() : passed());
        }

        assertThat(Summary.ofReplay("T.t()", seeds, tally, false)).isEqualTo("Seeded: T.t(): " + said);
        assertThat(Summary.ofReplay("T.t()", seeds, tally, true))
                .isEqualTo(
                        "Seeded: T.t(): " + said
                                + (failures == seeds
                                        ? ""
                                        : "; what passes is kept until the build is cleaned, because other classes may have run before it"));
    }

    @Test
    void saysHowManyKnownSeedsShowedNothing() {
        Tally tally = new Tally();
        tally.add(Seed.of(1), failed());
        tally.add(Seed.of(2), aborted());

        assertThat(Summary.ofReplay("T.t()", 3, tally, false))
                .isEqualTo("Seeded: T.t(): 1 of the 3 remembered failing seeds still fails,"
                        + " 2 aborted, skipped or not run");
    }

    private static RunResult failed() {
        return new RunResult(
                Outcome.FAILED,
                null,
                new FailureShape("E", "#", "T.t(T.java:3)", "<7>"),
                "",
                1,
                null,
                "",
                Map.of(),
                false,
                false);
    }

    private static RunResult aborted() {
        return new RunResult(Outcome.ABORTED, null, null, "", 1, null, "", Map.of(), false, false);
    }

    private static RunResult passed() {
        return new RunResult(Outcome.PASSED, null, null, "", 1, null, "", Map.of(), false, false);
    }
}
