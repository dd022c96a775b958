package dev.seeded.etna;

/** A library, asked to find a fault. */
interface Finder {

    /** Searches once; with the same seed in the same way. */
    Outcome find(Task task, long seed, Limit limit);
}
