package dev.seeded.internal.jvm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The places where one run of a test meets what has no promised order, and those of them that get one from its seed: at all
 * others the order is the natural one. Safe for concurrent use.
 */
public final class OrderedSites implements BooleanSupplier {

    private final Predicate<String> meant;
    private final Set<String> met = new LinkedHashSet<>();

    private OrderedSites(Predicate<String> meant) {
        this.meant = meant;
    }

    /** Creates what orders everything, and learns the places. */
    public static OrderedSites all() {
        return new OrderedSites(unused -> true);
    }

    /** Creates what orders some places. */
    public static OrderedSites only(Collection<String> places) {
        return new OrderedSites(Set.copyOf(places)::contains);
    }

    /** Called by the hooks: returns whether the place that calls now gets the order. */
    @Override
    public boolean getAsBoolean() {
        String place = DrawSite.iteratedHere();
        synchronized (met) {
            met.add(place);
        }
        return meant.test(place);
    }

    /** Returns the places that were met, in the order in which they were first met. */
    public List<String> met() {
        synchronized (met) {
            return new ArrayList<>(met);
        }
    }
}
