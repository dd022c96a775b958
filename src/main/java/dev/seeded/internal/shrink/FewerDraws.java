package dev.seeded.internal.shrink;

import java.util.List;

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
        return (int) Math.min(most, Math.max(0, number.value() - number.domain().least()));
    }

    private static boolean drop(Trials trials, List<Elements> found, int from, int size) {
        int before = trials.size();
        return found.stream()
                .filter(elements -> from + size <= elements.size())
                .anyMatch(elements ->
                        trials.improve(draws -> elements.drop(draws, from, size)) && trials.size() < before);
    }

    /** Has one element stand for a list of several, at either end of what it may be: {@code 2 40 60} becomes {@code 1 99}. */
    static void tryEnds(Trials trials) {
        for (int count = 0; count < trials.size(); count++) {
            trials.check();
            for (Elements elements : Elements.of(trials.best(), count)) {
                Choice element = trials.best(elements.start(0));
                if (elements.size() > 1
                        && elements.isSingle(0)
                        && element.isWhole()
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

    /** Has a call of a method stand for the call of that method around it: a part of an expression for the whole, say. */
    static void raiseCalls(Trials trials) {
        for (int outer = 0; outer < trials.size(); outer++) {
            int inner = outer + 1;
            while (outer < trials.size() && inner < callEnd(trials.best(), outer)) {
                trials.check();
                boolean isRaised = isCallWithin(trials.best(), outer, inner) && replaceCall(trials, outer, inner);
                inner = isRaised ? outer + 1 : inner + 1;
            }
        }
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
