/** One answer from the reports of many JVMs. Runs without JUnit. */
@NullMarked
package dev.seeded.internal.report;

import org.jspecify.annotations.NullMarked;
