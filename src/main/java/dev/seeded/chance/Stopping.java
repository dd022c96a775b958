package dev.seeded.chance;

/**
 * What all claims have in common: when they stop.
 *
 * @param <S> their type
 */
abstract class Stopping<S> {

    static final Limits DEFAULT = new Limits(1e-9, 1e-9, 100_000);

    /** No share of it is beyond what a double holds. */
    private static final double LEAST = 1e-100;

    private static final int LOOKS_PER_DOUBLING = 32;

    final Limits limits;

    Stopping(Limits limits) {
        this.limits = limits;
    }

    /** The settings; their meaning is that of the methods. */
    record Limits(double falseAlarm, double missed, int most) {

        Limits {
            if (!(Math.min(falseAlarm, missed) >= LEAST && Math.max(falseAlarm, missed) <= 0.5 && most > 0)) {
                throw new IllegalArgumentException(
                        "falseAlarm(%s), missed(%s), most(%s): a chance from %s to 0.5 is needed, and at least one trial"
                                .formatted(falseAlarm, missed, most, LEAST));
            }
        }

        /** Returns whether to look at the evidence after so many trials: each of the first 64, then every 1.5 to 3 %. */
        boolean isDue(int trials) {
            int step = Math.max(1, Integer.highestOneBit(trials) / LOOKS_PER_DOUBLING);
            return trials % step == 0 || trials == most;
        }
    }

    abstract S with(Limits limits);

    /**
     * Returns a copy with the given limit for the chance of a false alarm: that a true claim is refuted. The limit applies
     * to all looks at the trials together. The default is 1e-9. A claim that fails as undecided is not a false alarm.
     *
     * @throws IllegalArgumentException if {@code level} is not between 1e-100 and 0.5
     */
    public S falseAlarm(double level) {
        return with(new Limits(level, limits.missed(), limits.most()));
    }

    /**
     * Returns a copy with the given limit for the chance that a claim passes although it is wrong by the margin or more.
     * The default is 1e-9.
     *
     * @throws IllegalArgumentException if {@code level} is not between 1e-100 and 0.5
     */
    public S missed(double level) {
        return with(new Limits(limits.falseAlarm(), level, limits.most()));
    }

    /**
     * Returns a copy that fails as undecided after the given number of trials. The default is 100,000.
     *
     * @throws IllegalArgumentException if {@code trials} is not positive
     */
    public S most(int trials) {
        return with(new Limits(limits.falseAlarm(), limits.missed(), trials));
    }
}
