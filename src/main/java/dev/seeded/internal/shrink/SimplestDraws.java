package dev.seeded.internal.shrink;

import dev.seeded.internal.draws.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The simplest draws that were found.
 *
 * @param first how many draws the test made first
 * @param draws the draws that are left
 * @param runs how often the test ran until these were found
 * @param any the numbers of those that may have any value, from 0 on
 */
public record SimplestDraws(int first, List<Choice> draws, int runs, Set<Integer> any) {

    /** Characters of a text of draws. */
    public static final int LONGEST_TEXT = 8_000;

    /** Both ends of what a draw may be, and ten random values. */
    private static final int ATTEMPTS = 12;

    private static final int LISTED = 20;

    /**
     * Shrinks draws.
     *
     * @param first with which a test fails
     * @param run runs the test with others
     * @param goesOn whether there is time for another run
     */
    public static SimplestDraws of(List<Choice> first, Function<List<Choice>, Attempt> run, BooleanSupplier goesOn) {
        Trials trials = new Trials(first, run, goesOn);
        Shrinker.shrink(trials);
        return new SimplestDraws(first.size(), trials.best(), trials.runs(), explain(trials.best(), run, goesOn));
    }

    /** Finds the draws after any value of which the failure stays: one by one, and then all of them together. */
    private static Set<Integer> explain(
            List<Choice> draws, Function<List<Choice>, Attempt> run, BooleanSupplier goesOn) {
        Random random = new Random(draws.hashCode());
        Set<Integer> any = new TreeSet<>();
        for (int at = 0; at < draws.size() && goesOn.getAsBoolean(); at++) {
            // Where the simplest value did not fail, not every value does.
            if (draws.get(at).isSimplest()
                    && draws.get(at).hasChoice()
                    && isAny(Set.of(at), draws, run, goesOn, random)) {
                any.add(at);
            }
        }
        return any.size() < 2 || isAny(any, draws, run, goesOn, random) ? any : Set.of();
    }

    private static boolean isAny(
            Set<Integer> cells,
            List<Choice> draws,
            Function<List<Choice>, Attempt> run,
            BooleanSupplier goesOn,
            Random random) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            List<Choice> candidate = new ArrayList<>(draws);
            for (int cell : cells) {
                Domain domain = candidate.get(cell).domain();
                long value = attempt == 0 ? domain.most() : attempt == 1 ? domain.least() : domain.any(random);
                candidate.set(cell, candidate.get(cell).with(value));
            }
            Attempt found = run.apply(candidate);
            if (!found.isAlike() || found.made().size() != draws.size()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns draws as a text that plays them to the test, or invocation, with this unique id; empty if it is too long for
     * command lines and constants.
     */
    public static Optional<String> shortText(String uniqueId, List<Choice> draws) {
        return Optional.of(DrawsText.of(uniqueId, draws)).filter(text -> text.length() <= LONGEST_TEXT);
    }

    /** Returns the draws as a person reads them: equal ones in a row once, with their number. */
    public String listed() {
        StringBuilder text = new StringBuilder();
        int listed = 0;
        for (int at = 0; at < draws.size() && listed < LISTED; listed++) {
            int end = at + 1;
            while (end < draws.size() && isAlike(at, end)) {
                end++;
            }
            text.append(at == 0 ? "" : ", ")
                    .append(end - at == 1 ? "" : (end - at) + " × ")
                    .append(text(at));
            if (end == draws.size()
                    || !draws.get(end).place().equals(draws.get(at).place())) {
                text.append(draws.get(at).place());
            }
            at = end;
            if (listed + 1 == LISTED && at < draws.size()) {
                text.append(", and ").append(draws.size() - at).append(" more");
            }
        }
        return draws.isEmpty() ? "none" : text.toString();
    }

    private boolean isAlike(int one, int other) {
        return text(one).equals(text(other))
                && draws.get(one).place().equals(draws.get(other).place());
    }

    private String text(int at) {
        return any.contains(at) ? "any " + draws.get(at).call() : draws.get(at).text();
    }
}
