package dev.seeded.chance;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.IntToDoubleFunction;

/**
 * The claim that a mean is within an interval, and what the trials so far say of it. It is refuted as soon as every mean
 * within is, and confirmed as soon as every mean is that is outside by the margin or more. Within, the bounds of values are 0
 * and 1.
 */
final class Claim {

    private static final double BINS = 8;
    private static final int MOST_MARGINS = 1 << 15;
    private static final int STEPS = 50;
    private static final double INFORMATIVE = 2 / 0.05;
    private static final double ROUNDING = 1e-12;

    /** Best growth is at least d² / (2 (variance + 2 d / 3)) for a mean at the distance d; a bet has at least 8/9 of it. */
    private static final double BEST = 2 * 9 / 8.0;

    private static final double SKEW = 2 / 3.0;

    /** So many standard deviations of the difference of two runs: one of 160 differs by more. */
    private static final double DOUBT = 2.5 * Math.sqrt(2);

    /** What the mean is of: values, or {@code integers} only, from {@code low} to {@code high}. */
    record Subject(String name, double low, double high, boolean integers) {

        double range() {
            return high - low;
        }

        double share(double value) {
            // A sum with 0 is not -0.0.
            return (value - low) / range() + 0.0;
        }

        double value(double share) {
            return Math.min(high, low + range() * share);
        }

        /** Returns the beginning of a sentence that goes on with what the mean is instead. */
        String isNot(String text) {
            return isDifference()
                    ? "the " + name.replaceFirst("^difference of the ", "") + " differ by "
                    : "the " + name + " is not " + text + ": ";
        }

        private boolean isDifference() {
            return integers && low < 0;
        }
    }

    private final Subject subject;
    private final String text;
    private final double margin;
    private final double unit;
    private final Stopping.Limits limits;
    private final List<Side> sides = new ArrayList<>();
    private final double refutes;
    private final Tally tally;

    /**
     * Makes a claim.
     *
     * @param text what it says of the mean: {@code at least 0.3}
     * @param from the least mean that is claimed; the subject's least value if there is none
     * @param to the greatest mean that is claimed; the subject's greatest value if there is none
     * @param share the part of all false alarms that this claim may give
     */
    Claim(Subject subject, String text, double from, double to, double margin, Stopping.Limits limits, double share) {
        this.subject = subject;
        this.text = text;
        this.margin = margin;
        this.limits = limits;
        double low = subject.low;
        double high = subject.high;
        require(margin > 0, "a margin above 0 is needed, because without one, no number of trials is enough");
        require(
                low <= Math.min(from, to) && Math.max(from, to) <= high,
                "the claim must be between " + Text.plain(low) + " and " + Text.plain(high));
        require(from <= to, "the first must not be greater than the second");
        require(from > low || to < high, "that is always so, and no trial can refute it");
        unit = margin / subject.range();
        require(subject.integers || unit * MOST_MARGINS >= 1, "the margin is too small for bounds so far apart");
        if (from > low) {
            sides.add(new Side(-1, subject.share(from)));
        }
        if (to < high) {
            sides.add(new Side(1, subject.share(to)));
        }
        refutes = sides.size() / (limits.falseAlarm() * share);
        // So narrow that they add to the variance less than matters beside the trials that a margin takes anyway.
        tally = new Tally((int) (subject.integers ? subject.range() : Math.ceil(BINS / Math.sqrt(unit))));
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(
                    "a " + subject.name + " of " + text + " with a margin of " + Text.plain(margin) + ": " + otherwise);
        }
    }

    /** One end of the claimed interval. */
    private final class Side {

        private final int outward;
        private final double end;
        private boolean confirmed;

        Side(int outward, double end) {
            this.outward = outward;
            this.end = end;
            confirmed = !canFail(unit);
        }

        /** Returns whether there is anything outside by a margin. */
        boolean canFail(double margin) {
            return margin <= room() * (1 + ROUNDING);
        }

        private double room() {
            return outward > 0 ? 1 - end : end;
        }

        double against() {
            return tally.against(outward, end, unit);
        }

        /** Returns the evidence against what is outside by the margin. */
        double confirming() {
            return tally.against(-outward, beyond(), unit);
        }

        private double beyond() {
            return end + outward * Math.min(unit, room());
        }

        boolean isRefuted() {
            return tally.reaches(refutes, outward, end, unit);
        }

        void confirm() {
            confirmed = confirmed || tally.reaches(1 / limits.missed(), -outward, beyond(), unit);
        }
    }

    void add(double value) {
        tally.add(subject.share(value), 1);
    }

    /** Returns whether the greatest value came more often than the least. */
    boolean leans() {
        return tally.leans();
    }

    /**
     * Returns whether the trials confirm the claim. What is confirmed once remains so.
     *
     * @param trials how many there were; those that were not added had the value 0
     * @throws AssertionError if they refute it
     */
    boolean isConfirmed(int trials) {
        if (trials > tally.trials()) {
            tally.add(subject.share(0), trials - tally.trials());
        }
        if (sides.stream().anyMatch(Side::isRefuted)) {
            throw Text.failure(subject.isNot(text)
                    + rounded(tally.mean(), RoundingMode.HALF_EVEN)
                    + " in " + Text.trials(trials) + ", between " + between(INFORMATIVE) + " (95 % interval)"
                    + evidence("the claim", against(), refutes));
        }
        sides.forEach(Side::confirm);
        return isConfirmed();
    }

    boolean isConfirmed() {
        return sides.stream().allMatch(side -> side.confirmed);
    }

    private boolean canFail(double margin) {
        return sides.stream().allMatch(side -> side.canFail(margin));
    }

    private double against() {
        return Collections.max(sides.stream().map(Side::against).toList());
    }

    private double confirming() {
        return Collections.min(sides.stream().map(Side::confirming).toList());
    }

    /**
     * Draws trials until the claim is confirmed, and returns their number.
     *
     * @param trials gives the value of each, from number 0 on
     * @throws AssertionError if they refute it, or leave it undecided
     */
    int check(IntToDoubleFunction trials) {
        require(canFail(unit), "the margin is so large that nothing outside of it is left to refute");
        for (int number = 1; number <= limits.most(); number++) {
            add(trials.applyAsDouble(number - 1));
            if (limits.isDue(number) && isConfirmed(number)) {
                return number;
            }
        }
        throw undecided(List.of(this));
    }

    /** Reports the one of some claims that is the furthest from a decision, and what would decide all. */
    static AssertionError undecided(Collection<Claim> claims) {
        List<Claim> open = claims.stream().filter(claim -> !claim.isConfirmed()).toList();
        Claim worst = Collections.max(open, Comparator.comparingDouble(Claim::sufficientTrials));
        double margin =
                Collections.max(open.stream().map(Claim::sufficientMargin).toList());
        double trials = Text.roundedUp(worst.sufficientTrials());
        List<String> help = new ArrayList<>();
        if (Double.isFinite(margin)) {
            help.add("a margin of " + Text.plain(margin));
        }
        if (trials <= Integer.MAX_VALUE) {
            help.add(Text.trials(trials));
        }
        return Text.failure("undecided whether the " + worst.subject.name + " is " + worst.text + ": between "
                + worst.between(worst.refutes) + " after " + Text.trials(worst.tally.trials())
                + (help.isEmpty() ? "" : "; " + String.join(" or ", help) + " would be enough")
                + evidence("the claim", worst.against(), worst.refutes)
                + evidence("all beyond the margin", worst.confirming(), 1 / worst.limits.missed()));
    }

    private static String evidence(String against, double evidence, double needed) {
        return "\n  evidence against " + against + ": " + Text.odds(evidence) + "; " + Text.odds(needed)
                + " is enough to refute it";
    }

    /** Returns the means that so much evidence for each end does not refute. */
    private String between(double evidence) {
        return rounded(unrefuted(1, 0, evidence), RoundingMode.FLOOR) + " and "
                + rounded(unrefuted(-1, 1, evidence), RoundingMode.CEILING);
    }

    private String rounded(double share, RoundingMode mode) {
        return Text.rounded(subject.value(share), margin, mode);
    }

    /** Returns the first mean that so much evidence does not refute, on the way from an extreme one to that of the trials. */
    private double unrefuted(int direction, double extreme, double evidence) {
        DoublePredicate isOpen = mean -> tally.against(direction, mean, unit) < evidence;
        double no = extreme;
        double yes = isOpen.test(extreme) ? extreme : tally.mean();
        for (int step = 0; step < STEPS; step++) {
            double middle = (no + yes) / 2;
            if (isOpen.test(middle)) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return yes;
    }

    /** Returns the logarithm of the evidence that decides, whichever bet has it. */
    private double needed() {
        return BEST * Math.log(2 * Tally.bets(unit) * Math.max(refutes, 1 / limits.missed()));
    }

    /**
     * Returns a margin, of two digits, with which as many trials confirm the claim, or infinity: these would if their mean were
     * worse by what another run may differ.
     */
    private double sufficientMargin() {
        double linear = needed() * SKEW;
        double trials = tally.trials();
        double distance =
                (linear + Math.sqrt(linear * linear + 4 * trials * needed() * tally.variance())) / (2 * trials);
        double doubt = DOUBT * Math.sqrt(tally.variance() / trials);
        double excess = Collections.max(sides.stream()
                .map(side -> side.outward * (tally.mean() - side.end))
                .toList());
        double sufficient = Text.roundedUp((distance + doubt + excess) * subject.range());
        return canFail(sufficient / subject.range()) ? sufficient : Double.POSITIVE_INFINITY;
    }

    /** Returns the number of trials that decide even where that takes the longest: where the mean is in the middle of the margin. */
    private double sufficientTrials() {
        double half = unit / 2;
        return needed() * (tally.variance() + SKEW * half) / (half * half);
    }
}
