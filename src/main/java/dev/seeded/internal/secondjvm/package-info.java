/** A second JVM that runs tests again, and whatever this one chose for itself otherwise. */
@NullMarked
package dev.seeded.internal.secondjvm;

import org.jspecify.annotations.NullMarked;
