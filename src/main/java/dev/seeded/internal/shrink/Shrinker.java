package dev.seeded.internal.shrink;

import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.Draw.Site;
import dev.seeded.internal.shrink.Shrunk.Attempt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the simplest draws with which a test fails alike: the fewest, and of those the ones with the simplest values, the
 * earlier draws first.
 *
 * <p>Any list of draws can be played: values that do not fit are replaced by the nearest that do, missing ones by the
 * simplest. So a change need not keep the structure of what the test makes of the draws (D. MacIver and A. Donaldson,
 * "Test-Case Reduction via Test-Case Generation", ECOOP 2020). Where draws lie in elements of a list, whose number was drawn
 * before, is guessed from the places in the code; lists are shortened by halves (A. Zeller and R. Hildebrandt, "Simplifying
 * and Isolating Failure-Inducing Input", 2002).
 */
final class Shrinker {

    /** Draws that are tried together at most, in pairs. */
    private static final int NEAR = 12;

    /** Draws in a row that are simplified together at least, before each is by itself. */
    private static final int FEWEST_IN_A_ROW = 4;

    /** Draws in a row that are dropped at most where their number is not a half of all, a quarter, and so on. */
    private static final int MOST_IN_A_ROW = 8;

    /** So much less is tried one by one, where less by one does not fail. */
    private static final int STEPS = 4;

    /** What an element adds by being there, at most: a word of one letter, say, that letter and a blank. */
    private static final int PRESENCE = 2;

    /** Decimal places that a real number is left with at most, or else with all of them. */
    private static final int PLACES = 6;

    private final Function<List<Choice>, Attempt> trial;
    private final BooleanSupplier goesOn;
    /** How many draws were made with those that were tried. */
    private final Map<List<Long>, Integer> tried = new HashMap<>();

    private List<Choice> best;
    private int improvements;

    /** Whether blocks could be dropped when that was tried last, which is to be tried again soon. */
    private boolean blocksHelp = true;

    private int runs;

    /**
     * Begins with draws.
     *
     * @param trial runs the test with others
     * @param goesOn whether there is time for another run
     */
    Shrinker(List<Choice> first, Function<List<Choice>, Attempt> trial, BooleanSupplier goesOn) {
        this.best = List.copyOf(first);
        this.trial = trial;
        this.goesOn = goesOn;
        tried.put(key(best), best.size());
    }

    /** Returns the simplest draws that were found. */
    List<Choice> best() {
        return best;
    }

    /** Returns how often the test ran. */
    int runs() {
        return runs;
    }

    /** Goes on until nothing helps, or there is no time left. */
    void shrink() {
        consider(best.stream()
                .map(choice -> choice.with(choice.domain().simplest()))
                .toList());
        int before;
        int equallyMany = 0;
        do {
            before = improvements;
            int size = best.size();
            fewer();
            simpler();
            if (improvements == before || equallyMany > 1) {
                together();
            }
            // Values that hold each other are lowered together, rather than one by one for ever.
            equallyMany = best.size() == size ? equallyMany + 1 : 0;
            if (improvements == before) {
                rarely();
            }
        } while (improvements > before && goesOn.getAsBoolean());
    }

    private void fewer() {
        int before = improvements;
        shortenLists();
        if (improvements == before) {
            raiseCalls();
            tryEnds();
            if (blocksHelp) {
                deleteBlocks();
            }
        }
    }

    private void simpler() {
        int before = improvements;
        simplifyBlocks();
        if (improvements > before) {
            // Elements that don't matter are dropped before the others are lowered step by step.
            return;
        }
        shiftPairs();
        for (int at = 0; at < best.size(); at++) {
            lower(at);
        }
        sortSegments();
    }

    private void together() {
        exchangeValues();
        lowerEqualOnes();
        lowerPairs();
    }

    private void rarely() {
        int before = improvements;
        // Those that need few runs come first.
        List<Runnable> passes = List.of(
                this::mergeLists,
                this::raiseNeighbours,
                this::stepAll,
                this::lowerTwo,
                this::deleteBlocks,
                this::deleteAnyBlocks,
                this::dropWithLowerOnes);
        for (Runnable pass : passes) {
            pass.run();
            if (improvements > before) {
                return;
            }
        }
    }

    // Fewer draws

    /** Where elements of a list begin; the last entry is where the last one ends. */
    private record Elements(List<Integer> starts) {

        int size() {
            return starts.size() - 1;
        }
    }

    private List<Elements> elements(int count) {
        if (count + 1 >= best.size() || !best.get(count).isWhole()) {
            return List.of();
        }
        @Nullable Site first = best.get(count + 1).site();
        int limit = count + 1;
        while (limit < best.size() && !isAt(limit, best.get(count).site())) {
            limit++;
        }
        List<Integer> starts = new ArrayList<>();
        for (int at = count + 1; at < limit; at++) {
            if (isAt(at, first)) {
                starts.add(at);
            }
        }
        if (starts.isEmpty()) {
            return List.of();
        }
        int last = starts.get(starts.size() - 1);
        if (starts.size() == 1) {
            // The only one ends somewhere.
            return IntStream.of(last + 1, limit)
                    .distinct()
                    .mapToObj(end -> new Elements(List.of(last, end)))
                    .toList();
        }
        starts.add(end(starts, limit));
        return List.of(new Elements(List.copyOf(starts)));
    }

    /** Returns where the last one of several ends: with what is drawn at a place of none before it. */
    private int end(List<Integer> starts, int limit) {
        int last = starts.get(starts.size() - 1);
        Set<Site> known = new HashSet<>();
        for (int at = starts.get(0); at < last; at++) {
            known.add(best.get(at).site());
        }
        int end = last;
        while (end < limit && known.contains(best.get(end).site())) {
            end++;
        }
        return end;
    }

    private boolean isAt(int index, @Nullable Site site) {
        return site != null && site.equals(best.get(index).site());
    }

    /** Drops elements, and lowers their number by as many. */
    private void shortenLists() {
        for (int count = 0; count < best.size(); count++) {
            int size = Integer.MAX_VALUE;
            int from = 0;
            while (size > 0 && goesOn.getAsBoolean()) {
                List<Elements> found = elements(count);
                int most = found.isEmpty() ? 0 : droppable(count, found);
                if (size > most) {
                    size = most;
                    from = 0;
                }
                if (size > 0 && !drop(count, found, from, size)) {
                    from += size;
                    if (from + size > most) {
                        from = 0;
                        size = size == 1 ? 0 : Math.max(1, size / 2);
                    }
                }
            }
        }
    }

    /** Returns how many elements there are at most, without more than their number can be lowered by. */
    private int droppable(int count, List<Elements> found) {
        Choice number = best.get(count);
        int most = found.stream().mapToInt(Elements::size).max().orElse(0);
        return (int) Math.min(most, Math.max(0, number.value() - number.domain().least()));
    }

    private boolean drop(int count, List<Elements> found, int from, int size) {
        for (Elements elements : found) {
            if (from + size <= elements.size()) {
                Choice number = best.get(count);
                List<Choice> candidate = new ArrayList<>(best);
                candidate
                        .subList(elements.starts.get(from), elements.starts.get(from + size))
                        .clear();
                candidate.set(count, number.with(number.value() - size));
                if (consider(candidate, best.size())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Has a call of a method stand for the call of that method around it: a part of an expression for the whole, say. */
    private void raiseCalls() {
        for (int outer = 0; outer < best.size(); outer++) {
            int inner = outer + 1;
            while (outer < best.size() && inner < callEnd(outer) && goesOn.getAsBoolean()) {
                boolean isRaised = isCallWithin(outer, inner) && replaceCall(outer, inner);
                inner = isRaised ? outer + 1 : inner + 1;
            }
        }
    }

    private boolean replaceCall(int outer, int inner) {
        List<Choice> candidate = new ArrayList<>(best.subList(0, outer));
        candidate.addAll(best.subList(inner, callEnd(inner)));
        candidate.addAll(best.subList(callEnd(outer), best.size()));
        return consider(candidate);
    }

    /** Returns whether two draws are made in one line of code, which calls itself in between. */
    private boolean isCallWithin(int outer, int inner) {
        List<StackTraceElement> around = frames(outer);
        List<StackTraceElement> within = frames(inner);
        return within.size() > around.size() && within.get(0).equals(around.get(0));
    }

    /** Returns where the method ends that makes a draw, or makes that draw again. */
    private int callEnd(int first) {
        List<StackTraceElement> call = frames(first);
        int end = first + 1;
        while (!call.isEmpty() && end < best.size() && isWithin(call, frames(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWithin(List<StackTraceElement> call, List<StackTraceElement> frames) {
        int deeper = frames.size() - call.size();
        return deeper >= 0
                && isOfSameMethod(frames.get(deeper), call.get(0))
                && frames.subList(deeper + 1, frames.size()).equals(call.subList(1, call.size()))
                && !frames.equals(call);
    }

    private static boolean isOfSameMethod(StackTraceElement one, StackTraceElement other) {
        return one.getClassName().equals(other.getClassName())
                && one.getMethodName().equals(other.getMethodName());
    }

    private List<StackTraceElement> frames(int at) {
        @Nullable Site site = best.get(at).site();
        return site == null ? List.of() : site.frames();
    }

    /** Has one element stand for a list of several, at either end of what it may be. */
    private void tryEnds() {
        for (int count = 0; count < best.size(); count++) {
            for (Elements elements : elements(count)) {
                int first = elements.starts.get(0);
                if (elements.size() > 1
                        && elements.starts.get(1) == first + 1
                        && best.get(first).isWhole()) {
                    Choice number = best.get(count);
                    Choice element = best.get(first);
                    for (long end : new long[] {
                        element.domain().least(), element.domain().most()
                    }) {
                        List<Choice> candidate = new ArrayList<>(best);
                        candidate
                                .subList(first + 1, elements.starts.get(elements.size()))
                                .clear();
                        candidate.set(count, number.with(number.value() - elements.size() + 1));
                        candidate.set(first, element.with(end));
                        if (consider(candidate)) {
                            return;
                        }
                    }
                }
            }
        }
    }

    private void deleteBlocks() {
        int before = improvements;
        for (int size = Math.max(1, best.size() / 2); size > 0; size = size == 1 ? 0 : size / 2) {
            for (int from = best.size() - size; from >= 0 && goesOn.getAsBoolean(); from -= size) {
                delete(from, Math.min(best.size(), from + size));
                from = Math.min(from, best.size());
            }
        }
        blocksHelp = improvements > before;
    }

    private boolean delete(int from, int to) {
        if (from < 0 || from >= to) {
            return false;
        }
        List<Choice> candidate = new ArrayList<>(best);
        candidate.subList(from, to).clear();
        return consider(candidate);
    }

    // Simpler values

    private void simplifyBlocks() {
        for (int size = Math.max(1, best.size() / 2); size > 0; size = size == 1 ? 0 : smaller(size)) {
            for (int from = 0; from < best.size() && goesOn.getAsBoolean(); from += size) {
                List<Choice> candidate = new ArrayList<>(best);
                for (int at = from; at < Math.min(best.size(), from + size); at++) {
                    candidate.set(
                            at,
                            candidate.get(at).with(candidate.get(at).domain().simplest()));
                }
                consider(candidate);
            }
        }
    }

    private static int smaller(int size) {
        return size / 2 < FEWEST_IN_A_ROW ? 1 : size / 2;
    }

    /** Lowers one value as far as it goes. */
    private void lower(int at) {
        lowerAll(List.of(at));
    }

    private void lowerAll(List<Integer> cells) {
        Choice choice = best.get(cells.get(0));
        LongPredicate fails = value -> considerAll(cells, value);
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

    private boolean considerAll(List<Integer> cells, long value) {
        List<Choice> candidate = new ArrayList<>(best);
        for (int cell : cells) {
            if (cell >= candidate.size()) {
                return false;
            }
            candidate.set(
                    cell, candidate.get(cell).with(candidate.get(cell).domain().fit(value)));
        }
        return consider(candidate);
    }

    private void lowerWhole(Choice choice, LongPredicate fails) {
        long simplest = choice.domain().simplest();
        long value = choice.value();
        long mirrored = simplest + (simplest - value);
        if (value < simplest && choice.domain().includes(mirrored) && mirrored > simplest && fails.test(mirrored)) {
            value = mirrored;
        }
        boolean above = value > simplest;
        LongFunction<Long> at = distance -> above ? simplest + distance : simplest - distance;
        long distance = choice.domain().distance(value);
        if (fails.test(at.apply(1L)) || !fails.test(at.apply(distance - 1))) {
            return;
        }
        // The least distance that fails has so many bits; it lies above the one, and is the other or below it.
        long passes = 1;
        long known = distance - 1;
        int low = 1;
        int high = Long.SIZE - Long.numberOfLeadingZeros(known) - 1;
        while (low < high && goesOn.getAsBoolean()) {
            int middle = (low + high) / 2;
            if (fails.test(at.apply(1L << middle))) {
                known = 1L << middle;
                high = middle;
            } else {
                passes = 1L << middle;
                low = middle + 1;
            }
        }
        bisect(passes, known, middle -> fails.test(at.apply(middle)));
    }

    /** Goes from what fails towards what passes, as far as it fails. */
    private void bisect(long passes, long fails, LongPredicate test) {
        long passing = passes;
        long failing = fails;
        while (Math.abs(failing - passing) > 1 && goesOn.getAsBoolean()) {
            long middle = Math.min(failing, passing) + Math.abs(failing - passing) / 2;
            if (test.test(middle)) {
                failing = middle;
            } else {
                passing = middle;
            }
        }
    }

    /** Takes decimal places away, from the fewest on, and then lowers what is left as a whole number. */
    private void lowerReal(Choice choice, LongPredicate fails) {
        double value = Double.longBitsToDouble(choice.value());
        double size = Math.abs(value);
        boolean isNegative = value < 0 && !fails.test(Double.doubleToLongBits(size));
        DoublePredicate failsAt = other -> fails.test(Double.doubleToLongBits(isNegative ? -other : other));
        double scale = 1;
        for (int places = 0; places < PLACES && places <= Domain.decimals(size) && goesOn.getAsBoolean(); places++) {
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

    /** Sorts what begins at one place: the elements of a list, say. */
    private void sortSegments() {
        Map<Site, List<Integer>> bySite = new LinkedHashMap<>();
        for (int at = 0; at < best.size(); at++) {
            @Nullable Site site = best.get(at).site();
            if (site != null) {
                bySite.computeIfAbsent(site, unused -> new ArrayList<>()).add(at);
            }
        }
        for (List<Integer> starts : bySite.values()) {
            int before = improvements;
            if (starts.size() > 1 && starts.get(starts.size() - 1) < best.size() && goesOn.getAsBoolean()) {
                sort(starts);
            }
            if (improvements > before) {
                return;
            }
        }
    }

    private void sort(List<Integer> starts) {
        List<List<Choice>> segments = segments(starts);
        List<List<Choice>> sorted = new ArrayList<>(segments);
        sorted.sort(Shrinker::compare);
        if (sorted.equals(segments) || considerSegments(starts, sorted)) {
            return;
        }
        for (int first = 0; first + 1 < segments.size(); first++) {
            if (compare(segments.get(first + 1), segments.get(first)) < 0) {
                List<List<Choice>> swapped = new ArrayList<>(segments);
                swapped.set(first, segments.get(first + 1));
                swapped.set(first + 1, segments.get(first));
                if (considerSegments(starts, swapped)) {
                    return;
                }
            }
        }
    }

    private List<List<Choice>> segments(List<Integer> starts) {
        int end = end(starts, best.size());
        List<List<Choice>> segments = new ArrayList<>();
        for (int number = 0; number < starts.size(); number++) {
            segments.add(best.subList(starts.get(number), number + 1 < starts.size() ? starts.get(number + 1) : end));
        }
        return segments;
    }

    private boolean considerSegments(List<Integer> starts, List<List<Choice>> segments) {
        List<Choice> candidate = new ArrayList<>(best.subList(0, starts.get(0)));
        segments.forEach(candidate::addAll);
        candidate.addAll(best.subList(candidate.size(), best.size()));
        return consider(candidate);
    }

    // Several values at once

    /** Exchanges two values wherever they are, such as the keys of operations: the simpler one comes first. */
    private void exchangeValues() {
        for (int first = 0; first < best.size(); first++) {
            for (int second = first + 1; second < best.size() && goesOn.getAsBoolean(); second++) {
                Choice one = best.get(first);
                Choice other = best.get(second);
                if (one.isWhole()
                        && one.domain().equals(other.domain())
                        && one.domain().compare(other.value(), one.value()) < 0
                        && isFirst(first)
                        && isFirst(second)) {
                    consider(best.stream()
                            .map(choice -> isEqual(choice, one)
                                    ? choice.with(other.value())
                                    : isEqual(choice, other) ? choice.with(one.value()) : choice)
                            .toList());
                }
            }
        }
    }

    /** Returns whether no draw before is equal. */
    private boolean isFirst(int at) {
        return best.subList(0, at).stream().noneMatch(choice -> isEqual(choice, best.get(at)));
    }

    private static boolean isEqual(Choice one, Choice other) {
        return one.value() == other.value() && one.domain().equals(other.domain());
    }

    private void lowerEqualOnes() {
        Map<List<Object>, List<Integer>> byValue = new LinkedHashMap<>();
        for (int at = 0; at < best.size(); at++) {
            Choice choice = best.get(at);
            if (!choice.isSimplest()) {
                byValue.computeIfAbsent(List.of(choice.domain(), choice.value()), unused -> new ArrayList<>())
                        .add(at);
            }
        }
        for (List<Integer> cells : byValue.values()) {
            List<Choice> now = best;
            if (cells.size() > 1 && goesOn.getAsBoolean()) {
                lowerAll(cells);
            }
            if (best.size() != now.size()) {
                return;
            }
        }
    }

    private void lowerPairs() {
        forPairs((first, second) -> {
            // The sum stays, or the difference.
            lower(new Shift(first, second, -1));
            if (arePair(first, second) && !best.get(second).isSimplest()) {
                lower(new Shift(first, second, 1));
            }
        });
    }

    /** Lowers one value while another takes all of that, as far as its domain goes: one run instead of many. */
    private void shiftPairs() {
        forPairs((first, second) -> {
            Shift shift = new Shift(first, second, -1);
            long most = shift.most();
            if (most > 0 && !best.get(second).isSimplest()) {
                consider(shift, most);
            }
        });
    }

    private void forPairs(BiConsumer<Integer, Integer> pass) {
        for (int first = 0; first < best.size(); first++) {
            for (int second = first + 1;
                    second < Math.min(best.size(), first + NEAR) && goesOn.getAsBoolean();
                    second++) {
                if (arePair(first, second)) {
                    pass.accept(first, second);
                }
            }
        }
    }

    private boolean arePair(int first, int second) {
        if (second >= best.size()) {
            return false;
        }
        Choice one = best.get(first);
        Choice other = best.get(second);
        return one.isWhole() && !one.isSimplest() && one.domain().equals(other.domain());
    }

    /** Lowers one value as far as it goes while another changes by as much. */
    private void lower(Shift shift) {
        long most = shift.most();
        if (most > 0 && !consider(shift, most) && consider(shift, 1)) {
            bisect(most, 1, by -> consider(shift, by));
        }
    }

    private boolean consider(Shift shift, long by) {
        Choice changed = shift.changed(by);
        if (!changed.domain().includes(changed.value()) || shift.second >= best.size()) {
            return false;
        }
        List<Choice> candidate = new ArrayList<>(best);
        candidate.set(shift.first, shift.lowered(by));
        candidate.set(shift.second, changed);
        return consider(candidate);
    }

    /** What becomes of two of the best draws when one goes towards its simplest value, and another in step with it. */
    private final class Shift {

        private final int first;
        private final int second;
        private final int direction;
        private final Choice one;
        private final Choice other;
        private final long towards;

        /** With 1 as direction, both values change in the same one; with -1, in opposite ones. */
        Shift(int first, int second, int direction) {
            this.first = first;
            this.second = second;
            this.direction = direction;
            one = best.get(first);
            other = best.get(second);
            towards = one.value() > one.domain().simplest() ? -1 : 1;
        }

        Choice lowered(long by) {
            return one.with(one.value() + towards * by);
        }

        Choice changed(long by) {
            return other.with(other.value() + direction * towards * by);
        }

        /** Returns how far this goes, by the distance of the one and the domain of the other. */
        long most() {
            long distance = one.domain().distance(one.value());
            long room = direction * towards < 0
                    ? other.value() - other.domain().least()
                    : other.domain().most() - other.value();
            return room < 0 && direction < 0 ? distance : Math.min(distance, Math.max(0, room));
        }
    }

    // What helps rarely

    /** Makes one list of two, where a list of lists was drawn. */
    private void mergeLists() {
        for (int outer = 0; outer < best.size(); outer++) {
            for (Elements lists : elements(outer)) {
                for (int list = 0; list + 1 < lists.size() && goesOn.getAsBoolean(); list++) {
                    int first = lists.starts.get(list);
                    int second = lists.starts.get(list + 1);
                    if (second < best.size()
                            && best.get(first).isWhole()
                            && best.get(second).isWhole()) {
                        List<Choice> candidate = new ArrayList<>(best);
                        Choice number = candidate.get(outer);
                        Choice length = candidate.get(first);
                        candidate.set(outer, number.with(number.value() - 1));
                        candidate.set(
                                first,
                                length.with(
                                        length.value() + candidate.get(second).value()));
                        candidate.remove(second);
                        if (consider(candidate)) {
                            return;
                        }
                    }
                }
            }
        }
    }

    /** Drops some draws in a row. */
    private void deleteAnyBlocks() {
        for (int size = Math.min(MOST_IN_A_ROW, best.size()); size > 0; size--) {
            for (int from = 0; from + size <= best.size() && goesOn.getAsBoolean(); from++) {
                if (delete(from, from + size)) {
                    return;
                }
            }
        }
    }

    /** Lowers a draw on which the number of the others depends, and drops some of those after it. */
    private void dropWithLowerOnes() {
        for (int at = 0; at < best.size(); at++) {
            Choice number = best.get(at);
            if (number.isWhole() && !number.isSimplest()) {
                List<Choice> lower = new ArrayList<>(best);
                lower.set(at, number.with(nearer(number)));
                if (consider(lower)) {
                    return;
                }
                if (tried.getOrDefault(key(lower), 0) != best.size() && drop(at + 1, lower)) {
                    return;
                }
            }
        }
    }

    private boolean drop(int first, List<Choice> draws) {
        for (int from = first; from < Math.min(draws.size(), first + MOST_IN_A_ROW); from++) {
            for (int size = 1; size <= Math.min(MOST_IN_A_ROW / 2, draws.size() - from); size++) {
                List<Choice> candidate = new ArrayList<>(draws);
                candidate.subList(from, from + size).clear();
                if (consider(candidate)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Drops an element of a list that cannot be simpler, and raises the one before or after it a little. */
    private void raiseNeighbours() {
        for (int count = 0; count < best.size(); count++) {
            for (Elements elements : elements(count)) {
                for (int element = 0; element < elements.size(); element++) {
                    int dropped = elements.starts.get(element);
                    if (best.get(dropped).isSimplest() && elements.starts.get(element + 1) == dropped + 1) {
                        for (int neighbour : new int[] {element - 1, element + 1}) {
                            if (neighbour >= 0
                                    && neighbour < elements.size()
                                    && raise(count, dropped, elements.starts.get(neighbour))) {
                                return;
                            }
                        }
                    }
                }
            }
        }
    }

    private boolean raise(int count, int dropped, int raised) {
        Choice number = best.get(count);
        Choice choice = best.get(raised);
        long away = choice.value() < choice.domain().simplest() ? -1 : 1;
        for (long by = 1; by <= PRESENCE && choice.isWhole(); by++) {
            List<Choice> candidate = new ArrayList<>(best);
            candidate.set(count, number.with(number.value() - 1));
            candidate.set(raised, choice.with(choice.domain().fit(choice.value() + away * by)));
            candidate.remove(dropped);
            if (consider(candidate)) {
                return true;
            }
        }
        return false;
    }

    private void stepAll() {
        for (int at = 0; at < best.size(); at++) {
            step(at);
        }
    }

    /** Lowers two draws of different kinds at once. */
    private void lowerTwo() {
        for (int first = 0; first < best.size(); first++) {
            for (int second = first + 1; second < Math.min(best.size(), first + NEAR); second++) {
                Choice one = best.get(first);
                Choice other = best.get(second);
                if (one.isWhole() && other.isWhole() && !one.isSimplest() && !other.isSimplest()) {
                    List<Choice> candidate = new ArrayList<>(best);
                    candidate.set(first, one.with(nearer(one)));
                    candidate.set(second, other.with(nearer(other)));
                    if (consider(candidate)) {
                        return;
                    }
                }
            }
        }
    }

    /** Returns the value that is nearer to the simplest by one. */
    private static long nearer(Choice choice) {
        return choice.value() > choice.domain().simplest() ? choice.value() - 1 : choice.value() + 1;
    }

    /** Tries values that are a little simpler, on both sides of the simplest, where the next one does not fail. */
    private void step(int at) {
        Choice choice = best.get(at);
        if (!choice.isWhole()) {
            return;
        }
        long simplest = choice.domain().simplest();
        long distance = choice.domain().distance(choice.value());
        for (long less = 0; less <= STEPS && Long.compareUnsigned(less, distance) < 0; less++) {
            for (long value : new long[] {simplest + distance - less, simplest - distance + less}) {
                if (choice.domain().includes(value)
                        && choice.domain().compare(value, choice.value()) < 0
                        && considerAll(List.of(at), value)) {
                    return;
                }
            }
        }
    }

    // One run

    private boolean consider(List<Choice> candidate) {
        return consider(candidate, Integer.MAX_VALUE);
    }

    /**
     * Runs draws that have not run, and keeps those that are made if they are simpler.
     *
     * @return whether they are, and fewer than so many
     */
    private boolean consider(List<Choice> candidate, int fewerThan) {
        List<Long> key = key(candidate);
        if (!goesOn.getAsBoolean() || tried.containsKey(key)) {
            return false;
        }
        runs++;
        Attempt run = trial.apply(candidate);
        tried.put(key, run.made().size());
        tried.put(key(run.made()), run.made().size());
        if (!run.isAlike() || compare(run.made(), best) >= 0) {
            return false;
        }
        best = List.copyOf(run.made());
        improvements++;
        return best.size() < fewerThan;
    }

    /** Compares draws: fewer are simpler, then those whose first values are. */
    static int compare(List<Choice> some, List<Choice> others) {
        int bySize = Integer.compare(some.size(), others.size());
        for (int at = 0; bySize == 0 && at < some.size(); at++) {
            Choice one = some.get(at);
            Choice other = others.get(at);
            int byValue = one.domain().equals(other.domain())
                    ? one.domain().compare(one.value(), other.value())
                    : Long.compareUnsigned(
                            one.domain().distance(one.value()), other.domain().distance(other.value()));
            if (byValue != 0) {
                return byValue;
            }
        }
        return bySize;
    }

    /** Returns what stands for draws in the cache: the simplest ones at the end are played in any case. */
    private static List<Long> key(List<Choice> choices) {
        int size = choices.size();
        while (size > 0 && choices.get(size - 1).isSimplest()) {
            size--;
        }
        Long[] key = new Long[2 * size];
        for (int at = 0; at < size; at++) {
            key[2 * at] = choices.get(at).value();
            key[2 * at + 1] = (long) choices.get(at).generator().hashCode();
        }
        return Arrays.asList(key);
    }
}
