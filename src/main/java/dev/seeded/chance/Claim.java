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
 * within is, and confirmed as soon as every mean is that is outside by the margin or more.
 */
final class Claim {

    private static final int BINS_PER_MARGIN = 32;
    private static final int MOST_MARGINS = 1 << 15;
    private static final int LOOKS_PER_DOUBLING = 32;
    private static final double FURTHER = 1_000;
    private static final int STEPS = 50;
    private static final double INFORMATIVE = 2 / 0.05;
    private static final double ROUNDING = 1e-12;

    /** What the mean is of: values, or {@code integers} only, from {@code low} to {@code high}. */
    record Subject(String name, double low, double high, boolean integers) {}

    private final Subject subject;
    private final String text;
    private final double margin;
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
        double margins = (high - low) / margin;
        require(from >= low && to <= high && from <= to, "what is claimed must lie between " + low + " and " + high);
        require(from > low || to < high, "that is always so, and no trial can refute it");
        require(margin > 0, "a margin above 0 is needed, as no number of trials tells true from hardly false");
        require(subject.integers || margins <= MOST_MARGINS, "the margin is too small for bounds so far apart");
        if (from > low) {
            sides.add(new Side(-1, from, low));
        }
        if (to < high) {
            sides.add(new Side(1, to, high));
        }
        refutes = sides.size() / (limits.falseAlarm() * share);
        int bins = (int) (subject.integers ? high - low : Math.ceil(BINS_PER_MARGIN * margins));
        tally = new Tally(low, high, bins, subject.integers);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(
                    "a " + subject.name + " of " + text + " with a margin of " + margin + ": " + otherwise);
        }
    }

    /** One end of the claimed interval. */
    private final class Side {

        private final int outward;
        private final double end;
        private final double extreme;
        private boolean confirmed;

        Side(int outward, double end, double extreme) {
            this.outward = outward;
            this.end = end;
            this.extreme = extreme;
            confirmed = !canFail(margin);
        }

        /** Returns whether there is anything outside by a margin. */
        boolean canFail(double margin) {
            return margin <= Math.abs(extreme - end) * (1 + ROUNDING);
        }

        double against(double times) {
            return tally.against(outward, end, margin, times);
        }

        /** Returns the evidence against what is outside by a margin. */
        double confirming(double margin, double times) {
            double beyond = margin < Math.abs(extreme - end) ? end + outward * margin : extreme;
            return tally.against(-outward, beyond, margin, times);
        }
    }

    /** Returns whether to look at the evidence after so many trials: each of the first 64, then every 1.5 to 3 %. */
    boolean isDue(int trials) {
        int step = Math.max(1, Integer.highestOneBit(trials) / LOOKS_PER_DOUBLING);
        return trials % step == 0 || trials == limits.most();
    }

    void add(double value) {
        tally.add(value, 1);
    }

    /**
     * Returns whether the trials confirm the claim. What is confirmed once remains so.
     *
     * @param trials how many there were; those that were not added had the value 0
     * @throws AssertionError if they refute it
     */
    boolean isConfirmed(int trials) {
        if (trials > tally.trials()) {
            tally.add(0, trials - tally.trials());
        }
        if (against(1) >= refutes) {
            throw Text.failure("the " + subject.name + " is not " + text + ": "
                    + Text.rounded(tally.mean(), margin, RoundingMode.HALF_EVEN)
                    + " in " + Text.trials(trials) + ", between " + between(INFORMATIVE) + " (95 % interval)"
                    + evidence("the claim", against(1), refutes));
        }
        sides.forEach(side -> side.confirmed |= side.confirming(margin, 1) >= 1 / limits.missed());
        return isConfirmed();
    }

    /** Returns whether they would with another margin, or if they were so many times as many. */
    private boolean isConfirmed(double margin, double times) {
        return sides.stream().allMatch(side -> side.confirmed || side.confirming(margin, times) >= 1 / limits.missed());
    }

    private boolean canFail(double margin) {
        return sides.stream().allMatch(side -> side.canFail(margin));
    }

    boolean isConfirmed() {
        return sides.stream().allMatch(side -> side.confirmed);
    }

    private double against(double times) {
        return Collections.max(sides.stream().map(side -> side.against(times)).toList());
    }

    private double confirming() {
        return Collections.min(
                sides.stream().map(side -> side.confirming(margin, 1)).toList());
    }

    /**
     * Draws trials until the claim is confirmed, and returns their number.
     *
     * @param trials gives the value of each, from number 0 on
     * @throws AssertionError if they refute it, or leave it undecided
     */
    int check(IntToDoubleFunction trials) {
        require(canFail(margin), "the margin is so large that nothing outside of it is left to refute");
        for (int number = 1; number <= limits.most(); number++) {
            add(trials.applyAsDouble(number - 1));
            if (isDue(number) && isConfirmed(number)) {
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
        double trials = worst.sufficientTrials();
        List<String> help = new ArrayList<>();
        if (Double.isFinite(margin)) {
            help.add("a margin of " + Text.plain(margin) + " would do");
        }
        if (Double.isFinite(trials)) {
            help.add("about " + Text.trials(trials) + (help.isEmpty() ? " would do" : ""));
        }
        return Text.failure("undecided whether the " + worst.subject.name + " is " + worst.text + ": between "
                + worst.between(worst.refutes) + " after " + Text.trials(worst.tally.trials())
                + (help.isEmpty() ? "" : "; " + String.join(", or ", help))
                + evidence("the claim", worst.against(1), worst.refutes)
                + evidence("all beyond the margin", worst.confirming(), 1 / worst.limits.missed()));
    }

    private static String evidence(String against, double evidence, double needed) {
        return "\n  evidence against " + against + ": " + Text.odds(evidence) + ", refuted from " + Text.odds(needed);
    }

    /** Returns the means that so much evidence for each end does not refute. */
    private String between(double evidence) {
        return Text.rounded(unrefuted(1, subject.low, evidence), margin, RoundingMode.FLOOR) + " and "
                + Text.rounded(unrefuted(-1, subject.high, evidence), margin, RoundingMode.CEILING);
    }

    private double unrefuted(int direction, double extreme, double evidence) {
        return first(extreme, tally.mean(), mean -> tally.against(direction, mean, margin, 1) < evidence);
    }

    /** Returns the least margin, of two digits, with which these trials would have confirmed the claim, or infinity. */
    private double sufficientMargin() {
        double least = Text.roundedUp(first(margin, subject.high - subject.low, wider -> isConfirmed(wider, 1)));
        return canFail(least) && isConfirmed(least, 1) ? least : Double.POSITIVE_INFINITY;
    }

    /** Returns the number of trials, of two digits, that decide if they go on as they did, or infinity. */
    private double sufficientTrials() {
        DoublePredicate suffice = times -> isConfirmed(margin, times) || against(times) >= refutes;
        double times = first(1, FURTHER, suffice);
        return suffice.test(times) ? Text.roundedUp(times * tally.trials()) : Double.POSITIVE_INFINITY;
    }

    /** Returns from where on a condition holds, going from one number to another: the latter if it does not before. */
    private static double first(double from, double to, DoublePredicate condition) {
        double no = from;
        double yes = condition.test(from) ? from : to;
        for (int step = 0; step < STEPS; step++) {
            double middle = (no + yes) / 2;
            if (condition.test(middle)) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return yes;
    }
}
