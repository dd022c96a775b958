package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.config.Exploration.Shrinking;
import dev.seeded.internal.config.Handover;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.draws.GeneratorName;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.TestSelection;
import dev.seeded.internal.memory.AtShutdown;
import dev.seeded.internal.note.SeedNote;
import dev.seeded.internal.note.ShrunkDraws;
import dev.seeded.internal.seed.Identity;
import dev.seeded.internal.shrink.Choice;
import dev.seeded.internal.shrink.Player;
import dev.seeded.internal.shrink.Shrunk;
import dev.seeded.internal.shrink.Shrunk.Attempt;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the simplest runs that fail as explored tests did. */
record Shrinks(Shrinking time, FreshRuns freshRuns) {

    private static final long PROGRESS = 5_000_000_000L;

    /** So many draws make a text that one can still paste. */
    private static final int FEW = 200;

    /** Shrinks each kind of failure of a test; of the kind that is reported, the simplest run takes its place. */
    void shrink(ClassExploration explored, TestExploration test) {
        FailureShape reported = test.tally().firstFailure().orElseThrow().shape();
        for (Tally.Group group : test.tally().groups()) {
            Optional<RunResult> shrunk =
                    shrink(explored, test, group.shape(), group.seeds().get(0));
            if (group.shape().equals(reported)) {
                shrunk.ifPresent(test.tally()::simplify);
            } else {
                shrunk.flatMap(Shrinks::note).ifPresent(note -> StandardError.print(note.toString()));
            }
        }
    }

    private Optional<RunResult> shrink(ClassExploration explored, TestExploration test, FailureShape shape, Seed seed) {
        if (test.needsWholeClass()) {
            return not(test, "the tests of its class share an order or a generator");
        }
        RunResult first = explored.tryOut(test, test.selected(), seed, Map.of());
        if (!first.hasFailedAs(shape)) {
            return not(test, "it does not fail again with its seed");
        }
        Optional<String> context =
                note(first).map(note -> Identity.factory(note.report().uniqueId()));
        if (context.isEmpty()) {
            return not(test, "it was given no generator");
        }
        return new One(explored, test, shape, seed, context.get()).shrink();
    }

    private static Optional<RunResult> not(TestExploration test, String reason) {
        StandardError.print("Seeded: " + test.title() + " is not shrunk: " + reason);
        return Optional.empty();
    }

    private static Optional<SeedNote> note(RunResult failure) {
        return SeedNote.of(requireNonNull(failure.throwable()))
                .or(() -> Optional.ofNullable(failure.report()).map(SeedNote::new));
    }

    /** One failure. */
    private final class One {

        private final ClassExploration explored;
        private final TestExploration test;
        private final FailureShape shape;
        private final Seed seed;
        private final String context;
        private final TestSelection selected;
        private final Set<FailureShape> others = new HashSet<>();
        private final long start = System.nanoTime();
        private long progress = start;
        private long said = start;
        private List<Choice> best = List.of();
        private int runs;

        One(ClassExploration explored, TestExploration test, FailureShape shape, Seed seed, String context) {
            this.explored = explored;
            this.test = test;
            this.shape = shape;
            this.seed = seed;
            this.context = context;
            this.selected = Identity.isOfInvocation(context)
                    ? new TestSelection(test.id(), List.of(context))
                    : new TestSelection(test.id());
        }

        Optional<RunResult> shrink() {
            Player recording = Player.recording(context);
            RunResult first = DrawSession.replace(recording, () -> explored.tryOut(test, selected, seed, Map.of()));
            best = recording.made();
            if (!first.hasFailedAs(shape)) {
                return not(test, "it does not fail again with its seed");
            }
            if (best.isEmpty()) {
                return not(test, "nothing that it draws can be replaced");
            }
            if (best.stream()
                    .anyMatch(choice -> choice.site() != null && choice.site().thread() > 1)) {
                return not(test, "several threads draw from one generator");
            }
            int drawn = best.size();
            AtShutdown interruption = AtShutdown.run(
                    () -> StandardError.printNow("Seeded: interrupted while shrinking " + test.title() + ", from "
                            + Counted.of(drawn, "draw") + " to " + best.size() + "; so far " + settings(best)));
            Shrunk shrunk;
            try {
                shrunk = Shrunk.of(best, this::attempt, this::goesOn);
            } finally {
                interruption.close();
            }
            return report(shrunk, recording.kept());
        }

        private Attempt attempt(List<Choice> wished) {
            Player player = Player.of(context, wished);
            RunResult result = DrawSession.replace(player, () -> explored.tryOut(test, selected, seed, Map.of()));
            runs++;
            List<Choice> made = player.made();
            if (player.isEndless()) {
                return new Attempt(made, false);
            }
            boolean isAlike = result.hasFailedAs(shape);
            if (isAlike && made.size() <= best.size()) {
                best = made;
                progress = System.nanoTime();
            }
            if (result.hasFailed() && !isAlike && others.add(requireNonNull(result.shape()))) {
                StandardError.print("Seeded: " + test.title() + " failed otherwise while it was shrunk: "
                        + result.shape() + (made.size() > FEW ? "" : "\n    with " + settings(made)));
            }
            if (System.nanoTime() - said > PROGRESS) {
                said = System.nanoTime();
                StandardError.print("Seeded: shrinking " + test.title() + ": " + Counted.of(best.size(), "draw")
                        + " left after " + Counted.of(runs, "run"));
            }
            return new Attempt(made, isAlike);
        }

        private String settings(List<Choice> draws) {
            return "-Dseed=" + seed + " -Dseed.draws=" + Shrunk.text(context, draws);
        }

        private boolean goesOn() {
            long now = System.nanoTime();
            return now - start < time.all().toNanos()
                    && now - progress < time.idle().toNanos();
        }

        private Optional<RunResult> report(Shrunk shrunk, Set<GeneratorName> kept) {
            String text = Shrunk.text(context, shrunk.draws());
            String keeps = kept.isEmpty()
                    ? ""
                    : "; " + kept.stream().map(GeneratorName::kind).sorted().collect(Collectors.joining(", "))
                            + (kept.size() == 1 ? " keeps its seed" : " keep their seeds");
            Map<String, String> settings = Map.of(Setting.DRAWS.property(), text);
            ShrunkDraws draws = new ShrunkDraws(
                    text,
                    shrunk.listed() + keeps,
                    ", shrunk from " + Counted.of(shrunk.first(), "draw") + " to "
                            + shrunk.draws().size() + " in " + Counted.of(shrunk.runs(), "run"));
            RunResult simplest =
                    Handover.during(ShrunkDraws.class, draws, () -> explored.tryOut(test, selected, seed, settings));
            if (!simplest.hasFailedAs(shape)) {
                return not(test, "its simplest run does not fail again");
            }
            Optional<RunResult> fresh = freshRuns.runInOwnJvm(selected, seed, settings);
            if (fresh.filter(result -> !result.hasFailedAs(shape)).isPresent()) {
                return not(test, "its simplest run does not fail in a fresh JVM");
            }
            return Optional.of(simplest);
        }
    }
}
