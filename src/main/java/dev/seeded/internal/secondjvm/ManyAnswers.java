package dev.seeded.internal.secondjvm;

import java.io.Serializable;
import java.util.List;

/**
 * What a JVM answers that was asked for many runs.
 *
 * @param runs one after the other, from the first on; the last may have failed
 */
record ManyAnswers(List<Answer> runs) implements Serializable {}
