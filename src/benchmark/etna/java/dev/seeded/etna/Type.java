package dev.seeded.etna;

/** A type of the simply typed lambda calculus. */
sealed interface Type {

    Type BOOL = new Bool();

    record Bool() implements Type {}

    record Function(Type from, Type to) implements Type {}
}
