/** The command that replays a test, for each tool that may have started this JVM. */
@NullMarked
package dev.seeded.internal.replay;

import org.jspecify.annotations.NullMarked;
