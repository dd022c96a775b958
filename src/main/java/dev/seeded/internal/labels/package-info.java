/** What tests have counted with {@link dev.seeded.Labels}. */
@NullMarked
package dev.seeded.internal.labels;

import org.jspecify.annotations.NullMarked;
