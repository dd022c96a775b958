/**
 * Where the user's settings come from, and what they say about a run.
 */
@NullMarked
package dev.seeded.internal.config;

import org.jspecify.annotations.NullMarked;
