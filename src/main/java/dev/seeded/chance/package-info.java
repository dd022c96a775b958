/**
 * Tests of code that is random on purpose, by claims about a {@link dev.seeded.chance.Chance}, about the {@link
 * dev.seeded.chance.Mean} of bounded values, or about the {@link dev.seeded.chance.Outcomes} of a distribution. You can use
 * them without JUnit.
 *
 * <h2>What a claim does</h2>
 *
 * <p>For a t-test, you choose the number of trials beforehand, and you may look at the result once. A claim looks again and
 * again, and stops as soon as it knows. It has two hypotheses. For {@code isAtLeast(0.9, 0.02)}, they are that the chance
 * is 0.9 or more, and that it is 0.88 or less. If the trials refute the first, the claim fails. If they refute the second,
 * it passes. At least one of the two is false, so the trials refute it at some time. If the chance is within the margin,
 * both are false, and either may be refuted first. A true claim fails with a chance of at most {@code falseAlarm}. A claim
 * that is wrong by the margin passes with a chance of at most {@code missed}.
 *
 * <h2>How it decides</h2>
 *
 * <p>A claim does not use p-values. P-values are wrong if you stop as soon as they are small. Instead, imagine a gambler who starts
 * with 1 and bets against a hypothesis before each trial, at odds that are fair if the hypothesis is true. Whenever he
 * stops, the chance that he has a thousand or more is at most 1/1000. His money is the evidence against the hypothesis.
 * At 1/{@code falseAlarm} or 1/{@code missed}, the evidence refutes the hypothesis.
 *
 * <p>If there are only two values, the evidence is a likelihood ratio. The gambler bets half of his money as in Wald's
 * test, which takes the fewest trials of all tests. The other half is for truths that are further off or closer, and for
 * smaller variances. A claim that a mean is between two bounds has a gambler for each bound, and each gets half of the
 * false alarms. A claim about a distribution has a gambler for each outcome, and each gets a part of the false alarms.
 *
 * <p>The intervals in messages hold at all times, too: they contain what such evidence does not refute. If a claim is
 * undecided, its interval has the certainty of {@code falseAlarm}. All other intervals have 95 %.
 *
 * <p>The message of an undecided claim suggests a margin and a number of trials for a new run. The new run draws
 * other trials. With the suggested margin, this run would have decided even if its mean were worse by 2.5 standard
 * deviations of the difference between two runs. The suggested number of trials is enough for a mean in the middle of the
 * margin, with the variance of this run. A mean there takes the most trials.
 *
 * <p>Two sources are compared in pairs, with one outcome of each. For each outcome, a pair counts 1 if only the first
 * source gave it, −1 if only the second did, and 0 otherwise. The mean is 0 if the sources are the same. The claim compares
 * a set of outcomes in the same way: before each pair, it chooses those that the first source has given more often so far.
 * So it finds differences that no single outcome shows. The chance of the outcomes that have not come yet falls with each
 * new outcome. It has its own gambler, who must refute that it is still 0.05, or the margin.
 *
 * <h2>What trials must be</h2>
 *
 * <p>Whatever the earlier trials gave, the next trial must have the claimed chance or mean. Independent trials of the same
 * thing do. Trials that share a trained model, a cache or a shuffled list do not: such a claim is only about that model,
 * cache or list.
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
 * @since 0.1
 */
@NullMarked
package dev.seeded.chance;

import org.jspecify.annotations.NullMarked;
