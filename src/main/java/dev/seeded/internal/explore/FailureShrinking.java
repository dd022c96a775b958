package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.config.Exploration.ShrinkTime;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.note.SeedNote;
import dev.seeded.internal.seed.Identity;
import dev.seeded.internal.shrink.Player;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Has the simplest runs that fail alike stand for the failures of explored tests. */
record FailureShrinking(ShrinkTime time, FreshRuns freshRuns) {

    static final String NOT_AGAIN = "with its seed, it does not fail again in this JVM";

    /** Which test draws is not known before its note is. */
    private static final String NO_CONTEXT = "";

    /** The class that makes the failures of claims. */
    private static final String CLAIMS = "dev.seeded.chance.Text";

    /** Shrinks each kind of failure of a test; of the kind that is reported, the simplest run takes its place. */
    void shrink(ClassExploration explored, TestExploration test) {
        FailureShape reported = test.tally().firstFailure().orElseThrow().shape();
        for (Tally.Group group : test.tally().groups()) {
            Optional<RunResult> simplest =
                    shrink(explored, test, group.shape(), group.seeds().get(0));
            boolean isReported = group.shape().equals(reported);
            if (isReported) {
                simplest.ifPresent(test.tally()::simplify);
            }
            // The failure that is reported shows its note.
            simplest.filter(failure -> !isReported)
                    .flatMap(FailureShrinking::note)
                    .ifPresent(note -> StandardError.print(note.toString()));
        }
    }

    private Optional<RunResult> shrink(ClassExploration explored, TestExploration test, FailureShape shape, Seed seed) {
        if (test.needsWholeClass()) {
            return not(test, "all tests of its class have to run with it");
        }
        RunResult first = DrawSession.replace(
                Player.recording(NO_CONTEXT), () -> explored.tryOut(test, test.selected(), seed, Optional.empty()));
        if (!first.hasFailedAs(shape)) {
            doubtUnlessItFailsAgain(test, shape, seed);
            return not(test, NOT_AGAIN);
        }
        if (isClaim(requireNonNull(first.throwable()))) {
            return not(test, "it failed in a claim about chance, and simpler draws are no random sample");
        }
        Optional<SeedNote> note = note(first);
        if (note.isEmpty()) {
            return not(test, "it was given no generator");
        }
        // That of the run that was counted knows what ran before.
        SeedNote shown = test.tally()
                .firstFailure()
                .flatMap(FailureShrinking::note)
                .filter(counted -> counted.report().run().runSeed().equals(seed.toString()))
                .orElse(note.get());
        StandardError.print("Seeded: shrinking this failure: " + first.shape() + "\n  "
                + shown.getMessage().replace("\n\t", "\n  "));
        String context = Identity.factory(note.get().report().uniqueId());
        Optional<RunResult> simplest = new SimplestRun(this, explored, test, shape, seed, context).find();
        simplest.flatMap(FailureShrinking::carried)
                .ifPresent(found -> found.correct(found.report().foundAs(shown.report())));
        return simplest;
    }

    /** What a fresh JVM has confirmed but this one does not repeat is either what earlier runs decide here, or chance. */
    private void doubtUnlessItFailsAgain(TestExploration test, FailureShape shape, Seed seed) {
        boolean passes = freshRuns
                .runAnew(List.of(test), seed, Map.of())
                .map(results -> results.get(test))
                .filter(again -> !again.hasFailedAs(shape))
                .isPresent();
        test.tally()
                .firstFailure()
                .filter(reported -> passes && shape.equals(reported.shape()))
                .ifPresent(reported -> test.doubt(reported, Judgement.FAILS_AT_TIMES));
    }

    static Optional<RunResult> not(TestExploration test, String reason) {
        StandardError.print("Seeded: " + test.title() + " is not shrunk: " + reason);
        return Optional.empty();
    }

    /** Returns whether a claim about chance failed, alone or among others; not what a trial throws. */
    private static boolean isClaim(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .flatMap(cause -> Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed())))
                .flatMap(cause -> Stream.of(cause.getStackTrace()).limit(1))
                .anyMatch(frame -> frame.getClassName().startsWith(CLAIMS));
    }

    private static Optional<SeedNote> note(RunResult failure) {
        return carried(failure).or(() -> Optional.ofNullable(failure.report()).map(SeedNote::new));
    }

    private static Optional<SeedNote> carried(RunResult failure) {
        return SeedNote.of(requireNonNull(failure.throwable()));
    }
}
