package dev.seeded.etna;

/**
 * What became of a search.
 *
 * @param isFound whether the last run was the one that found the fault
 */
record Outcome(long runs, boolean isFound) {}
