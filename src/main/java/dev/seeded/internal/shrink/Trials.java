package dev.seeded.internal.shrink;

import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.shrink.KnownRuns.Hash;
import dev.seeded.internal.shrink.KnownRuns.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** The draws that a test was tried with, and the simplest of them. */
final class Trials {

    /** Runs without progress after which a search ends, unless it took more to come this far. */
    private static final int MOST_WITHOUT_PROGRESS = 2_000;

    private final Function<List<Choice>, Attempt> test;
    private final BooleanSupplier goesOn;

    /** How many draws were made with those that were tried. */
    private final Map<Key, Integer> tried = new HashMap<>();

    private final KnownRuns known = new KnownRuns();

    private final Set<Domain> domains = new HashSet<>();

    private List<Choice> best;
    private int improvements;
    private int runs;
    private int runsAtProgress;

    /**
     * Begins with draws.
     *
     * @param test runs with others
     * @param goesOn whether there is time for another run
     */
    Trials(List<Choice> first, Function<List<Choice>, Attempt> test, BooleanSupplier goesOn) {
        this.best = List.copyOf(first);
        this.test = test;
        this.goesOn = goesOn;
        remember(new Attempt(best, true));
    }

    /** Returns the simplest draws that were found. */
    List<Choice> best() {
        return best;
    }

    /** Returns one of the simplest draws. */
    Choice best(int at) {
        return best.get(at);
    }

    /** Returns how many draws the simplest are. */
    int size() {
        return best.size();
    }

    /** Returns how often the test ran. */
    int runs() {
        return runs;
    }

    /** Returns how often simpler draws were found. */
    int improvements() {
        return improvements;
    }

    /**
     * Asks whether the search may go on. Each loop that does not try anything has to.
     *
     * @throws LimitReachedException if there is no time left, or too much was tried in vain
     */
    void check() {
        if (!goesOn.getAsBoolean() || runs - runsAtProgress > Math.max(MOST_WITHOUT_PROGRESS, runsAtProgress)) {
            throw new LimitReachedException();
        }
    }

    /** Tries the simplest draws with a change; returns whether what is made then is simpler, and so takes their place. */
    boolean improve(Consumer<List<Choice>> change) {
        check();
        List<Choice> candidate = new ArrayList<>(best);
        change.accept(candidate);
        Key key = key(candidate);
        if (tried.containsKey(key)) {
            return false;
        }
        int foreseen = known.made(candidate);
        if (foreseen >= 0) {
            tried.put(key, foreseen);
            return false;
        }
        runs++;
        Attempt attempt = test.apply(candidate);
        tried.put(key, attempt.made().size());
        remember(attempt);
        if (!attempt.isAlike() || Choice.compare(attempt.made(), best) >= 0) {
            return false;
        }
        best = List.copyOf(attempt.made());
        improvements++;
        runsAtProgress = runs;
        return true;
    }

    /** Tries one value in place of another. */
    boolean improve(int at, long value) {
        return improve(draws -> draws.set(at, draws.get(at).with(value)));
    }

    /** Returns how many draws the test made when the simplest were tried with a change; -1 if they were not. */
    int made(Consumer<List<Choice>> change) {
        check();
        List<Choice> candidate = new ArrayList<>(best);
        change.accept(candidate);
        return tried.getOrDefault(key(candidate), -1);
    }

    /** Ends a search. */
    static final class LimitReachedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private LimitReachedException() {
            super("the search has reached its limit", null, false, false);
        }
    }

    private void remember(Attempt attempt) {
        attempt.made().forEach(draw -> domains.add(draw.domain()));
        tried.put(key(attempt.made()), attempt.made().size());
        if (attempt.isWhole()) {
            known.add(attempt.made());
        }
    }

    /** Returns what stands for what is played: values, and what and where they were drawn from. */
    private Key key(List<Choice> draws) {
        int size = draws.size();
        // The simplest ones at the end are played in any case.
        while (size > 0 && draws.get(size - 1).isSimplest()) {
            size--;
        }
        Hash hash = new Hash();
        // A player asks where a draw was made if the one to make has another domain.
        draws.subList(0, size).forEach(draw -> hash.add(draw, domains.size() == 1 ? 0 : Objects.hashCode(draw.line())));
        return hash.key();
    }
}
