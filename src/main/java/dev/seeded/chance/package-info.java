/**
 * Claims about chance.
 *
 * @since 0.1.0
 */
@NullMarked
package dev.seeded.chance;

import org.jspecify.annotations.NullMarked;
