package dev.seeded.chance;

import dev.seeded.chance.Claim.Subject;
import java.util.function.IntToDoubleFunction;

/**
 * The claims about the mean of bounded values, of which a chance is the case of 0 and 1.
 *
 * @param <S> the type of who makes them
 */
abstract class BoundedMean<S> extends Stopping<S> {

    final IntToDoubleFunction trials;
    final Subject subject;

    BoundedMean(IntToDoubleFunction trials, Subject subject, Limits limits) {
        super(limits);
        this.trials = trials;
        this.subject = subject;
    }

    /**
     * Claims that it is {@code least} or more, and passes as soon as {@code least - margin} or less is refuted.
     *
     * @param margin how much less may pass: more than 0, and so little that there is something that may not
     * @return the number of trials that it took
     * @throws AssertionError if the claim is refuted, or undecided after the most trials; an {@code AssertionFailedError}
     *     where OpenTest4J is on the class path, as with JUnit
     * @throws IllegalArgumentException if no trial could refute the claim, or none confirm it
     */
    public int isAtLeast(double least, double margin) {
        return check("at least " + Text.plain(least), least, subject.high(), margin);
    }

    /**
     * Claims that it is {@code most} or less, and passes as soon as {@code most + margin} or more is refuted.
     *
     * @param margin how much more may pass
     * @return the number of trials that it took; fails as {@link #isAtLeast(double, double)} does
     */
    public int isAtMost(double most, double margin) {
        return check("at most " + Text.plain(most), subject.low(), most, margin);
    }

    /**
     * Claims that it lies between {@code least} and {@code most}, which may be equal.
     *
     * @param margin how much less or more may pass
     * @return the number of trials that it took; fails as {@link #isAtLeast(double, double)} does
     */
    public int isBetween(double least, double most, double margin) {
        return check("between " + Text.plain(least) + " and " + Text.plain(most), least, most, margin);
    }

    private int check(String text, double from, double to, double margin) {
        return new Claim(subject, text, from, to, margin, limits, 1).check(trials);
    }
}
