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

    /** Equal draws in a row: how many, as they are written in code, and their place after " at ". */
    public record Row(int times, String draw, String place) {

        private boolean isAt(Row other) {
            return place.equals(other.place);
        }
    }

    /** Returns the first of them as a person reads them, one by one. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < draws.size() && rows.size() < LISTED; ) {
            int end = at + 1;
            while (end < draws.size() && isAlike(at, end)) {
                end++;
            }
            rows.add(new Row(end - at, text(at), draws.get(at).place()));
            at = end;
        }
        return rows;
    }

    /** Returns the draws as a person reads them: equal ones in a row once, with their number. */
    public String listed() {
        StringBuilder text = new StringBuilder();
        List<Row> rows = rows();
        int more = draws.size() - rows.stream().mapToInt(Row::times).sum();
        int ofPlace = 0;
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            text.append(at == 0 ? "" : ofPlace == 0 ? "; " : ", ")
                    .append(row.times == 1 ? "" : row.times + " × ")
                    .append(row.draw);
            boolean isFirst = ofPlace == 0;
            ofPlace += row.times;
            if (at + 1 == rows.size() || !row.isAt(rows.get(at + 1))) {
                String all = isFirst || row.place.isEmpty() ? "" : ofPlace == 2 ? ", both" : ", all";
                text.append(all).append(row.place);
                ofPlace = 0;
            }
        }
        text.append(more > 0 ? "; and " + more + " more" : "");
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
