/**
 * Keeps the run seeds of failed tests from one run to the next.
 */
@NullMarked
package dev.seeded.internal.memory;

import org.jspecify.annotations.NullMarked;
