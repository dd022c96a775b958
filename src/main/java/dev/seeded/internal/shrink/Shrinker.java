package dev.seeded.internal.shrink;

import dev.seeded.internal.shrink.Trials.LimitReachedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the simplest draws with which a test fails alike: the fewest, and of those the ones with the simplest values, the
 * earlier draws first.
 *
 * <p>Any list of draws can be played: values that do not fit are replaced by the nearest that do, missing ones by the
 * simplest. So a change need not keep the structure of what the test makes of the draws (D. MacIver and A. Donaldson,
 * "Test-Case Reduction via Test-Case Generation", ECOOP 2020). Where draws lie in elements of a list, whose number was drawn
 * before, is guessed from the sites in the code; lists are shortened by halves (A. Zeller and R. Hildebrandt, "Simplifying
 * and Isolating Failure-Inducing Input", 2002).
 *
 * <p>A new way to make draws simpler is a method that takes {@link Trials}, and an entry in the table. It ends when it finds
 * nothing more, or after a find from which others may go on better.
 */
final class Shrinker {

    /** When a pass runs that did not help when it ran last, or has not run yet. */
    private enum Turn {
        /** When nothing else helps. */
        FIRST,
        /** When those do not help either, or leave as many draws: values that hold each other would be lowered for long. */
        SECOND,
        /** When those do not help either; those after it wait if it helps. */
        LAST
    }

    /** One way to make draws simpler. */
    private record Pass(Turn turn, Consumer<Trials> action) {}

    /** The passes, those first that take much away with few runs. */
    private static final List<Pass> PASSES = List.of(
            new Pass(Turn.FIRST, FewerDraws::shortenLists),
            new Pass(Turn.FIRST, FewerDraws::raiseCalls),
            new Pass(Turn.FIRST, SimplerValues::simplifyBlocks),
            new Pass(Turn.FIRST, FewerDraws::tryEnds),
            new Pass(Turn.FIRST, SeveralValues::shiftPairs),
            new Pass(Turn.FIRST, SimplerValues::lowerEach),
            new Pass(Turn.FIRST, SimplerValues::sortSegments),
            new Pass(Turn.FIRST, DroppedDraws::deleteBlocks),
            new Pass(Turn.SECOND, FewerDraws::renumberElements),
            new Pass(Turn.SECOND, SeveralValues::exchangeValues),
            new Pass(Turn.SECOND, SeveralValues::lowerEqualOnes),
            new Pass(Turn.SECOND, SeveralValues::lowerPairs),
            new Pass(Turn.SECOND, SeveralValues::moveLines),
            new Pass(Turn.LAST, FewerDraws::mergeLists),
            new Pass(Turn.LAST, FewerDraws::raiseNeighbours),
            new Pass(Turn.LAST, FewerDraws::moveCalls),
            new Pass(Turn.LAST, SimplerValues::stepEach),
            new Pass(Turn.LAST, SeveralValues::lowerTwo),
            new Pass(Turn.LAST, DroppedDraws::deleteAnyBlocks),
            new Pass(Turn.LAST, DroppedDraws::dropWithLowerOnes));

    private final Trials trials;

    /** Those that brought something when they ran last, which run before the others. */
    private final List<Pass> helpful = new ArrayList<>();

    private Shrinker(Trials trials) {
        this.trials = trials;
    }

    /** Goes on until nothing helps, or the limit is reached. */
    static void shrink(Trials trials) {
        try {
            new Shrinker(trials).run();
        } catch (LimitReachedException over) {
            // What was found so far is the result.
        }
    }

    private void run() {
        SimplerValues.simplifyAll(trials);
        add(Turn.FIRST);
        boolean goesOn = true;
        while (goesOn) {
            int size = trials.size();
            goesOn = anyHelps();
            if (goesOn && trials.size() == size) {
                add(Turn.SECOND);
            }
            for (Turn turn : List.of(Turn.FIRST, Turn.SECOND)) {
                if (!goesOn) {
                    add(turn);
                    goesOn = anyHelps();
                }
            }
            goesOn = goesOn || PASSES.stream().anyMatch(pass -> pass.turn == Turn.LAST && helps(pass));
        }
    }

    private void add(Turn turn) {
        PASSES.stream()
                .filter(pass -> pass.turn == turn && !helpful.contains(pass))
                .forEach(helpful::add);
    }

    private boolean anyHelps() {
        boolean any = false;
        for (Pass pass : List.copyOf(helpful)) {
            any |= helps(pass);
        }
        return any;
    }

    private boolean helps(Pass pass) {
        int before = trials.improvements();
        pass.action.accept(trials);
        helpful.remove(pass);
        if (trials.improvements() > before) {
            helpful.add(pass);
            return true;
        }
        return false;
    }
}
