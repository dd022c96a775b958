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
     * Claims that the chance or mean is {@code least} or more. The claim passes as soon as it can rule out that the value
     * is {@code least - margin} or less.
     *
     * @param margin how much less may pass: more than 0, and small enough that the claim can fail
     * @return the number of trials that the claim took
     * @throws AssertionError if the claim is refuted, or undecided after the most trials; an {@code AssertionFailedError}
     *     if OpenTest4J is on the class path, as with JUnit
     * @throws IllegalArgumentException if no trial could refute the claim, or no trial could confirm it
     */
    public int isAtLeast(double least, double margin) {
        return check("at least " + Text.plain(least), least, subject.high(), margin);
    }

    /**
     * Claims that the chance or mean is {@code most} or less. The claim passes as soon as it can rule out that the value
     * is {@code most + margin} or more.
     *
     * @param margin how much more may pass
     * @return the number of trials that the claim took; fails like {@link #isAtLeast(double, double)}
     */
    public int isAtMost(double most, double margin) {
        return check("at most " + Text.plain(most), subject.low(), most, margin);
    }

    /**
     * Claims that the chance or mean is between {@code least} and {@code most}, which may be equal.
     *
     * @param margin how much less or more may pass
     * @return the number of trials that the claim took; fails like {@link #isAtLeast(double, double)}
     */
    public int isBetween(double least, double most, double margin) {
        return check("between " + Text.plain(least) + " and " + Text.plain(most), least, most, margin);
    }

    private int check(String text, double from, double to, double margin) {
        return new Claim(subject, text, from, to, margin, limits, 1).check(trials);
    }
}
