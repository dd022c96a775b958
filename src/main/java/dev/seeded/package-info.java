/**
 * Deterministic tests for JUnit Jupiter: {@link dev.seeded.Seeded} injects random generators whose seed a failure
 * prints and {@code -Dseed=…} replays.
 *
 * @since 0.1
 */
@NullMarked
package dev.seeded;

import org.jspecify.annotations.NullMarked;
