/**
 * Proves that printed lines bring failures back: runs tests of every kind until they fail, and pastes each line into a shell.
 */
@NullMarked
package dev.seeded.replays;

import org.jspecify.annotations.NullMarked;
