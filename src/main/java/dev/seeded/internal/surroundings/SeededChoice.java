package dev.seeded.internal.surroundings;

import dev.seeded.internal.seed.Derivation;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.ToLongFunction;

/**
 * A choice by the run seed: each name gets a number from the seed, and the highest wins (rendezvous hashing, Thaler and
 * Ravishankar, 1998). So a name that another JDK lacks, or has besides, changes the choices that fall on it and no others.
 */
final class SeededChoice {

    /** So many choices of three fall on what breaks code, and the others on all there is. */
    private static final long AWKWARD = 2;

    private static final long OF = 3;

    private SeededChoice() {}

    /**
     * Chooses one of the awkward names, or of all names.
     *
     * @param what the kind of name; choices of other kinds are independent
     */
    static String ofBoth(long runSeed, String what, Collection<String> awkward, Collection<String> all) {
        boolean isAwkward = Long.remainderUnsigned(Derivation.surroundings(runSeed, what), OF) < AWKWARD;
        return of(runSeed, what, isAwkward && !awkward.isEmpty() ? awkward : all);
    }

    /** Chooses one of these names, of which there must be one. */
    static String of(long runSeed, String what, Collection<String> names) {
        ToLongFunction<String> number = name -> Derivation.surroundings(runSeed, what + " " + name);
        return names.stream().max(Comparator.comparingLong(number)).orElseThrow();
    }
}
