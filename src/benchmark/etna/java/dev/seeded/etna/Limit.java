package dev.seeded.etna;

/**
 * When a search gives up.
 *
 * @param runs the greatest number of runs
 * @param nanos the processor time after which no run begins, so that a busy machine finds no less
 */
record Limit(long runs, long nanos) {}
