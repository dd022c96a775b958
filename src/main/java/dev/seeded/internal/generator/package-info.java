/**
 * The generators that are injected: which one a type and an algorithm name, and how it is made.
 */
@NullMarked
package dev.seeded.internal.generator;

import org.jspecify.annotations.NullMarked;
