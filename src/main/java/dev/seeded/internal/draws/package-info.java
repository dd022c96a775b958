/** Draws as they happen: recording those of every generator that is handed out, keeping them, and comparing two runs. */
@NullMarked
package dev.seeded.internal.draws;

import org.jspecify.annotations.NullMarked;
