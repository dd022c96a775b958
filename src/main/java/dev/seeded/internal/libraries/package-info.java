/**
 * Factories of injected types of libraries and of {@code dev.seeded.parity}; {@code Libraries} chooses that of a library.
 */
@NullMarked
package dev.seeded.internal.libraries;

import org.jspecify.annotations.NullMarked;
