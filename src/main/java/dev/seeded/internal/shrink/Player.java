package dev.seeded.internal.shrink;

import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.Draw.Site;
import dev.seeded.internal.draws.DrawSource;
import dev.seeded.internal.draws.GeneratorName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Plays draws back to the generators of one context, and keeps what they gave. Those of other contexts draw for themselves. */
public final class Player implements DrawSource {

    /** Draws of a test that are recorded. With more, each run of a search would take too long. */
    public static final int MOST = 20_000;

    /** A loop that waits for another value than the simplest would draw for ever. */
    private static final int MORE = 1_000;

    private final String context;
    private final Optional<WishedDraws> wished;
    private final int most;
    private final Set<Choice> avoided;
    private final Sites sites = new Sites();
    private final List<Choice> made = new ArrayList<>();
    private final Set<GeneratorName> kept = new LinkedHashSet<>();

    private boolean stopped;

    private Player(String context, Optional<WishedDraws> wished, int most, Set<Choice> avoided) {
        this.context = context;
        this.most = most;
        this.avoided = avoided;
        this.wished = wished;
    }

    /** Returns a player that lets the generators draw; it is stopped after {@link #MOST} draws, and the test goes on. */
    public static Player recording(String context) {
        return new Player(context, Optional.empty(), MOST, Set.of());
    }

    /** Returns a player of these values, and of the simplest ones after them. */
    public static Player of(String context, List<Choice> wished) {
        return of(context, wished, Set.of());
    }

    /** Returns a player of these values, and of the simplest ones after them, which ends a run that makes certain draws. */
    public static Player of(String context, List<Choice> wished, Set<Choice> avoided) {
        return new Player(context, Optional.of(new WishedDraws(wished)), wished.size() + MORE, avoided);
    }

    @Override
    public synchronized long next(GeneratorName generator, String method, Domain domain, LongSupplier own) {
        // A test that goes on when it was ended gets other values, with which it may come to its end.
        if (stopped || !generator.context().equals(context)) {
            return own.getAsLong();
        }
        if (made.size() >= most) {
            return stop(own);
        }
        Site site = sites.here(generator, method);
        Choice choice = wished.isEmpty()
                ? new Choice(generator, domain, own.getAsLong(), site)
                : wished.get().play(new Choice(generator, domain, domain.simplest(), site));
        if (avoided.contains(choice)) {
            return stop(own);
        }
        made.add(choice);
        return choice.value();
    }

    private long stop(LongSupplier own) {
        stopped = true;
        if (wished.isPresent()) {
            throw new StoppedError();
        }
        return own.getAsLong();
    }

    @Override
    public synchronized void keep(GeneratorName generator) {
        if (generator.context().equals(context)) {
            kept.add(generator);
        }
    }

    /** Returns whether there were more draws than are kept, or one that was to be avoided. */
    public synchronized boolean isStopped() {
        return stopped;
    }

    /** Returns the generators that gave what they drew. */
    public synchronized Set<GeneratorName> kept() {
        return Set.copyOf(kept);
    }

    /** Ends a run. */
    private static final class StoppedError extends Error {

        private static final long serialVersionUID = 1;

        StoppedError() {
            super("the run of a search was stopped", null, true, false);
        }
    }

    /** Returns the draws that were made, up to where this was stopped. */
    public synchronized List<Choice> made() {
        return List.copyOf(made);
    }
}
