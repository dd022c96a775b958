package dev.seeded.internal.secondjvm;

import dev.seeded.internal.draws.DrawRecord;
import dev.seeded.internal.execution.TestSelection;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a second JVM is asked.
 *
 * @param tests to run
 * @param inOrder whether they run one after the other in just this order
 * @param settings hold in the run, the run seed among them
 * @param ownClasses whether the tests run with classes of their own, whose static fields nobody has changed
 * @param record what they drew in the first JVM; null where nothing is to be compared
 */
public record Question(
        List<TestSelection> tests,
        boolean inOrder,
        Map<String, String> settings,
        boolean ownClasses,
        @Nullable DrawRecord record)
        implements Serializable {

    /** Asks for tests in the order that Jupiter gives them. */
    public Question(
            List<TestSelection> tests, Map<String, String> settings, boolean ownClasses, @Nullable DrawRecord record) {
        this(tests, false, settings, ownClasses, record);
    }

    /** Asks for tests one after the other. */
    public static Question inOrder(List<TestSelection> tests, Map<String, String> settings) {
        return new Question(tests, true, settings, false, null);
    }
}
