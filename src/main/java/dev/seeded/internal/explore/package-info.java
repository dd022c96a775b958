/**
 * Runs seeded tests with many seeds, and says what that shows.
 */
@NullMarked
package dev.seeded.internal.explore;

import org.jspecify.annotations.NullMarked;
