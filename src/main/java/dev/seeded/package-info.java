/**
 * Repeatable random tests for JUnit Jupiter. {@link dev.seeded.Seeded} injects random generators. A failure prints its
 * seed, and {@code -Dseed=…} repeats the failure.
 *
 * @since 0.1
 */
@NullMarked
package dev.seeded;

import org.jspecify.annotations.NullMarked;
