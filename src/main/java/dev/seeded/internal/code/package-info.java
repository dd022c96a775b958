/** What the class files of a project tell: read where nothing may be loaded, let alone initialized. */
@NullMarked
package dev.seeded.internal.code;

import org.jspecify.annotations.NullMarked;
