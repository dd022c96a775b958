package dev.seeded.etna;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A term of the simply typed lambda calculus; a variable is the number of abstractions between it and its own. */
sealed interface Term {

    record Variable(int index) implements Term {}

    record Constant(boolean value) implements Term {}

    record Abstraction(Type parameter, Term body) implements Term {}

    record Application(Term function, Term argument) implements Term {}

    /** Returns the type of the term; empty if it has none. */
    default Optional<Type> type() {
        return type(List.of());
    }

    /** Returns the type of the term where variables have these types, the innermost first. */
    private Optional<Type> type(List<Type> context) {
        if (this instanceof Variable variable) {
            return Optional.of(variable.index)
                    .filter(index -> index >= 0 && index < context.size())
                    .map(context::get);
        }
        if (this instanceof Abstraction abstraction) {
            return abstraction
                    .body
                    .type(with(abstraction.parameter, context))
                    .map(body -> new Type.Function(abstraction.parameter, body));
        }
        if (this instanceof Application application) {
            Optional<Type> argument = application.argument.type(context);
            return application
                    .function
                    .type(context)
                    .filter(Type.Function.class::isInstance)
                    .map(Type.Function.class::cast)
                    .filter(function -> argument.equals(Optional.of(function.from())))
                    .map(Type.Function::to);
        }
        return Optional.of(Type.BOOL);
    }

    static List<Type> with(Type innermost, List<Type> context) {
        return Stream.concat(Stream.of(innermost), context.stream()).toList();
    }
}
