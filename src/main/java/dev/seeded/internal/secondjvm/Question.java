package dev.seeded.internal.secondjvm;

import dev.seeded.internal.draws.DrawRecord;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a second JVM is asked.
 *
 * @param tests the unique ids of the tests to run
 * @param settings hold in the run, the run seed among them
 * @param record what they drew in the first JVM; null where nothing is to be compared
 */
public record Question(
        List<String> tests,
        Map<String, String> settings,
        @Nullable DrawRecord record) implements Serializable {}
