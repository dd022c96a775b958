/**
 * Makes the generators of {@link dev.seeded.parity} injectable, and says which seed the original takes for a test seed.
 */
@NullMarked
package dev.seeded.internal.parity;

import org.jspecify.annotations.NullMarked;
