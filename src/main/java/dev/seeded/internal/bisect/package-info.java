/**
 * Finds the tests that must run before another so that it fails, or passes. What is to be tried next is decided by values
 * alone; {@code FreshProber} tries it in a JVM of its own.
 */
@NullMarked
package dev.seeded.internal.bisect;

import org.jspecify.annotations.NullMarked;
