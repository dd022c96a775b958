/**
 * What the patched classes of the JDK call: the streams of each thread and task, and their way from one to the next.
 * The agent copies these classes into {@code java.util}, where all of {@code java.base} sees them; therefore they use
 * nothing but {@code java.base}, and neither lambdas nor string concatenation.
 */
@NullMarked
package dev.seeded.internal.jvm.hooks;

import org.jspecify.annotations.NullMarked;
