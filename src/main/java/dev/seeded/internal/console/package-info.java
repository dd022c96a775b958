/** What people read on a console: text that is fit for one line, and where it is written. */
@NullMarked
package dev.seeded.internal.console;

import org.jspecify.annotations.NullMarked;
