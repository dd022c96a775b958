package dev.seeded.internal.shrink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Passes that change several values at once, which hold each other. */
final class SeveralValues {

    /** Draws that are tried together at most, in pairs. */
    private static final int NEAR = 12;

    private SeveralValues() {}

    /** Exchanges two values wherever they are, such as the keys of operations: the simpler one comes first. */
    static void exchangeValues(Trials trials) {
        for (int first = 0; first < trials.size(); first++) {
            for (int second = first + 1; second < trials.size(); second++) {
                trials.check();
                Choice one = trials.best(first);
                Choice other = trials.best(second);
                if (one.isWhole()
                        && one.domain().equals(other.domain())
                        && one.domain().compare(other.value(), one.value()) < 0
                        && isFirst(trials.best(), first)
                        && isFirst(trials.best(), second)) {
                    trials.improve(draws -> draws.replaceAll(draw -> draw.isSameValue(one)
                            ? draw.with(other.value())
                            : draw.isSameValue(other) ? draw.with(one.value()) : draw));
                }
            }
        }
    }

    /** Returns whether no draw before is equal. */
    private static boolean isFirst(List<Choice> draws, int at) {
        return draws.subList(0, at).stream().noneMatch(draws.get(at)::isSameValue);
    }

    /** Lowers equal values together: {@code 7 7} becomes {@code 2 2}. */
    static void lowerEqualOnes(Trials trials) {
        Map<List<Object>, List<Integer>> byValue = new LinkedHashMap<>();
        for (int at = 0; at < trials.size(); at++) {
            Choice choice = trials.best(at);
            if (!choice.isSimplest()) {
                byValue.computeIfAbsent(List.of(choice.domain(), choice.value()), unused -> new ArrayList<>())
                        .add(at);
            }
        }
        int size = trials.size();
        for (List<Integer> cells : byValue.values()) {
            if (cells.size() > 1 && trials.size() == size) {
                SimplerValues.lower(trials, cells);
            }
        }
    }

    /** Lowers two values at once so that their sum stays, or their difference: {@code 17 13} becomes {@code 4 0}. */
    static void lowerPairs(Trials trials) {
        forPairs(trials, (first, second) -> {
            lower(trials, new Shift(trials.best(), first, second, -1));
            if (arePair(trials, first, second) && !trials.best(second).isSimplest()) {
                lower(trials, new Shift(trials.best(), first, second, 1));
            }
        });
    }

    /** Lowers one value while another takes all of that, as far as its domain goes: one run instead of many. */
    static void shiftPairs(Trials trials) {
        forPairs(trials, (first, second) -> {
            Shift shift = new Shift(trials.best(), first, second, -1);
            long most = shift.most();
            if (most > 0 && !trials.best(second).isSimplest()) {
                improve(trials, shift, most);
            }
        });
    }

    /** Moves all values of one line by as much, so that the first is simpler: {@code 5 7 6} becomes {@code 0 2 1}. */
    static void moveLines(Trials trials) {
        Map<StackTraceElement, List<Integer>> byLine = new LinkedHashMap<>();
        for (int at = 0; at < trials.size(); at++) {
            @Nullable StackTraceElement line = trials.best(at).line();
            if (line != null && trials.best(at).isWhole()) {
                byLine.computeIfAbsent(line, unused -> new ArrayList<>()).add(at);
            }
        }
        int size = trials.size();
        for (List<Integer> cells : byLine.values()) {
            if (cells.size() > 2 && trials.size() == size) {
                move(trials, cells);
            }
        }
    }

    private static void move(Trials trials, List<Integer> cells) {
        trials.check();
        List<Choice> base = trials.best();
        Choice first = base.get(cells.get(0));
        long towards = first.value() > first.domain().simplest() ? -1 : 1;
        LongPredicate fails = by -> cells.get(cells.size() - 1) < trials.size()
                && trials.improve(draws -> cells.forEach(cell -> draws.set(
                        cell,
                        base.get(cell)
                                .with(base.get(cell).domain().fit(base.get(cell).value() + towards * by)))));
        if (!first.isSimplest() && !fails.test(first.distance()) && fails.test(1)) {
            SimplerValues.bisect(first.distance(), 1, fails);
        }
    }

    /** Lowers two draws of different kinds at once, each by one. */
    static void lowerTwo(Trials trials) {
        for (int first = 0; first < trials.size(); first++) {
            for (int second = first + 1; second < Math.min(trials.size(), first + NEAR); second++) {
                trials.check();
                int one = first;
                int other = second;
                if (trials.best(first).isLowerable()
                        && trials.best(second).isLowerable()
                        && trials.improve(draws -> {
                            draws.set(one, draws.get(one).nearer());
                            draws.set(other, draws.get(other).nearer());
                        })) {
                    return;
                }
            }
        }
    }

    @FunctionalInterface
    private interface PairPass {

        void run(int first, int second);
    }

    private static void forPairs(Trials trials, PairPass pass) {
        for (int first = 0; first < trials.size(); first++) {
            for (int second = first + 1; second < Math.min(trials.size(), first + NEAR); second++) {
                trials.check();
                if (arePair(trials, first, second)) {
                    pass.run(first, second);
                }
            }
        }
    }

    private static boolean arePair(Trials trials, int first, int second) {
        return second < trials.size()
                && trials.best(first).isLowerable()
                && trials.best(first).domain().equals(trials.best(second).domain());
    }

    /** Lowers one value as far as it goes while another changes by as much. */
    private static void lower(Trials trials, Shift shift) {
        long most = shift.most();
        if (most > 0 && !improve(trials, shift, most) && improve(trials, shift, 1)) {
            SimplerValues.bisect(most, 1, by -> improve(trials, shift, by));
        }
    }

    private static boolean improve(Trials trials, Shift shift, long by) {
        Choice changed = shift.changed(by);
        return changed.domain().includes(changed.value())
                && shift.second < trials.size()
                && trials.improve(draws -> {
                    draws.set(shift.first, shift.lowered(by));
                    draws.set(shift.second, changed);
                });
    }

    /** What becomes of two draws when one goes towards its simplest value, and another in step with it. */
    private static final class Shift {

        private final int first;
        private final int second;
        private final int direction;
        private final Choice one;
        private final Choice other;
        private final long towards;

        /** With 1 as direction, both values change in the same one; with -1, in opposite ones. */
        Shift(List<Choice> draws, int first, int second, int direction) {
            this.first = first;
            this.second = second;
            this.direction = direction;
            one = draws.get(first);
            other = draws.get(second);
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
            long distance = one.distance();
            long room = direction * towards < 0
                    ? other.value() - other.domain().least()
                    : other.domain().most() - other.value();
            return room < 0 && direction < 0 ? distance : Math.min(distance, Math.max(0, room));
        }
    }
}
