package dev.seeded.internal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResult.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TallyTests {

    private final Tally tally = new Tally();

    @Test
    void groupsByPlaceWhereMessagesAreRandom() {
        Tally tally = new Tally();
        for (int seed = 0; seed < 809; seed++) {
            tally.add(Seed.of(seed), failure("no user " + "x".repeat(seed + 1), "T.t(T.java:1)"));
        }
        tally.add(Seed.of(0), failure("other", "T.t(T.java:2)"));

        assertThat(tally.groups())
                .extracting(group -> group.count() + " × " + group.shape())
                .containsExactly("809 × E: no user x at T.t(T.java:1)", "1 × E: other at T.t(T.java:2)");
        assertThat(tally.ungrouped()).isZero();
        assertThat(tally.groups().get(0).seeds()).hasSize(10);
    }

    private static RunResult failure(String message, String place) {
        return new RunResult(
                Outcome.FAILED,
                null,
                new FailureShape("E", message, place, message),
                "",
                1,
                null,
                "",
                Map.of(),
                false,
                false);
    }

    @Test
    void showsOneMessageOfEachGroupAsItWas() {
        tally.add(Seed.of(1), failed("expected: <3> but was: <\"b\">"));
        tally.add(Seed.of(2), failed("expected: <44> but was: <\"c\">"));

        assertThat(tally.groups())
                .singleElement()
                .satisfies(group -> assertThat(group.shape())
                        .hasToString("java.lang.AssertionError: expected: <3> but was: <\"b\">"));
    }

    @Test
    void countsWhatBecomesOfRuns() {
        tally.add(Seed.of(1), ended(Outcome.PASSED));
        tally.add(Seed.of(2), ended(Outcome.SKIPPED));
        tally.add(Seed.of(3), ended(Outcome.ABORTED));
        tally.add(Seed.of(4), failed("a"));
        tally.add(Seed.of(5), failed("a"));

        assertThat(tally.runs()).isEqualTo(5);
        assertThat(tally.failures()).isEqualTo(2);
        assertThat(tally.undecided()).isEqualTo(2);
        assertThat(tally.firstFailedRun()).isEqualTo(4);
        assertThat(tally.onlyAborted()).isEmpty();
    }

    @Test
    void keepsTenSeedsOfEachGroup() {
        LongStream.range(0, 12).forEach(seed -> tally.add(Seed.of(seed), failed("often")));
        tally.add(Seed.of(99), failed("once"));

        assertThat(tally.groups()).extracting(Tally.Group::count).containsExactly(12L, 1L);
        assertThat(tally.groups().get(0).seeds())
                .isEqualTo(LongStream.range(0, 10).mapToObj(Seed::of).toList());
        assertThat(tally.groups().get(1).seeds()).isEqualTo(List.of(Seed.of(99)));
    }

    @Test
    void keepsTwentyGroups() {
        LongStream.range(0, 25).forEach(seed -> tally.add(Seed.of(seed), failed("x".repeat((int) seed))));

        assertThat(tally.groups()).hasSize(20);
        assertThat(tally.ungrouped()).isEqualTo(5);
    }

    @Test
    void knowsWhatNeverDidAnythingButAbort() {
        Throwable cause = new IllegalStateException();
        tally.add(Seed.of(1), ended(Outcome.SKIPPED));
        tally.add(Seed.of(2), ended(Outcome.ABORTED).with(cause));

        assertThat(tally.onlyAborted()).contains(cause);
    }

    static RunResult failed(String message) {
        return RunResult.failed(new AssertionError(message));
    }

    private static RunResult ended(Outcome outcome) {
        return new RunResult(outcome, null, null, "", 1, null, "", Map.of(), false, false);
    }
}
