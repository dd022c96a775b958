/**
 * Finds the simplest draws with which a test fails: plays other draws back to its generators, and keeps those that make it
 * fail alike.
 */
@NullMarked
package dev.seeded.internal.shrink;

import org.jspecify.annotations.NullMarked;
