/** Process-wide generators of libraries: who seeds them, and the lock that keeps their tests apart. */
@NullMarked
package dev.seeded.internal.process;

import org.jspecify.annotations.NullMarked;
