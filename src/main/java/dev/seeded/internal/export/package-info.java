/**
 * What is written for other systems: the summary of a step on GitHub, and the file of {@code seed.report}, which is read
 * back as well.
 */
@NullMarked
package dev.seeded.internal.export;

import org.jspecify.annotations.NullMarked;
