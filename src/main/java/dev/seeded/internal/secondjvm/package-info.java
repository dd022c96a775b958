/**
 * A second JVM that runs tests again, and differs from this one in what each JVM chooses for itself.
 */
@NullMarked
package dev.seeded.internal.secondjvm;

import org.jspecify.annotations.NullMarked;
