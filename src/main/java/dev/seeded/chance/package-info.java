/**
 * Claims about chance, for code that is random on purpose: {@link dev.seeded.chance.Chance} of an event, {@link
 * dev.seeded.chance.Mean} of bounded values, {@link dev.seeded.chance.Outcomes} of a distribution. None needs JUnit.
 *
 * <h2>What a claim does</h2>
 *
 * <p>A t-test takes a number of trials that you chose before, and you may look at them once. A claim looks again and again,
 * and stops as soon as it knows. It has two hypotheses, {@code isAtLeast(0.9, 0.02)} say: that the chance is 0.9 or more, and
 * that it is 0.88 or less. If the trials refute the first, the claim fails; if they refute the second, it passes. One of the
 * two is false, and so refuted some time. If both are, because the chance lies within the margin, either may be refuted first.
 * Within {@code falseAlarm} a true claim is not refuted; within {@code missed} one does not pass that is false by the margin.
 *
 * <h2>How</h2>
 *
 * <p>Not by p-values, which are wrong if one stops when they are small. A gambler starts with 1 and bets against a hypothesis
 * before each trial, at odds that would be fair if it were true. Then, whenever he stops, he has a thousandfold with a chance
 * of at most 1/1000. What he has is the evidence, which refutes at 1/{@code falseAlarm} or 1/{@code missed}. With two values,
 * it is a likelihood ratio, and half of his money bets as in Wald's test, which takes the fewest trials of all; the rest is
 * for truths further off or closer, and for smaller variances. A mean that is claimed to lie between two has a gambler for
 * each, with half of the false alarms; so have the outcomes of a distribution, with a part for each.
 *
 * <p>The intervals in messages hold at all times, too: each end is what such evidence does not refute. That of a claim that
 * is undecided has the certainty of {@code falseAlarm}, the others 95 %.
 *
 * <p>What an undecided claim advises is meant for another run, whose trials differ. The margin is one with which this run would
 * have decided if its mean were worse by 2.5 standard deviations of the difference of two runs. The trials are those that the
 * middle of the margin takes, where both hypotheses are refuted the latest, with this run's variance.
 *
 * <p>Two sources are compared in pairs, one outcome of each. If an outcome comes from the first only, that is 1, from the second
 * only −1, else 0, with a mean of 0 if the sources are the same. So it is for a set of outcomes that is chosen before each pair:
 * those which the first source has led so far. This finds what no outcome shows alone. The chance of outcomes that never came falls
 * with each that comes, and so has a gambler of its own: it must be refuted that it is 0.05, or the margin, still.
 *
 * <h2>What trials must be</h2>
 *
 * <p>Given all trials before, the next must have the chance or the mean that is claimed. Independent trials of the same thing
 * do. Trials that share a trained model, a cache or a shuffled list do not: then the claim is about this model only.
 *
 * <h2>Sources</h2>
 *
 * <ul>
 *   <li>J. Ville, <em>Étude critique de la notion de collectif</em>, 1939: whatever he bets, the chance of a thousandfold
 *   <li>A. Wald, <em>Sequential tests of statistical hypotheses</em>, Annals of Mathematical Statistics 16 (1945), 117–186
 *   <li>H. Robbins, <em>Statistical methods related to the law of the iterated logarithm</em>, Annals of Mathematical Statistics
 *       41 (1970), 1397–1409: mixtures of bets, and intervals that hold at all times
 *   <li>I. Waudby-Smith and A. Ramdas, <em>Estimating means of bounded random variables by betting</em>, Journal of the Royal
 *       Statistical Society B 86 (2024), 1–27: bets on means
 * </ul>
 *
 * @since 0.1.0
 */
@NullMarked
package dev.seeded.chance;

import org.jspecify.annotations.NullMarked;
