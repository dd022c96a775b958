package dev.seeded.benchmark;

import dev.seeded.chance.Chance;
import dev.seeded.chance.Mean;
import dev.seeded.chance.Outcomes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Ten tests that were flaky, as their public issues tell, written as claims; what they test is rebuilt in small. */
final class FlakyClaims {

    private static final int HASHES = 247;

    private FlakyClaims() {}

    private static Map<String, ToIntFunction<Random>> claims() {
        Map<String, ToIntFunction<Random>> claims = new LinkedHashMap<>();
        claims.put(
                "grpc/grpc#23064: a split of 75 % and 25 %",
                r -> Outcomes.of(() -> r.nextInt(100) < 75 ? "one" : "other")
                        .margin(0.05)
                        .follow(Map.of("one", 0.75, "other", 0.25)));
        claims.put(
                "datafaker-net/datafaker#1623: weights 1, 2 and 3",
                r -> Outcomes.of(() -> Math.max(r.nextInt(6) < 3 ? 3 : 0, r.nextInt(3) < 2 ? 2 : 1))
                        .margin(0.05)
                        .follow(Map.of(1, 1 / 6.0, 2, 2 / 6.0, 3, 3 / 6.0)));
        claims.put(
                "twitter/algebird#500: the similarity by min-hashing is off by less than 0.1 in 99 %",
                r -> Chance.of(() -> Math.abs(minHashed(r) - 0.8) < 0.1).isAtLeast(0.99, 0.04));
        claims.put(
                "twitter/algebird#56: HyperLogLog of 6 bits is off by less than 0.325 in 95 %",
                r -> Chance.of(() -> Math.abs(hyperLogLog(r, 1_000) / 1_000 - 1) < 0.325)
                        .isAtLeast(0.95, 0.05));
        claims.put(
                "nunit/nunit#826: 8 of 10 random bytes are unique in 99 %",
                r -> Chance.of(() -> r.ints(10, 0, 256).distinct().count() >= 8).isAtLeast(0.99, 0.04));
        claims.put(
                "pytorch/pytorch#182229: the mean of what dropout leaves is 0.8",
                r -> Mean.of(() -> r.nextDouble() < 0.2 ? 0 : 0.8 / 0.8, 0, 1 / 0.8)
                        .isBetween(0.8, 0.8, 0.05));
        claims.put(
                "keras-team/keras#22311: dropout of 15 leaves none in 0.8^15",
                r -> Chance.of(() -> IntStream.range(0, 15).allMatch(unit -> r.nextDouble() < 0.8))
                        .isAtMost(Math.pow(0.8, 15), 0.02));
        claims.put(
                "dart-lang/sdk#28256: a coin is fair",
                r -> Chance.of(r::nextBoolean).isBetween(0.5, 0.5, 0.05));
        claims.put(
                "apache/mxnet#10277: a shuffle of three is uniform",
                r -> Outcomes.of(() -> shuffled(r)).areUniform(permutationsOfThree()));
        claims.put(
                "jvirkki/libbloom#7: a filter gives at most 10 % false positives",
                r -> Chance.of(() -> isFalsePositive(r)).isAtMost(0.12, 0.06));
        return claims;
    }

    static void run(int repetitions) {
        System.out.printf("Claims of tests that were flaky, %,d times each%n%n", repetitions);
        claims().forEach((name, claim) -> {
            Random random = new Random(42);
            int failures = 0;
            double[] trials = new double[repetitions];
            for (int repetition = 0; repetition < repetitions; repetition++) {
                try {
                    trials[repetition] = claim.applyAsInt(random);
                } catch (AssertionError failure) {
                    failures++;
                    System.out.println(failure.getMessage());
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-86s failures %d, median of trials %,.0f%n",
                    name,
                    failures,
                    Estimate.of(trials).median());
        });
    }

    /** Returns the share of min-hashes that two sets of 1,000 have in common, 8 of 10 elements of which are the same. */
    private static double minHashed(Random random) {
        int equal = 0;
        for (int hash = 0; hash < HASHES; hash++) {
            double common = least(random, 800);
            double one = Math.min(common, least(random, 100));
            double other = Math.min(common, least(random, 100));
            equal += one == other ? 1 : 0;
        }
        return (double) equal / HASHES;
    }

    /** Returns the least of so many hashes, each of which is uniform between 0 and 1. */
    private static double least(Random random, int hashes) {
        return 1 - Math.pow(1 - random.nextDouble(), 1.0 / hashes);
    }

    /** Returns the estimate of the number of elements by 64 registers. */
    private static double hyperLogLog(Random random, int elements) {
        int[] registers = new int[64];
        for (int element = 0; element < elements; element++) {
            long hash = random.nextLong();
            int register = (int) (hash & 63);
            registers[register] = Math.max(registers[register], Long.numberOfLeadingZeros(hash) + 1);
        }
        double sum = 0;
        for (int register : registers) {
            sum += Math.scalb(1.0, -register);
        }
        return 0.709 * 64 * 64 / sum;
    }

    private static List<Integer> shuffled(Random random) {
        List<Integer> cards = new ArrayList<>(List.of(0, 1, 2));
        Collections.shuffle(cards, random);
        return cards;
    }

    private static Set<List<Integer>> permutationsOfThree() {
        Set<List<Integer>> permutations = new HashSet<>();
        Random random = new Random(0);
        while (permutations.size() < 6) {
            permutations.add(shuffled(random));
        }
        return permutations;
    }

    /** Fills a filter of 61 bytes with 102 elements, as for 10 % false positives, and asks it for another. */
    private static boolean isFalsePositive(Random random) {
        BitSet filter = new BitSet(488);
        random.ints(4 * 102, 0, 488).forEach(filter::set);
        return random.ints(4, 0, 488).allMatch(filter::get);
    }
}
