/**
 * Seeds as values: how they are written and how one is derived from another.
 */
@NullMarked
package dev.seeded.internal.seed;

import org.jspecify.annotations.NullMarked;
