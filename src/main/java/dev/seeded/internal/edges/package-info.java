/** Edge cases: which a run plays in place of uniform numbers, and how. */
@NullMarked
package dev.seeded.internal.edges;

import org.jspecify.annotations.NullMarked;
