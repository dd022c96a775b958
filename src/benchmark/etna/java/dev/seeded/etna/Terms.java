package dev.seeded.etna;

import static dev.seeded.etna.Term.with;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Makes closed terms that have a type, as one would by hand: a type first, and then a term of it. */
final class Terms {

    private static final int TYPE_SIZE = 8;
    private static final int TERM_SIZE = 16;

    /** Returns a number from 0 up to the one given, exclusive. */
    private final IntUnaryOperator below;

    Terms(IntUnaryOperator below) {
        this.below = below;
    }

    Term closed() {
        return term(below.applyAsInt(TERM_SIZE), List.of(), type(TYPE_SIZE));
    }

    private Type type(int size) {
        return size == 0 || below.applyAsInt(2) == 0 ? Type.BOOL : new Type.Function(type(size / 2), type(size / 2));
    }

    private Term term(int size, List<Type> context, Type type) {
        List<Supplier<Term>> choices = new ArrayList<>();
        choices.add(() -> simplest(type, context));
        for (int index = 0; index < context.size(); index++) {
            if (context.get(index).equals(type)) {
                Term variable = new Term.Variable(index);
                choices.add(() -> variable);
            }
        }
        if (size > 0) {
            choices.add(() -> application(size, context, type));
            if (type instanceof Type.Function function) {
                choices.add(() -> new Term.Abstraction(
                        function.from(), term(size - 1, with(function.from(), context), function.to())));
            }
        }
        return choices.get(below.applyAsInt(choices.size())).get();
    }

    private Term application(int size, List<Type> context, Type type) {
        Type argument = type(TYPE_SIZE);
        return new Term.Application(
                term(size / 2, context, new Type.Function(argument, type)), term(size / 2, context, argument));
    }

    private Term simplest(Type type, List<Type> context) {
        return type instanceof Type.Function function
                ? new Term.Abstraction(function.from(), simplest(function.to(), with(function.from(), context)))
                : new Term.Constant(below.applyAsInt(2) == 0);
    }
}
