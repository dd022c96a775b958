/**
 * The Java agent: patches the JDK's generators, thread pools and threads so that they ask the hooks first.
 */
@NullMarked
package dev.seeded.internal.jvm.agent;

import org.jspecify.annotations.NullMarked;
