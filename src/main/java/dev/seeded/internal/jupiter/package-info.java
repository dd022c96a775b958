/**
 * The adapter to JUnit Jupiter; decisions are made elsewhere.
 */
@NullMarked
package dev.seeded.internal.jupiter;

import org.jspecify.annotations.NullMarked;
