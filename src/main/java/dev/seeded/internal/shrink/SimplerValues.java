package dev.seeded.internal.shrink;

import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.Draw.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Passes that make values simpler, one by one or in rows. */
final class SimplerValues {

    /** Draws in a row that are simplified together at least, before each is by itself. */
    private static final int FEWEST_IN_A_ROW = 4;

    /** So much less is tried one by one, where less by one does not fail. */
    private static final int STEPS = 3;

    /** Decimal places that a real number is left with at most, or else with all of them. */
    private static final int PLACES = 6;

    private SimplerValues() {}

    /** Has all draws give the simplest value. */
    static void simplifyAll(Trials trials) {
        trials.improve(draws -> draws.replaceAll(Choice::simplest));
    }

    /** Has a half of the draws give the simplest value, a quarter, and so on, and each of them. */
    static void simplifyBlocks(Trials trials) {
        for (int size = Math.max(1, trials.size() / 2); size > 0; size = size == 1 ? 0 : smaller(size)) {
            for (int from = 0; from < trials.size(); from += size) {
                int first = from;
                int end = Math.min(trials.size(), from + size);
                trials.improve(draws -> draws.subList(first, end).replaceAll(Choice::simplest));
            }
        }
    }

    private static int smaller(int size) {
        return size / 2 < FEWEST_IN_A_ROW ? 1 : size / 2;
    }

    /** Lowers each value as far as it goes: {@code 57} becomes {@code 41}. */
    static void lowerEach(Trials trials) {
        for (int at = 0; at < trials.size(); at++) {
            lower(trials, List.of(at));
        }
    }

    /** Lowers equal values as far as they go together. */
    static void lower(Trials trials, List<Integer> cells) {
        trials.check();
        Choice choice = trials.best(cells.get(0));
        LongPredicate fails = value -> cells.get(cells.size() - 1) < trials.size()
                && trials.improve(draws -> cells.forEach(cell -> draws.set(
                        cell, draws.get(cell).with(draws.get(cell).domain().fit(value)))));
        if (choice.isSimplest() || fails.test(choice.domain().simplest())) {
            return;
        }
        switch (choice.domain().kind()) {
            case WHOLE -> lowerWhole(choice, fails);
            case REAL -> lowerReal(choice, fails);
            case TRUTH -> {
                // There is but one simpler value.
            }
        }
    }

    private static void lowerWhole(Choice choice, LongPredicate fails) {
        long simplest = choice.domain().simplest();
        long value = choice.value();
        long mirrored = simplest + (simplest - value);
        if (value < simplest && choice.domain().includes(mirrored) && mirrored > simplest && fails.test(mirrored)) {
            value = mirrored;
        }
        boolean above = value > simplest;
        LongUnaryOperator at = distance -> above ? simplest + distance : simplest - distance;
        long distance = choice.domain().distance(value);
        if (fails.test(at.applyAsLong(1)) || !fails.test(at.applyAsLong(distance - 1))) {
            return;
        }
        // The least distance that fails has so many bits; it lies above the one, and is the other or below it.
        long passes = 1;
        long known = distance - 1;
        int low = 1;
        int high = Long.SIZE - Long.numberOfLeadingZeros(known) - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (fails.test(at.applyAsLong(1L << middle))) {
                known = 1L << middle;
                high = middle;
            } else {
                passes = 1L << middle;
                low = middle + 1;
            }
        }
        bisect(passes, known, middle -> fails.test(at.applyAsLong(middle)));
    }

    /** Goes from what fails towards what passes, as far as it fails. */
    static void bisect(long passes, long fails, LongPredicate test) {
        long passing = passes;
        long failing = fails;
        while (Math.abs(failing - passing) > 1) {
            long middle = Math.min(failing, passing) + Math.abs(failing - passing) / 2;
            if (test.test(middle)) {
                failing = middle;
            } else {
                passing = middle;
            }
        }
    }

    /** Takes decimal places away, from the fewest on, and then lowers what is left as a whole number. */
    private static void lowerReal(Choice choice, LongPredicate fails) {
        double value = Double.longBitsToDouble(choice.value());
        double size = Math.abs(value);
        boolean isNegative = value < 0 && !fails.test(Double.doubleToLongBits(size));
        DoublePredicate failsAt = other -> fails.test(Double.doubleToLongBits(isNegative ? -other : other));
        double scale = 1;
        for (int places = 0; places < PLACES && places <= Domain.decimals(size); places++) {
            double down = Math.floor(size * scale) / scale;
            double up = Math.ceil(size * scale) / scale;
            boolean isDown = down == size || failsAt.test(down);
            if (isDown || failsAt.test(up)) {
                double unit = scale;
                bisect(0, Math.round((isDown ? down : up) * scale), whole -> failsAt.test(whole / unit));
                return;
            }
            scale *= 10;
        }
    }

    /** Tries values that are a little simpler, on both sides of the simplest, where the next one does not fail. */
    static void stepEach(Trials trials) {
        for (int at = 0; at < trials.size(); at++) {
            trials.check();
            if (trials.best(at).isWhole()) {
                step(trials, at);
            }
        }
    }

    private static void step(Trials trials, int at) {
        Choice choice = trials.best(at);
        long simplest = choice.domain().simplest();
        long distance = choice.distance();
        for (long less = 0; less <= STEPS && Long.compareUnsigned(less, distance) < 0; less++) {
            for (long value : new long[] {simplest + distance - less, simplest - distance + less}) {
                if (choice.domain().includes(value)
                        && choice.domain().compare(value, choice.value()) < 0
                        && trials.improve(at, value)) {
                    return;
                }
            }
        }
    }

    /** Sorts what begins at one site: the elements of a list, say. */
    static void sortSegments(Trials trials) {
        Map<Site, List<Integer>> bySite = new LinkedHashMap<>();
        for (int at = 0; at < trials.size(); at++) {
            @Nullable Site site = trials.best(at).site();
            if (site != null) {
                bySite.computeIfAbsent(site, unused -> new ArrayList<>()).add(at);
            }
        }
        for (List<Integer> starts : bySite.values()) {
            trials.check();
            if (starts.size() > 1 && sort(trials, starts)) {
                return;
            }
        }
    }

    private static boolean sort(Trials trials, List<Integer> starts) {
        List<List<Choice>> segments = segments(trials.best(), starts);
        List<List<Choice>> sorted = new ArrayList<>(segments);
        sorted.sort(Choice::compare);
        if (sorted.equals(segments) || arrange(trials, starts, sorted)) {
            return !sorted.equals(segments);
        }
        for (int first = 0; first + 1 < segments.size(); first++) {
            if (Choice.compare(segments.get(first + 1), segments.get(first)) < 0) {
                List<List<Choice>> swapped = new ArrayList<>(segments);
                swapped.set(first, segments.get(first + 1));
                swapped.set(first + 1, segments.get(first));
                if (arrange(trials, starts, swapped)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<List<Choice>> segments(List<Choice> draws, List<Integer> starts) {
        List<Integer> bounds = new ArrayList<>(starts);
        bounds.add(Elements.end(draws, starts, draws.size()));
        List<List<Choice>> segments = new ArrayList<>();
        for (int number = 0; number < starts.size(); number++) {
            segments.add(draws.subList(bounds.get(number), bounds.get(number + 1)));
        }
        return segments;
    }

    private static boolean arrange(Trials trials, List<Integer> starts, List<List<Choice>> segments) {
        List<Choice> arranged = segments.stream().flatMap(List::stream).toList();
        return trials.improve(draws -> {
            for (int at = 0; at < arranged.size(); at++) {
                draws.set(starts.get(0) + at, arranged.get(at));
            }
        });
    }
}
