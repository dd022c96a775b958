package dev.seeded.etna;

import java.util.Optional;

/** What holds of the reduction of closed terms that have a type. */
final class ReductionProperties {

    private static final int MOST_STEPS = 40;

    private final Reduction reduction;

    ReductionProperties(Reduction reduction) {
        this.reduction = reduction;
    }

    boolean singlePreserve(Term term) {
        return reduction.step(term).filter(stepped -> !hasTypeOf(term, stepped)).isEmpty();
    }

    /** Returns whether the term that no step reduces further has the type of the first; true if there are too many steps. */
    boolean multiPreserve(Term term) {
        Term last = term;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Optional<Term> next = reduction.step(last);
            if (next.isEmpty()) {
                return hasTypeOf(term, last);
            }
            last = next.get();
        }
        return true;
    }

    private static boolean hasTypeOf(Term term, Term reduced) {
        return reduced.type().equals(term.type());
    }
}
