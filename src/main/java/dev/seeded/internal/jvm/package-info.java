/**
 * Seeding of the whole JVM as the rest of the library sees it: whether the agent is there, and the way into a test and out.
 */
@NullMarked
package dev.seeded.internal.jvm;

import org.jspecify.annotations.NullMarked;
