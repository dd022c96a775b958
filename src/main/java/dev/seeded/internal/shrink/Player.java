package dev.seeded.internal.shrink;

import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.Draw.Site;
import dev.seeded.internal.draws.DrawSource;
import dev.seeded.internal.draws.GeneratorName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Plays draws back to the generators of one context, and keeps what they gave. Those of other contexts draw for themselves. */
public final class Player implements DrawSource {

    /** A loop that waits for another value than the simplest would draw for ever. */
    private static final int MORE = 1_000;

    private final String context;
    private final Optional<Map<GeneratorName, Queue<Choice>>> wished;
    private final int most;
    private final Sites sites = new Sites();
    private final List<Choice> made = new ArrayList<>();
    private final Set<GeneratorName> kept = new LinkedHashSet<>();

    private Player(String context, Optional<Map<GeneratorName, Queue<Choice>>> wished, int most) {
        this.context = context;
        this.most = most;
        this.wished = wished;
    }

    /** Returns a player that lets the generators draw. */
    public static Player recording(String context) {
        return new Player(context, Optional.empty(), Integer.MAX_VALUE);
    }

    /** Returns a player of these values, and of the simplest ones after them. */
    public static Player of(String context, List<Choice> wished) {
        Map<GeneratorName, Queue<Choice>> byGenerator = new HashMap<>();
        wished.forEach(choice -> byGenerator
                .computeIfAbsent(choice.generator(), unused -> new ArrayDeque<>())
                .add(choice));
        return new Player(context, Optional.of(byGenerator), wished.size() + MORE);
    }

    @Override
    public synchronized long next(GeneratorName generator, String method, Domain domain, LongSupplier own) {
        if (!generator.context().equals(context)) {
            return own.getAsLong();
        }
        if (made.size() >= most) {
            throw new TooManyDrawsError();
        }
        Site site = sites.here(generator, method);
        long value = wished.isEmpty() ? own.getAsLong() : played(wished.get().get(generator), domain, site);
        made.add(new Choice(generator, domain, value, site));
        return value;
    }

    @Override
    public synchronized void keep(GeneratorName generator) {
        if (generator.context().equals(context)) {
            kept.add(generator);
        }
    }

    /** Returns whether the test drew for ever, and so was ended. */
    public synchronized boolean isEndless() {
        return made.size() >= most;
    }

    /** Returns the generators that gave what they drew. */
    public synchronized Set<GeneratorName> kept() {
        return Set.copyOf(kept);
    }

    /** Takes the next value; that of another line of code waits, as there is a draw here that was not made before. */
    private static long played(@Nullable Queue<Choice> choices, Domain domain, Site site) {
        @Nullable Choice next = choices == null ? null : choices.peek();
        if (choices == null || next == null || (!next.domain().equals(domain) && next.isElsewhere(site))) {
            return domain.simplest();
        }
        choices.remove();
        return domain.fit(next.domain(), next.value());
    }

    /** Ends a run that draws for ever. */
    private static final class TooManyDrawsError extends Error {

        private static final long serialVersionUID = 1;

        TooManyDrawsError() {
            super("draws for ever", null, true, false);
        }
    }

    /** Returns the draws that were made. */
    public synchronized List<Choice> made() {
        return List.copyOf(made);
    }
}
