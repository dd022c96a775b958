/**
 * The libraries whose generators are injected or seeded where they are present.
 */
@NullMarked
package dev.seeded.internal.libraries;

import org.jspecify.annotations.NullMarked;
