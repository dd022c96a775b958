package dev.seeded.internal.shrink;

import java.util.List;

/**
 * What a run of the test with other draws did.
 *
 * @param made the draws that it made
 * @param isAlike whether it failed as the first one did
 */
public record Attempt(List<Choice> made, boolean isAlike) {}
