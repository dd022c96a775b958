/**
 * Runs seeded tests again: with many seeds ({@code Searching}), with the same seed to compare ({@code Checking}), with
 * seeds that they failed with ({@code Replaying}), or after other tests ({@code AfterOthers}).
 */
@NullMarked
package dev.seeded.internal.explore;

import org.jspecify.annotations.NullMarked;
