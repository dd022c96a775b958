/**
 * What a user reads: the announcement, the seed note and the command that replays.
 */
@NullMarked
package dev.seeded.internal.report;

import org.jspecify.annotations.NullMarked;
