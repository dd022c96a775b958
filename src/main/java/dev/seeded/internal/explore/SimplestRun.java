package dev.seeded.internal.explore;

import static dev.seeded.internal.explore.FailureShrinking.not;
import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.JvmState;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.draws.GeneratorName;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.TestSelection;
import dev.seeded.internal.memory.AtShutdown;
import dev.seeded.internal.note.NotedDraws;
import dev.seeded.internal.seed.Identity;
import dev.seeded.internal.shrink.Attempt;
import dev.seeded.internal.shrink.Choice;
import dev.seeded.internal.shrink.Player;
import dev.seeded.internal.shrink.SimplestDraws;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** The search for the simplest run of a test that fails as one of its runs did. */
final class SimplestRun {

    private static final long PROGRESS = 5_000_000_000L;

    /** So much longer than the first run may one with other draws take, and so long in any case. */
    private static final int TIMES_FIRST = 10;

    private static final Duration ENOUGH = Duration.ofSeconds(1);

    /** Runs that hang, each of which may go on in its thread, until the search ends. */
    private static final int MOST_HUNG = 5;

    private final FailureShrinking shrinking;
    private final ClassExploration explored;
    private final TestExploration test;
    private final FailureShape shape;
    private final Seed seed;
    private final String context;
    private final TestSelection selected;
    private final Set<FailureShape> others = new HashSet<>();

    /** The draws after which runs hung. */
    private final Set<Choice> avoided = new HashSet<>();

    private final long start = System.nanoTime();
    private long progress = start;
    private long said = start;
    private volatile List<Choice> best = List.of();
    private Duration limit = ENOUGH;
    private int runs;
    private int hung;

    /** @param context the unique id of the test, or of its invocation that failed */
    SimplestRun(
            FailureShrinking shrinking,
            ClassExploration explored,
            TestExploration test,
            FailureShape shape,
            Seed seed,
            String context) {
        this.shrinking = shrinking;
        this.explored = explored;
        this.test = test;
        this.shape = shape;
        this.seed = seed;
        this.context = context;
        this.selected = Identity.isOfInvocation(context)
                ? new TestSelection(test.id(), List.of(context))
                : new TestSelection(test.id());
    }

    /** Returns the simplest failure; empty where there is none that is simpler, which is said. */
    Optional<RunResult> find() {
        Player recording = Player.recording(context);
        long begin = System.nanoTime();
        RunResult first = run(recording, Optional.empty());
        Duration taken = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(TIMES_FIRST);
        limit = taken.compareTo(ENOUGH) > 0 ? taken : ENOUGH;
        best = recording.made();
        if (!first.hasFailedAs(shape)) {
            return not(test, FailureShrinking.NOT_AGAIN);
        }
        if (recording.isStopped()) {
            return not(test, "it makes more than " + Counted.number(Player.MOST) + " draws");
        }
        if (best.isEmpty()) {
            return not(test, "nothing that it draws can be replaced");
        }
        if (best.stream()
                .anyMatch(choice -> choice.site() != null && choice.site().thread() > 1)) {
            return not(test, "several threads draw from one generator");
        }
        List<Choice> drawn = best;
        AtShutdown interruption = AtShutdown.run(() -> StandardError.printNow(
                "Seeded: interrupted while shrinking " + test.title() + ", from " + Counted.of(drawn.size(), "draw")
                        + " to " + Counted.number(best.size()) + "; so far " + settings(best)));
        SimplestDraws simplest;
        try {
            simplest = SimplestDraws.of(drawn, this::attempt, this::goesOn);
        } finally {
            interruption.close();
        }
        // Of edge cases, no seed alone is a pin.
        boolean isSimpler = !simplest.draws().equals(drawn);
        return !isSimpler && !first.hasEdgeCases()
                ? not(test, whyNot(simplest.runs()))
                : confirm(simplest, isSimpler, recording.kept());
    }

    private String whyNot(long runs) {
        if (runs > 0) {
            return "none of " + Counted.of(runs, "run") + " with simpler draws fails in the same way";
        }
        return goesOn() ? "there are no simpler draws to try" : "there was no time to try simpler draws";
    }

    private RunResult run(Player player, Optional<Duration> longest) {
        return DrawSession.replace(player, () -> explored.tryOut(test, selected, seed, longest));
    }

    private Attempt attempt(List<Choice> wished) {
        Player player = Player.of(context, wished, avoided);
        Duration left = shrinking.time().all().minusNanos(System.nanoTime() - start);
        RunResult result = run(player, Optional.of(left.compareTo(limit) < 0 ? left : limit));
        runs++;
        List<Choice> made = player.made();
        if (player.isStopped()) {
            return new Attempt(made, false, false);
        }
        boolean isAlike = result.hasFailedAs(shape);
        if (isAlike && made.size() <= best.size()) {
            best = made;
            progress = System.nanoTime();
        }
        if (!isAlike && result.throwable() instanceof TimeoutException) {
            hung++;
            if (!made.isEmpty()) {
                avoided.add(made.get(made.size() - 1));
            }
        } else if (result.hasFailed() && !isAlike && others.add(requireNonNull(result.shape()))) {
            StandardError.print("Seeded: " + test.title() + " failed differently while it was shrunk: " + result.shape()
                    + "\n    with " + settings(made));
        }
        if (System.nanoTime() - said > PROGRESS) {
            said = System.nanoTime();
            StandardError.print("Seeded: shrinking " + test.title() + ": " + Counted.of(best.size(), "draw")
                    + " left after " + Counted.of(runs, "run"));
        }
        return new Attempt(made, isAlike, !(result.throwable() instanceof TimeoutException));
    }

    private boolean goesOn() {
        long now = System.nanoTime();
        return now - start < shrinking.time().all().toNanos()
                && now - progress < shrinking.time().idle().toNanos()
                && hung < MOST_HUNG;
    }

    private String settings(List<Choice> draws) {
        return "-D" + Setting.SEED.with(seed.toString())
                + SimplestDraws.shortText(context, draws)
                        .map(text -> " -D" + Setting.DRAWS.with(text))
                        .orElse(" and " + Counted.of(draws.size(), "draw") + ", which are too many for a text");
    }

    private static String origin(SimplestDraws simplest, boolean isSimpler) {
        String runs = Counted.of(simplest.runs(), "run");
        if (!isSimpler) {
            return ", and " + runs + " found no simpler draws";
        }
        int draws = simplest.draws().size();
        String change = draws < simplest.first()
                ? "from " + Counted.of(simplest.first(), "draw") + " to " + Counted.number(draws)
                : draws == 1 ? "to a simpler value" : "to simpler values";
        return ", shrunk " + change + " in " + runs;
    }

    private Optional<RunResult> confirm(SimplestDraws simplest, boolean isSimpler, Set<GeneratorName> kept) {
        Optional<String> text = SimplestDraws.shortText(context, simplest.draws());
        String keeps = kept.isEmpty()
                ? ""
                : "; " + kept.stream().map(GeneratorName::kind).sorted().collect(Collectors.joining(", "))
                        + (kept.size() == 1 ? " keeps its seed" : " keep their seeds")
                        + (kept.stream().anyMatch(name -> name.kind().startsWith("dev.seeded.parity."))
                                ? ", as a pin fixes the sequence of dev.seeded.parity"
                                : "");
        NotedDraws draws = new NotedDraws(
                text.orElse(""),
                simplest.listed()
                        + keeps
                        + (text.isPresent()
                                ? ""
                                : "; there is no text for them, because it would be longer than "
                                        + Counted.number(SimplestDraws.LONGEST_TEXT)
                                        + " characters: the lines below use all the draws of the seed"),
                simplest.rows().stream()
                        .map(row -> new NotedDraws.Row(
                                row.times(), row.draw(), row.place().replaceFirst("^ at ", "")))
                        .toList(),
                origin(simplest, isSimpler));
        RunResult result = JvmState.NOTED_DRAWS
                .holding(NotedDraws.class)
                .during(draws, () -> run(Player.of(context, simplest.draws()), Optional.of(limit)));
        if (!result.hasFailedAs(shape)) {
            return not(test, "its simplest run does not fail again");
        }
        Optional<RunResult> fresh = text.flatMap(this::inFreshJvm);
        if (fresh.filter(other -> !other.hasFailedAs(shape)).isPresent()) {
            return not(test, "its simplest run does not fail in a fresh JVM");
        }
        // What differs in each JVM is chance.
        if (fresh.filter(other -> !other.saysTheSameAs(result)).isPresent()
                && text.flatMap(this::inFreshJvm)
                        .filter(fresh.get()::saysTheSameAs)
                        .isPresent()) {
            return not(
                    test,
                    "in a fresh JVM, its simplest run fails with another message, because earlier runs left something in this JVM");
        }
        return Optional.of(result);
    }

    private Optional<RunResult> inFreshJvm(String played) {
        return shrinking.freshRuns().runInOwnJvm(selected, seed, Map.of(Setting.DRAWS.property(), played));
    }
}
