/**
 * The command that replays a test, for each tool that may have started this JVM. How much has to run again is decided in
 * {@code note}.
 */
@NullMarked
package dev.seeded.internal.replay;

import org.jspecify.annotations.NullMarked;
