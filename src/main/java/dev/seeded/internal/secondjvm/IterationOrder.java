package dev.seeded.internal.secondjvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * In which order this JVM iterates over {@code Set.of} and {@code Map.of}, which each JVM chooses for itself at its
 * start: where in the table it begins and in which direction it goes.
 */
final class IterationOrder {

    /** Two entries have a table of four places, each of which is the place of one of these numbers. */
    private static final List<Integer> PLACES = List.of(0, 1, 2, 3);

    private IterationOrder() {}

    /** Returns the places of the smallest map's table as this JVM goes through them, a digit each. */
    static String ofThisJvm() {
        List<Integer> order = new ArrayList<>(PLACES);
        order.sort((one, other) -> one.equals(other)
                        || Map.of(one, "", other, "").keySet().iterator().next().equals(one)
                ? -1
                : 1);
        return text(order);
    }

    /**
     * Tells whether two JVMs go through these tables in opposite orders. Then they do so in opposite directions in tables of
     * every size, and every set and map of two elements or more has another order.
     */
    static boolean areOpposite(String one, String other) {
        return new StringBuilder(one).reverse().toString().equals(other);
    }

    private static String text(List<Integer> order) {
        return order.stream().map(String::valueOf).reduce("", String::concat);
    }
}
