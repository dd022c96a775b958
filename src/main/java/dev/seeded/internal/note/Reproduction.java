package dev.seeded.internal.note;

import dev.seeded.internal.declared.TestOrder;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.surroundings.WantedSurroundings;
import java.util.Optional;

/**
 * What brings a failure back. This is the one place that decides it. A failure that has a reproduction is reported, listed
 * at the end of the run and remembered with its run seed; one that has none is no matter of seeds.
 *
 * @param selection what has to run again
 * @param needsRunSeed whether the run seed decides over it
 * @param pin the form of a pin that alone brings it back
 */
public record Reproduction(Selection selection, boolean needsRunSeed, PinForm pin) {

    /** How a pin is written. */
    public enum PinForm {
        /** No pin brings the failure back. */
        NONE,
        /** {@code @Seeded} on the method. */
        SEEDED,
        /** Among the seeds of a {@code @SeededTest}; on the method it would make all of its runs equal. */
        SEEDED_TEST
    }

    /**
     * What is known of a failure.
     *
     * @param test what the failed context was given
     * @param around what the contexts around it were given
     * @param outlives whether a generator of one of these may have been kept, so that the tests before have drawn from it
     * @param order what the run seed puts into an order
     * @param wanted which locale and time zone the run has
     * @param seedsOrdersOrClock whether the settings of the run give it other orders, or another time
     * @param isDetected whether draws from the JVM were detected that nothing seeds
     * @param isListed whether the test is a {@code @SeededTest}
     */
    public record Facts(
            Given test,
            Given around,
            boolean outlives,
            TestOrder order,
            WantedSurroundings wanted,
            boolean seedsOrdersOrClock,
            boolean isDetected,
            boolean isListed) {}

    /** Decides what brings a failure back; empty if seeds have no part in it. */
    public static Optional<Reproduction> of(Facts facts) {
        boolean concernsAll = facts.order != TestOrder.NATURAL || facts.wanted.areFromSeed();
        Given given = facts.test.and(facts.around);
        if (given == Given.NOTHING && !concernsAll && !facts.isDetected) {
            return Optional.empty();
        }
        Selection selection = selection(facts.order, facts.outlives);
        boolean isAlone = facts.around == Given.NOTHING
                && selection == Selection.TEST
                && facts.test == Given.DERIVED
                && !facts.seedsOrdersOrClock
                && !facts.wanted.areOfOneRun();
        PinForm alone = facts.isListed ? PinForm.SEEDED_TEST : PinForm.SEEDED;
        return Optional.of(
                new Reproduction(selection, concernsAll || given == Given.DERIVED, isAlone ? alone : PinForm.NONE));
    }

    /**
     * Decides what has to run so that a test is what it was.
     *
     * @param order what the run seed puts into an order
     * @param outlives whether tests may draw from a generator that was kept, one after the other
     */
    public static Selection selection(TestOrder order, boolean outlives) {
        return switch (order) {
            case NATURAL -> outlives ? Selection.CLASS : Selection.TEST;
            case METHODS -> Selection.CLASS;
            case CLASSES -> Selection.RUN;
        };
    }
}
