/**
 * What a machine gives to tests and no test names: the default locale and the default time zone.
 */
@NullMarked
package dev.seeded.internal.surroundings;

import org.jspecify.annotations.NullMarked;
