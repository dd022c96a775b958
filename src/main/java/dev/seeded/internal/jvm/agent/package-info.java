/**
 * The Java agent: changes classes of the JDK so that they ask the hooks first, as generators, thread pools and threads,
 * collections, reflection, directories and clocks do; and users' classes where they are initialized or ask for the time.
 */
@NullMarked
package dev.seeded.internal.jvm.agent;

import org.jspecify.annotations.NullMarked;
