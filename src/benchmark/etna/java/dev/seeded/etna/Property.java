package dev.seeded.etna;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A property with its parameters.
 *
 * @param name that of its method
 * @param draw takes the parameters, and returns what tells whether it holds for them
 */
record Property(String name, Function<Inputs, BooleanSupplier> draw) {

    interface Of2<A, B> {
        boolean holds(A a, B b);
    }

    interface Of3<A, B, C> {
        boolean holds(A a, B b, C c);
    }

    interface Of4<A, B, C, D> {
        boolean holds(A a, B b, C c, D d);
    }

    interface Of5<A, B, C, D, E> {
        boolean holds(A a, B b, C c, D d, E e);
    }

    static <A> Property of(String name, Function<Inputs, A> first, Predicate<A> property) {
        return new Property(name, inputs -> {
            A a = first.apply(inputs);
            return () -> property.test(a);
        });
    }

    static <A, B> Property of(String name, Function<Inputs, A> first, Function<Inputs, B> second, Of2<A, B> property) {
        return new Property(name, inputs -> {
            A a = first.apply(inputs);
            B b = second.apply(inputs);
            return () -> property.holds(a, b);
        });
    }

    static <A, B, C> Property of(
            String name,
            Function<Inputs, A> first,
            Function<Inputs, B> second,
            Function<Inputs, C> third,
            Of3<A, B, C> property) {
        return new Property(name, inputs -> {
            A a = first.apply(inputs);
            B b = second.apply(inputs);
            C c = third.apply(inputs);
            return () -> property.holds(a, b, c);
        });
    }

    static <A, B, C, D> Property of(
            String name,
            Function<Inputs, A> first,
            Function<Inputs, B> second,
            Function<Inputs, C> third,
            Function<Inputs, D> fourth,
            Of4<A, B, C, D> property) {
        return new Property(name, inputs -> {
            A a = first.apply(inputs);
            B b = second.apply(inputs);
            C c = third.apply(inputs);
            D d = fourth.apply(inputs);
            return () -> property.holds(a, b, c, d);
        });
    }

    static <A, B, C, D, E> Property of(
            String name,
            Function<Inputs, A> first,
            Function<Inputs, B> second,
            Function<Inputs, C> third,
            Function<Inputs, D> fourth,
            Function<Inputs, E> fifth,
            Of5<A, B, C, D, E> property) {
        return new Property(name, inputs -> {
            A a = first.apply(inputs);
            B b = second.apply(inputs);
            C c = third.apply(inputs);
            D d = fourth.apply(inputs);
            E e = fifth.apply(inputs);
            return () -> property.holds(a, b, c, d, e);
        });
    }
}
