package dev.seeded.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a suite costs with Seeded, as a ratio to the same suite in plain Jupiter. Two JVMs, one with the agent, wait for
 * orders; each round runs all variants once, in an order of its own, and compares each with the plain suite of the same
 * round. CPU time of the thread that runs the tests is compared, which other work on the machine disturbs least.
 */
final class SuiteBenchmark {

    private static final int WARM_UP_ROUNDS = 4;

    private SuiteBenchmark() {}

    /**
     * Takes the number of rounds, and optionally names of variants. If the system property {@code seeded.jar} names
     * another build of the jar, {@linkplain JarComparison the two are compared} instead.
     */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        List<Variant> variants =
                Arrays.stream(arguments).skip(1).map(Variant::valueOf).toList();
        System.out.printf(
                "Java %s, JUnit %s, %d processors, %d rounds%n",
                System.getProperty("java.runtime.version"),
                org.junit.jupiter.engine.JupiterTestEngine.class.getPackage().getImplementationVersion(),
                Runtime.getRuntime().availableProcessors(),
                rounds);
        String otherJar = System.getProperty("seeded.jar", "");
        if (otherJar.isEmpty()) {
            compareWithPlainJupiter(variants.isEmpty() ? List.of(Variant.values()) : variants, rounds);
        } else {
            new JarComparison(Path.of(otherJar), Worker.ownJar(), rounds).run(variants);
        }
    }

    private static void compareWithPlainJupiter(List<Variant> variants, int rounds) throws IOException {
        List<Variant> once =
                variants.stream().filter(variant -> !variant.isExplored()).toList();
        run("10,000 test methods in 100 classes", once, rounds, 100, 100, 1);
        run("@RepeatedTest(100_000)", variants, Math.min(rounds, Math.max(3, rounds / 3)), 1, 1, 100_000);
        List<Variant> scaled = List.of(Variant.PLAIN, Variant.PARAMETER, Variant.EXPLORED);
        run("@RepeatedTest(10_000)", scaled, rounds, 1, 1, 10_000);
        run("@RepeatedTest(1_000)", scaled, 10 * rounds, 1, 1, 1_000);
    }

    private static void run(String title, List<Variant> variants, int rounds, int classes, int methods, int repetitions)
            throws IOException {
        try (Suite suite = Suite.compile(variants, classes, methods, repetitions);
                Worker plain = Worker.start(suite, Worker.ownJar());
                Worker withAgent = Worker.startWithAgent(suite, Worker.ownJar())) {
            Map<Variant, List<Sample>> inPlain = new EnumMap<>(Variant.class);
            Map<Variant, List<Sample>> inAgent = new EnumMap<>(Variant.class);
            Random order = new Random(42);
            for (int round = -Math.min(WARM_UP_ROUNDS, rounds); round < rounds; round++) {
                List<Runnable> steps = new ArrayList<>();
                boolean counts = round >= 0;
                for (Variant variant : variants) {
                    if (!variant.needsAgent()) {
                        steps.add(() -> record(inPlain, variant, plain.run(variant), counts));
                    }
                    if (variant.isWorthTheAgent()) {
                        steps.add(() -> record(inAgent, variant, withAgent.run(variant), counts));
                    }
                }
                Collections.shuffle(steps, order);
                steps.forEach(Runnable::run);
            }
            System.out.printf("%n%s%n%n", title);
            System.out.println(
                    "| variant | time | µs a test | discovery | bytes a test | bytes held a test | heap after, KB |");
            System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
            List<Sample> base = inPlain.get(Variant.PLAIN);
            inPlain.forEach((variant, samples) -> print(variant.title(), samples, base));
            inAgent.forEach((variant, samples) -> print("with the agent: " + variant.title(), samples, base));
        }
    }

    private static void record(Map<Variant, List<Sample>> all, Variant variant, Sample sample, boolean counts) {
        List<Sample> samples = all.computeIfAbsent(variant, unused -> new ArrayList<>());
        if (counts) {
            samples.add(sample);
        }
    }

    private static void print(String title, List<Sample> samples, List<Sample> base) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %.2f | %+.0f | %+.0f | %+.0f |%n",
                title,
                ratio(samples, base, Sample::execution),
                median(samples, Sample::execution) / 1000,
                ratio(samples, base, Sample::discovery).median(),
                median(samples, Sample::allocated) - (samples == base ? 0 : median(base, Sample::allocated)),
                median(samples, Sample::held) - (samples == base ? 0 : median(base, Sample::held)),
                (samples.get(samples.size() - 1).left() - samples.get(0).left()) / 1024.0);
    }

    private static Estimate ratio(List<Sample> samples, List<Sample> base, ToDoubleFunction<Sample> value) {
        return Estimate.of(IntStream.range(0, samples.size())
                .mapToDouble(round -> value.applyAsDouble(samples.get(round)) / value.applyAsDouble(base.get(round)))
                .toArray());
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return Estimate.of(samples.stream().mapToDouble(value).toArray()).median();
    }
}
