/**
 * What needs the JUnit Platform Launcher; without it everything else works.
 */
@NullMarked
package dev.seeded.internal.launcher;

import org.jspecify.annotations.NullMarked;
