/** What a user reads of a seed: the announcement, the note on a failure and the blocks at the end. */
@NullMarked
package dev.seeded.internal.note;

import org.jspecify.annotations.NullMarked;
