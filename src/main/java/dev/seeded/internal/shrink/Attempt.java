package dev.seeded.internal.shrink;

import java.util.List;

/**
 * What a run of the test with other draws did.
 *
 * @param made the draws that it made
 * @param isAlike whether it failed as the first one did
 * @param isWhole whether nothing ended it, so that it makes these draws wherever they are played
 */
public record Attempt(List<Choice> made, boolean isAlike, boolean isWhole) {

    /** A run that nothing ended. */
    Attempt(List<Choice> made, boolean isAlike) {
        this(made, isAlike, true);
    }
}
