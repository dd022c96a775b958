package dev.seeded.docs;

import java.util.Random;

/** A library that draws from one generator for all of the JVM. */
final class Dice {

    private static Random random = new Random();

    private Dice() {}

    static void use(Random other) {
        random = other;
    }

    static int roll() {
        return random.nextInt(6) + 1;
    }
}
