/** One run of tests by Jupiter, and what became of each. */
@NullMarked
package dev.seeded.internal.execution;

import org.jspecify.annotations.NullMarked;
