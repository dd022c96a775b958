package dev.seeded.internal.note;

import dev.seeded.internal.replay.Selection;
import java.io.Serializable;

/**
 * What failed, and with which seeds.
 *
 * @param test what a person calls the test or class, on one line
 * @param seed what a person reads of the seed: the run seed, or the pin's and what set it
 * @param runSeed the seed of the run
 * @param testSeed the seed of the test
 * @param draws the text of the draws that it was played; empty where it drew what its seed gives
 * @param selection what has to run so that it fails again
 */
public record FailedRun(String test, String seed, String runSeed, String testSeed, String draws, Selection selection)
        implements Serializable {

    /** Returns test and seed on one line. */
    String title() {
        return test + " ran with seed " + seed;
    }
}
