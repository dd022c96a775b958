package dev.seeded.internal.secondjvm;

import java.io.Serializable;

/**
 * What a second JVM answers that cannot do what it is asked.
 *
 * @param text the reason
 */
record Problem(String text) implements Serializable {}
