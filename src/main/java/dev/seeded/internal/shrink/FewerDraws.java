package dev.seeded.internal.shrink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Passes that leave draws out where the structure of the code tells which belong together. */
final class FewerDraws {

    /** What an element adds by being there, at most: a word of one letter, say, that letter and a blank. */
    private static final int PRESENCE = 2;

    private FewerDraws() {}

    /** Drops elements of lists, by halves: {@code 3 a b c} becomes {@code 1 c}. */
    static void shortenLists(Trials trials) {
        for (int count = 0; count < trials.size(); count++) {
            int size = Integer.MAX_VALUE;
            int from = 0;
            while (size > 0) {
                trials.check();
                List<Elements> found = Elements.of(trials.best(), count);
                int most = found.isEmpty() ? 0 : droppable(trials.best(count), found);
                if (size > most) {
                    size = most;
                    from = 0;
                }
                if (size > 0 && !drop(trials, found, from, size)) {
                    from += size;
                    if (from + size > most) {
                        from = 0;
                        size /= 2;
                    }
                }
            }
        }
    }

    /** Returns how many elements there are at most, without more than their number can be lowered by. */
    private static int droppable(Choice number, List<Elements> found) {
        int most = found.stream().mapToInt(Elements::size).max().orElse(0);
        return (int) Math.min(most, Math.max(0, number.value() - number.domain().simplest()));
    }

    private static boolean drop(Trials trials, List<Elements> found, int from, int size) {
        int before = trials.size();
        return found.stream()
                .filter(elements -> from + size <= elements.size())
                .anyMatch(elements ->
                        trials.improve(draws -> elements.drop(draws, from, size)) && trials.size() < before);
    }

    /**
     * Has one element stand for a list of several, at either end of what it may be: {@code 2 40 60} becomes {@code 1 99}. Where
     * one of them is the simplest, it is needed for being there.
     */
    static void tryEnds(Trials trials) {
        for (int count = 0; count < trials.size(); count++) {
            trials.check();
            for (Elements elements : Elements.of(trials.best(), count)) {
                Choice element = trials.best(elements.start(0));
                if (elements.size() > 1
                        && elements.isSingle(0)
                        && element.isWhole()
                        && elements.starts().subList(0, elements.size()).stream()
                                .noneMatch(start -> trials.best(start).isSimplest())
                        && (tryEnd(trials, elements, element.domain().least())
                                || tryEnd(trials, elements, element.domain().most()))) {
                    return;
                }
            }
        }
    }

    private static boolean tryEnd(Trials trials, Elements elements, long value) {
        return trials.improve(draws -> {
            draws.set(elements.start(0), draws.get(elements.start(0)).with(value));
            elements.drop(draws, 1, elements.size() - 1);
        });
    }

    /**
     * Has a call of a method stand for the call of that method around it: a part of an expression for the whole, say. First
     * each call gives way to the shortest one within it, which takes most away.
     */
    static void raiseCalls(Trials trials) {
        for (int outer = 0; outer < trials.size(); outer++) {
            trials.check();
            List<Choice> draws = trials.best();
            int around = outer;
            inner(draws, outer)
                    .boxed()
                    .min(Comparator.comparingInt(within -> callEnd(draws, within) - within))
                    .ifPresent(within -> replaceCall(trials, around, within));
        }
        for (int outer = 0; outer < trials.size(); outer++) {
            trials.check();
            int around = outer;
            while (inner(trials.best(), outer).anyMatch(within -> replaceCall(trials, around, within))) {
                // A part of what stands there now may do as well.
            }
        }
    }

    /** Returns where calls begin within one that begins with a draw; none if its call has just made another. */
    private static IntStream inner(List<Choice> draws, int outer) {
        List<StackTraceElement> around = draws.get(outer).frames();
        List<StackTraceElement> before =
                outer == 0 ? List.of() : draws.get(outer - 1).frames();
        boolean isFirst = before.size() != around.size() || before.isEmpty() || !isWithin(before, around);
        return IntStream.range(outer + 1, isFirst ? callEnd(draws, outer) : outer)
                .filter(inner -> isCallWithin(draws, outer, inner));
    }

    /** Moves a call of a method to where a call of it begins before, if that is simpler: a part of a tree to another place. */
    static void moveCalls(Trials trials) {
        for (int to = 0; to < trials.size(); to++) {
            for (int from = to + 1; from < trials.size(); from++) {
                trials.check();
                if (areOfOneMethod(trials.best(), to, from) && moveCall(trials, to, from)) {
                    return;
                }
            }
        }
    }

    private static boolean moveCall(Trials trials, int to, int from) {
        List<Choice> best = trials.best();
        int end = callEnd(best, from);
        List<Choice> moved = new ArrayList<>(best.subList(0, to));
        moved.addAll(best.subList(from, end));
        moved.addAll(best.subList(to, from));
        moved.addAll(best.subList(end, best.size()));
        return Choice.compare(moved, best) < 0 && trials.improve(draws -> Collections.copy(draws, moved));
    }

    private static boolean areOfOneMethod(List<Choice> draws, int one, int other) {
        List<StackTraceElement> first = draws.get(one).frames();
        List<StackTraceElement> second = draws.get(other).frames();
        // Without a call of the method by itself, these are elements of a list.
        return first.size() != second.size()
                && !first.isEmpty()
                && !second.isEmpty()
                && first.get(0).equals(second.get(0));
    }

    private static boolean replaceCall(Trials trials, int outer, int inner) {
        return trials.improve(draws -> {
            draws.subList(callEnd(trials.best(), inner), callEnd(trials.best(), outer))
                    .clear();
            draws.subList(outer, inner).clear();
        });
    }

    /** Returns whether two draws are made in one line of code, which calls itself in between. */
    private static boolean isCallWithin(List<Choice> draws, int outer, int inner) {
        List<StackTraceElement> around = draws.get(outer).frames();
        List<StackTraceElement> within = draws.get(inner).frames();
        return within.size() > around.size() && within.get(0).equals(around.get(0));
    }

    /** Returns where the method ends that makes a draw, or makes that draw again. */
    private static int callEnd(List<Choice> draws, int first) {
        List<StackTraceElement> call = draws.get(first).frames();
        int end = first + 1;
        while (!call.isEmpty()
                && end < draws.size()
                && isWithin(call, draws.get(end).frames())) {
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

    /** Makes one list of two, where a list of lists was drawn: {@code 2 1 a 1 b} becomes {@code 1 2 a b}. */
    static void mergeLists(Trials trials) {
        for (int outer = 0; outer < trials.size(); outer++) {
            trials.check();
            for (Elements lists : Elements.of(trials.best(), outer)) {
                for (int list = 0; list + 1 < lists.size(); list++) {
                    int first = lists.start(list);
                    int second = lists.start(list + 1);
                    Choice length = trials.best(first);
                    Choice other = trials.best(second);
                    if (length.isWhole()
                            && other.isWhole()
                            && trials.improve(draws -> {
                                lists.lower(draws, 1);
                                draws.set(first, length.with(length.value() + other.value()));
                                draws.remove(second);
                            })) {
                        return;
                    }
                }
            }
        }
    }

    /**
     * Drops an element of a list, and lowers by one what may be the numbers of those behind it: {@code 3 0 2 1} becomes
     * {@code 2 1 0}.
     */
    static void renumberElements(Trials trials) {
        for (int count = 0; count < trials.size(); count++) {
            trials.check();
            int element = 0;
            while (element >= 0) {
                element = renumberFrom(trials, count, element);
            }
        }
    }

    /** Returns which element was dropped; -1 if none from this one on. */
    private static int renumberFrom(Trials trials, int count, int first) {
        for (Elements elements : Elements.of(trials.best(), count)) {
            for (int element = first; element < elements.size(); element++) {
                long number = element;
                Predicate<Choice> isBehind =
                        draw -> draw.isLowerable() && draw.value() > number && draw.value() <= elements.size();
                if (trials.best().subList(count + 1, trials.size()).stream().anyMatch(isBehind)
                        && trials.improve(draws -> {
                            draws.subList(count + 1, draws.size())
                                    .replaceAll(draw -> isBehind.test(draw) ? draw.nearer() : draw);
                            elements.drop(draws, (int) number, 1);
                        })) {
                    return element;
                }
            }
        }
        return -1;
    }

    /** Drops an element of a list that cannot be simpler, and raises the one before or after it a little. */
    static void raiseNeighbours(Trials trials) {
        for (int count = 0; count < trials.size(); count++) {
            trials.check();
            for (Elements elements : Elements.of(trials.best(), count)) {
                for (int element = 0; element < elements.size(); element++) {
                    if (trials.best(elements.start(element)).isSimplest()
                            && elements.isSingle(element)
                            && (raise(trials, elements, element, element - 1)
                                    || raise(trials, elements, element, element + 1))) {
                        return;
                    }
                }
            }
        }
    }

    private static boolean raise(Trials trials, Elements elements, int dropped, int raised) {
        if (raised < 0 || raised >= elements.size()) {
            return false;
        }
        Choice choice = trials.best(elements.start(raised));
        long away = choice.value() < choice.domain().simplest() ? -1 : 1;
        for (long by = 1; by <= PRESENCE && choice.isWhole(); by++) {
            long value = choice.domain().fit(choice.value() + away * by);
            if (trials.improve(draws -> {
                draws.set(elements.start(raised), choice.with(value));
                elements.drop(draws, dropped, 1);
            })) {
                return true;
            }
        }
        return false;
    }
}
