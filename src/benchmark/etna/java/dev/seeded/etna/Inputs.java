package dev.seeded.etna;

/** What one run of a property is given, by the generators of one library: each call is one parameter. */
interface Inputs {

    SearchTree searchTree();

    RedBlackTree redBlackTree();

    /** Returns a closed term that has a type. */
    Term term();

    int number();

    boolean flag();
}
