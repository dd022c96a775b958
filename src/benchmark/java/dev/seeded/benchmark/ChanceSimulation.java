package dev.seeded.benchmark;

import dev.seeded.chance.Chance;
import dev.seeded.chance.Mean;
import dev.seeded.chance.Outcomes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * How often claims about chance are wrong, and how many trials they take: repeated with sources whose chances are known.
 *
 * <ul>
 *   <li>{@code alarms 1000000}: claims that are just true, at a level at which false alarms can be counted
 *   <li>{@code power 1001}: the median number of trials beside that of Wald's test of the same two chances, which no test with
 *       these errors beats on average
 *   <li>{@code flaky 10000}: claims that stand for {@linkplain FlakyClaims tests which were flaky}
 *   <li>{@code table 1001}: the table in the guide
 * </ul>
 */
public final class ChanceSimulation {

    private static final double LEVEL = 1e-3;
    private static final double DEFAULT_LEVEL = 1e-9;

    private final SplittableRandom random = new SplittableRandom(42);
    private final int repetitions;

    private ChanceSimulation(int repetitions) {
        this.repetitions = repetitions;
    }

    /** Runs the simulation that the first argument names, with so many repetitions as the second says. */
    public static void main(String[] arguments) {
        ChanceSimulation simulation = new ChanceSimulation(Integer.parseInt(arguments[1]));
        switch (arguments[0]) {
            case "alarms" -> simulation.alarms();
            case "power" -> simulation.power();
            case "flaky" -> FlakyClaims.run(simulation.repetitions);
            case "table" -> simulation.table();
            default -> throw new IllegalArgumentException(arguments[0] + ": alarms, power, flaky or table");
        }
    }

    private void alarms() {
        System.out.printf("False alarms at level %s%n%n", LEVEL);
        alarms(1, "chance 0.3 is at least 0.3, margin 0.1", r -> chance(r, 0.3).isAtLeast(0.3, 0.1));
        alarms(
                1,
                "chance 0.01 is at most 0.01, margin 0.02",
                r -> chance(r, 0.01).isAtMost(0.01, 0.02));
        alarms(
                1,
                "chance 0.5 is between 0.5 and 0.5, margin 0.1",
                r -> chance(r, 0.5).isBetween(0.5, 0.5, 0.1));
        alarms(
                10,
                "mean of uniform values is at least 0.5, margin 0.2",
                r -> mean(r::nextDouble, 1).isAtLeast(0.5, 0.2));
        alarms(
                10,
                "mean of rare values up to 2 is at most 0.1, margin 0.2",
                r -> mean(() -> r.nextInt(10) == 0 ? r.nextDouble() * 2 : 0, 2).isAtMost(0.1, 0.2));
        alarms(10, "six outcomes are uniform", r -> outcomes(() -> r.nextInt(6)).areUniform(List.of(0, 1, 2, 3, 4, 5)));
        alarms(
                10,
                "outcomes follow 0.9, 0.09, 0.01, margin 0.05",
                r -> outcomes(() -> skewed(r)).margin(0.05).follow(Map.of("none", 0.9, "book", 0.09, "car", 0.01)));
        alarms(
                10,
                "six outcomes follow as six others",
                r -> outcomes(() -> r.nextInt(6)).margin(0.1).followAs(() -> r.nextInt(6)));
    }

    /** Counts the false alarms of the repetitions, or of a part of them where a claim takes long. */
    private void alarms(int part, String claim, ToIntFunction<SplittableRandom> check) {
        int times = repetitions / part;
        int alarms = 0;
        int undecided = 0;
        for (int repetition = 0; repetition < times; repetition++) {
            try {
                check.applyAsInt(random.split());
            } catch (AssertionError failure) {
                if (failure.getMessage().startsWith("undecided")) {
                    undecided++;
                } else {
                    alarms++;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-56s %,d of %,d (%.4f %%), undecided %d%n",
                claim,
                alarms,
                times,
                100.0 * alarms / times,
                undecided);
    }

    private void power() {
        System.out.printf("Median numbers of trials beside Wald's, %,d repetitions%n%n", repetitions);
        double[][] cases = {{0.3, 0.02}, {0.5, 0.05}, {0.9, 0.02}, {0.9, 0.05}, {0.99, 0.01}, {0.05, 0.05}, {0.05, 0.02}
        };
        for (double[] pair : cases) {
            double claimed = pair[0];
            double beyond = Math.max(0, claimed - pair[1]);
            for (double truth : new double[] {claimed, beyond}) {
                double wald = median(r -> wald(r, truth, claimed, beyond));
                double chance = median(r -> trials(Chance.of(() -> r.nextDouble() < truth), claimed, pair[1]));
                double mean =
                        median(r -> trials(Mean.of(() -> r.nextDouble() < truth ? 1 : 0, 0, 1), claimed, pair[1]));
                System.out.printf(
                        Locale.ROOT,
                        "at least %-5s margin %-5s truth %-5.3f Wald %,8.0f  Chance %,8.0f (%.2f)  Mean %,8.0f (%.2f)%n",
                        claimed,
                        pair[1],
                        truth,
                        wald,
                        chance,
                        chance / wald,
                        mean,
                        mean / wald);
            }
        }
    }

    private void table() {
        System.out.println("| claim | margin | just true | just false | halfway | clearly true |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        double[][] cases = {{0.5, 0.1}, {0.5, 0.05}, {0.5, 0.02}, {0.9, 0.05}, {0.9, 0.02}, {0.99, 0.01}, {0.999, 0.001}
        };
        for (double[] pair : cases) {
            double[] truths = {pair[0], pair[0] - pair[1], pair[0] - pair[1] / 2, (pair[0] + 1) / 2};
            System.out.printf("| at least %s | %s |", pair[0], pair[1]);
            for (double truth : truths) {
                System.out.printf(
                        Locale.ROOT,
                        " %,.0f |",
                        median(r -> trials(Chance.of(() -> r.nextDouble() < truth), pair[0], pair[1])));
            }
            System.out.println();
        }
    }

    private double median(ToIntFunction<SplittableRandom> trials) {
        double[] numbers = new double[repetitions];
        Arrays.setAll(numbers, repetition -> trials.applyAsInt(random.split()));
        return Estimate.of(numbers).median();
    }

    /** Returns the number of trials until Wald's sequential probability ratio test decides, with both errors at their default. */
    private static int wald(SplittableRandom random, double truth, double one, double other) {
        double limit = Math.log((1 - DEFAULT_LEVEL) / DEFAULT_LEVEL);
        double success = Math.log(one / other);
        double failure = Math.log((1 - one) / (1 - other));
        double sum = 0;
        int trials = 0;
        while (Math.abs(sum) < limit) {
            sum += random.nextDouble() < truth ? success : failure;
            trials++;
        }
        return trials;
    }

    /** Returns the number of trials until the claim is decided, either way. */
    private static int trials(Chance chance, double least, double margin) {
        try {
            return chance.most(Integer.MAX_VALUE).isAtLeast(least, margin);
        } catch (AssertionError refuted) {
            return trialsIn(refuted);
        }
    }

    private static int trials(Mean mean, double least, double margin) {
        try {
            return mean.most(Integer.MAX_VALUE).isAtLeast(least, margin);
        } catch (AssertionError refuted) {
            return trialsIn(refuted);
        }
    }

    private static int trialsIn(AssertionError refuted) {
        return Integer.parseInt(refuted.getMessage()
                .replaceAll("(?s).* in ([\\d,]+) trials?,.*", "$1")
                .replace(",", ""));
    }

    private static Chance chance(SplittableRandom random, double chance) {
        return Chance.of(() -> random.nextDouble() < chance).falseAlarm(LEVEL).missed(LEVEL);
    }

    private static Mean mean(DoubleSupplier values, double high) {
        return Mean.of(values, 0, high).falseAlarm(LEVEL).missed(LEVEL);
    }

    private static <T> Outcomes<T> outcomes(Supplier<T> outcomes) {
        return Outcomes.of(outcomes).falseAlarm(LEVEL).missed(LEVEL);
    }

    private static String skewed(SplittableRandom random) {
        double draw = random.nextDouble();
        return draw < 0.9 ? "none" : draw < 0.99 ? "book" : "car";
    }
}
