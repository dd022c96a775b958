package dev.seeded.internal.secondjvm;

import dev.seeded.internal.execution.TestSelection;
import dev.seeded.internal.replay.Selection;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a JVM is asked that explores beside another: it runs tests with one run seed after the other, until a run fails or some
 * time is up.
 *
 * @param tests to run
 * @param className the class that they are in
 * @param titles what a person calls those that are explored, by their ids
 * @param selection what has to run so that they are what they were
 * @param first the run seed that the others are derived from
 * @param from the number of the first run
 * @param end the number after the last one
 */
public record ManyRuns(
        List<TestSelection> tests,
        String className,
        Map<String, String> titles,
        Selection selection,
        long first,
        long from,
        long end)
        implements Serializable {}
