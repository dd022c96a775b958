package dev.seeded.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a suite costs with one build of Seeded's jar, as a ratio to the same suite with another. Two JVMs with the same
 * jar differ by some percent, as each compiles in its own order, so every round starts a new pair of them. In it, each
 * variant runs a few times in both by turns; the median of these turns' ratios counts for the round. The plain suite, in
 * which no build has a part, is the control: its ratio is near one.
 *
 * @param before the build to compare with
 * @param after the build that is compared
 * @param rounds how many pairs of JVMs to start
 */
record JarComparison(Path before, Path after, int rounds) {

    private static final int WARM_UP_TURNS = 4;
    private static final int TURNS = 5;

    /** Takes the variants; if there are none, a few that show each part of what a test costs. */
    void run(List<Variant> chosen) throws IOException {
        List<Variant> variants = chosen.isEmpty()
                ? List.of(Variant.PLAIN, Variant.PARAMETER, Variant.FIELD, Variant.NOTHING, Variant.DETECTED)
                : chosen;
        System.out.printf("%nBefore: %s%nAfter:  %s%n", before, after);
        try (Suite methods = Suite.compile(variants, 100, 100, 1)) {
            compare("10,000 test methods in 100 classes", methods, variants);
        }
        try (Suite repetitions = Suite.compile(variants, 1, 1, 10_000)) {
            compare("@RepeatedTest(10_000)", repetitions, variants);
        }
    }

    private void compare(String title, Suite suite, List<Variant> variants) throws IOException {
        Map<Variant, List<Pair>> pairs = new EnumMap<>(Variant.class);
        Random order = new Random(42);
        for (int round = 0; round < rounds; round++) {
            for (boolean agent : new boolean[] {false, true}) {
                List<Variant> together = variants.stream()
                        .filter(variant -> variant.needsAgent() == agent)
                        .toList();
                if (!together.isEmpty()) {
                    round(suite, together, agent, order)
                            .forEach((variant, pair) -> pairs.computeIfAbsent(variant, unused -> new ArrayList<>())
                                    .add(pair));
                }
            }
        }
        System.out.printf("%n%s%n%n", title);
        System.out.println(
                "| variant | time, after to before | µs a test before | after | discovery | more bytes a test |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        pairs.forEach(JarComparison::print);
    }

    private static void print(Variant variant, List<Pair> pairs) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %s | %+.0f |%n",
                variant.title(),
                estimate(pairs, pair -> pair.ratio(Sample::execution)),
                estimate(pairs, pair -> pair.before(Sample::execution)).median() / 1000,
                estimate(pairs, pair -> pair.after(Sample::execution)).median() / 1000,
                estimate(pairs, pair -> pair.ratio(Sample::discovery)),
                estimate(pairs, pair -> pair.after(Sample::allocated) - pair.before(Sample::allocated))
                        .median());
    }

    private Map<Variant, Pair> round(Suite suite, List<Variant> variants, boolean agent, Random order)
            throws IOException {
        Map<Variant, Pair> pairs = new EnumMap<>(Variant.class);
        variants.forEach(variant -> pairs.put(variant, new Pair(new ArrayList<>(), new ArrayList<>())));
        try (Worker withBefore = start(suite, before, agent);
                Worker withAfter = start(suite, after, agent)) {
            for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
                List<Variant> shuffled = new ArrayList<>(variants);
                Collections.shuffle(shuffled, order);
                for (Variant variant : shuffled) {
                    boolean afterFirst = order.nextBoolean();
                    Sample one = (afterFirst ? withAfter : withBefore).run(variant);
                    Sample other = (afterFirst ? withBefore : withAfter).run(variant);
                    if (turn >= 0) {
                        pairs.get(variant).before.add(afterFirst ? other : one);
                        pairs.get(variant).after.add(afterFirst ? one : other);
                    }
                }
            }
        }
        return pairs;
    }

    private static Worker start(Suite suite, Path jar, boolean agent) throws IOException {
        return agent ? Worker.startWithAgent(suite, jar) : Worker.start(suite, jar);
    }

    private static Estimate estimate(List<Pair> pairs, ToDoubleFunction<Pair> value) {
        return Estimate.of(pairs.stream().mapToDouble(value).toArray());
    }

    /** What a pair of JVMs measured of one variant. */
    private record Pair(List<Sample> before, List<Sample> after) {

        /** Compares each turn by itself: what else the machine does then slows both. */
        double ratio(ToDoubleFunction<Sample> value) {
            return Estimate.of(IntStream.range(0, after.size())
                            .mapToDouble(turn ->
                                    value.applyAsDouble(after.get(turn)) / value.applyAsDouble(before.get(turn)))
                            .toArray())
                    .median();
        }

        double before(ToDoubleFunction<Sample> value) {
            return median(before, value);
        }

        double after(ToDoubleFunction<Sample> value) {
            return median(after, value);
        }

        private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
            return Estimate.of(samples.stream().mapToDouble(value).toArray()).median();
        }
    }
}
