package dev.seeded.internal.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Finds a part of a list that still does what the whole does, and none of whose elements can be left out: delta debugging
 * (A. Zeller and R. Hildebrandt, <i>Simplifying and Isolating Failure-Inducing Input</i>, 2002).
 */
final class Smallest<T> {

    private final Predicate<List<T>> test;
    private final BooleanSupplier goesOn;
    private final Map<List<T>, Boolean> known = new HashMap<>();
    private boolean certain = true;

    /**
     * Creates a search.
     *
     * @param test returns whether a part does what the whole does
     * @param goesOn returns whether there is time for another test
     */
    Smallest(Predicate<List<T>> test, BooleanSupplier goesOn) {
        this.test = test;
        this.goesOn = goesOn;
    }

    /** Returns whether no element of the part that was found can be left out. */
    boolean isCertain() {
        return certain;
    }

    /** Returns such a part of a list, which does it as a whole. */
    List<T> of(List<T> whole) {
        List<T> all = whole;
        int parts = 2;
        while (all.size() > 1) {
            List<T> smaller = smaller(all, parts);
            if (smaller.size() < all.size()) {
                parts = smaller.size() * parts <= all.size() ? 2 : Math.max(2, parts - 1);
                all = smaller;
            } else if (parts >= all.size()) {
                break;
            } else {
                parts = Math.min(all.size(), 2 * parts);
            }
        }
        return all;
    }

    /** Returns one of the parts, or all but one of them; or all. */
    private List<T> smaller(List<T> all, int parts) {
        for (boolean alone : new boolean[] {true, false}) {
            for (int part = 0; part < parts && (alone || parts > 2); part++) {
                int from = all.size() * part / parts;
                int to = all.size() * (part + 1) / parts;
                List<T> some = new ArrayList<>(alone ? all.subList(from, to) : all.subList(0, from));
                if (!alone) {
                    some.addAll(all.subList(to, all.size()));
                }
                if (holds(some)) {
                    return some;
                }
            }
        }
        return all;
    }

    private boolean holds(List<T> some) {
        Boolean answer = known.get(some);
        if (answer == null) {
            if (!goesOn.getAsBoolean()) {
                certain = false;
                return false;
            }
            answer = test.test(some);
            known.put(some, answer);
        }
        return answer;
    }
}
