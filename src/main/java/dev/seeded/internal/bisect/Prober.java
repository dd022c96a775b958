package dev.seeded.internal.bisect;

import java.util.List;

/** Runs a test after others, where nothing else has run. */
@FunctionalInterface
interface Prober {

    /** What became of the test. */
    enum Effect {
        PASSED,
        /** It failed as it did in the run that is looked at. */
        FAILED_ALIKE,
        FAILED_OTHERWISE,
        /** It was skipped, or aborted by an assumption. */
        NOT_RUN
    }

    /**
     * Runs the test once.
     *
     * @throws StoppedException if it cannot be run, or not any more
     */
    Effect probe(List<TestReference> before);

    /** There are no more answers, for a reason that users read. */
    final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        StoppedException(String reason) {
            super(reason);
        }
    }
}
