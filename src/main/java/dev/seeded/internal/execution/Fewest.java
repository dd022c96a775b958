package dev.seeded.internal.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the fewest of several things that have an effect together, in their order.
 *
 * <p>The shortest beginning that has the effect ends with one that is needed. With that one set apart, the search goes on in
 * what comes before it. That takes log<sub>2</sub>(n) + 1 trials for each that is needed (U. Junker, QuickXplain, 2004),
 * and unlike halving alone it stays right where some undo what others do.
 */
public final class Fewest {

    private Fewest() {}

    /**
     * Returns as few as have the effect: without any one of them there is none.
     *
     * @param all have the effect; none of them has not
     * @param hasEffect tries some of them, which it gets in their order
     */
    public static <T> List<T> of(List<T> all, Predicate<List<T>> hasEffect) {
        List<T> needed = new ArrayList<>();
        int end = all.size();
        while (end > 0 && (needed.isEmpty() || !hasEffect.test(needed))) {
            end = shortestBeginning(all, end, needed, hasEffect) - 1;
            needed.add(0, all.get(end));
        }
        return withoutNeedless(needed, hasEffect);
    }

    /**
     * Returns the length of a beginning that has the effect together with others, while the one that is shorter by one has
     * not.
     *
     * @param end the length of one that has it
     */
    private static <T> int shortestBeginning(List<T> all, int end, List<T> others, Predicate<List<T>> hasEffect) {
        int without = 0;
        int with = end;
        while (with - without > 1) {
            int middle = (without + with) / 2;
            List<T> some = new ArrayList<>(all.subList(0, middle));
            some.addAll(others);
            if (hasEffect.test(some)) {
                with = middle;
            } else {
                without = middle;
            }
        }
        return with;
    }

    /** The first was found last, when the others had no effect; one of the others may have been needed there only. */
    private static <T> List<T> withoutNeedless(List<T> needed, Predicate<List<T>> hasEffect) {
        List<T> left = new ArrayList<>(needed);
        for (T candidate : needed.subList(Math.min(1, needed.size()), needed.size())) {
            List<T> others = new ArrayList<>(left);
            others.remove(candidate);
            if (hasEffect.test(others)) {
                left = others;
            }
        }
        return left;
    }
}
