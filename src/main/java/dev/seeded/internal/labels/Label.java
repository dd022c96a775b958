package dev.seeded.internal.labels;

import java.io.Serializable;

/**
 * What is known of one label.
 *
 * @param isExpected whether it should be true in some run
 * @param runs in how many it was
 */
public record Label(boolean isExpected, long runs) implements Serializable {

    /** Returns what is known after invocations of the same run. */
    public Label withinRun(Label other) {
        return new Label(isExpected || other.isExpected, Math.max(runs, other.runs));
    }

    /** Returns what is known after other runs. */
    public Label afterRuns(Label other) {
        return new Label(isExpected || other.isExpected, runs + other.runs);
    }
}
