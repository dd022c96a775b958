/**
 * What tasks draw is numbered by the classes that start them, so {@code matrix.txt} holds for {@link Ways} in this package.
 * All other tests of JVM-wide numbers are in {@code dev.seeded.jvm}.
 */
package dev.seeded.global;
