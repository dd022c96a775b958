package dev.seeded.etna;

import dev.seeded.etna.Term.Abstraction;
import dev.seeded.etna.Term.Application;
import dev.seeded.etna.Term.Constant;
import dev.seeded.etna.Term.Variable;
import java.util.Optional;

/** Parallel reduction of lambda terms, with the faults that ETNA has for it: the code under test. */
final class Reduction {

    enum Mutant {
        NONE,
        SHIFT_VAR_NONE,
        SHIFT_VAR_ALL,
        SHIFT_VAR_LEQ,
        SHIFT_ABS_NO_INCR,
        SUBST_VAR_ALL,
        SUBST_VAR_NONE,
        SUBST_ABS_NO_SHIFT,
        SUBST_ABS_NO_INCR,
        SUBSTTOP_NO_SHIFT,
        SUBSTTOP_NO_SHIFT_BACK
    }

    private final Mutant mutant;

    Reduction(Mutant mutant) {
        this.mutant = mutant;
    }

    /** Returns the term after one step; empty if there is none to do. */
    Optional<Term> step(Term term) {
        if (term instanceof Abstraction abstraction) {
            return step(abstraction.body()).map(body -> new Abstraction(abstraction.parameter(), body));
        }
        if (term instanceof Application application) {
            Optional<Term> argument = step(application.argument());
            if (application.function() instanceof Abstraction function) {
                return Optional.of(substituteOutermost(
                        argument.orElse(application.argument()),
                        step(function.body()).orElse(function.body())));
            }
            Optional<Term> function = step(application.function());
            return function.isEmpty() && argument.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Application(
                            function.orElse(application.function()), argument.orElse(application.argument())));
        }
        return Optional.empty();
    }

    private Term substituteOutermost(Term value, Term in) {
        return switch (mutant) {
            case SUBSTTOP_NO_SHIFT -> substitute(0, value, in);
            case SUBSTTOP_NO_SHIFT_BACK -> substitute(0, shift(1, 0, value), in);
            default -> shift(-1, 0, substitute(0, shift(1, 0, value), in));
        };
    }

    private Term substitute(int index, Term value, Term in) {
        if (in instanceof Variable variable) {
            boolean isReplaced =
                    mutant == Mutant.SUBST_VAR_ALL || mutant != Mutant.SUBST_VAR_NONE && variable.index() == index;
            return isReplaced ? value : in;
        }
        if (in instanceof Abstraction abstraction) {
            return new Abstraction(
                    abstraction.parameter(),
                    substitute(
                            mutant == Mutant.SUBST_ABS_NO_INCR ? index : index + 1,
                            mutant == Mutant.SUBST_ABS_NO_SHIFT ? value : shift(1, 0, value),
                            abstraction.body()));
        }
        if (in instanceof Application application) {
            return new Application(
                    substitute(index, value, application.function()), substitute(index, value, application.argument()));
        }
        return in;
    }

    /** Adds to the variables of a term, but for those of the abstractions in it. */
    private Term shift(int by, int free, Term term) {
        if (term instanceof Variable variable) {
            boolean isShifted = switch (mutant) {
                case SHIFT_VAR_NONE -> false;
                case SHIFT_VAR_ALL -> true;
                case SHIFT_VAR_LEQ -> variable.index() > free;
                default -> variable.index() >= free;
            };
            return isShifted ? new Variable(variable.index() + by) : variable;
        }
        if (term instanceof Abstraction abstraction) {
            return new Abstraction(
                    abstraction.parameter(),
                    shift(by, mutant == Mutant.SHIFT_ABS_NO_INCR ? free : free + 1, abstraction.body()));
        }
        if (term instanceof Application application) {
            return new Application(shift(by, free, application.function()), shift(by, free, application.argument()));
        }
        return (Constant) term;
    }
}
