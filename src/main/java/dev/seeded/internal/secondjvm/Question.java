package dev.seeded.internal.secondjvm;

import dev.seeded.internal.draws.DrawRecord;
import java.io.Serializable;
import java.util.List;

/**
 * What a second JVM is asked.
 *
 * @param tests the unique ids of the tests to run
 * @param seed the run seed
 * @param record what they drew in the first JVM
 */
public record Question(List<String> tests, String seed, DrawRecord record) implements Serializable {}
