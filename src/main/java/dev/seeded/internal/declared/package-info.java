/** What the annotations say: which classes and methods are seeded, their pins, and what fields and parameters ask for. */
@NullMarked
package dev.seeded.internal.declared;

import org.jspecify.annotations.NullMarked;
