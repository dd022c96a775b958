package dev.seeded.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a JVM takes from its start to the end of one test. Each round starts one JVM for each way, in an order of its own, and
 * compares each with that of plain Jupiter of the same round.
 */
final class StartBenchmark {

    /** A test, and what the class path has. */
    private enum Way {
        PLAIN("plain Jupiter", Variant.PLAIN, false, false),
        UNUSED("Seeded's jar on the class path, not used", Variant.PLAIN, true, false),
        SMALLEST("the smallest extension", Variant.SMALLEST, false, false),
        INSTANCIO("Instancio's extension", Variant.INSTANCIO, false, false),
        SEEDED("a @Seeded class, a Random parameter", Variant.PARAMETER, true, false),
        AGENT("Seeded's agent, not used", Variant.PLAIN, true, true);

        private final String title;
        private final Variant variant;
        private final boolean hasJar;
        private final boolean hasAgent;

        Way(String title, Variant variant, boolean hasJar, boolean hasAgent) {
            this.title = title;
            this.variant = variant;
            this.hasJar = hasJar;
            this.hasAgent = hasAgent;
        }
    }

    private record Start(double cpuMillis, double millis, double classes) {}

    private StartBenchmark() {}

    /** Takes the number of rounds. */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        Map<Way, List<Start>> all = new EnumMap<>(Way.class);
        List<Way> ways = new ArrayList<>(List.of(Way.values()));
        Random order = new Random(42);
        try (Suite suite = Suite.compile(
                List.of(Variant.PLAIN, Variant.SMALLEST, Variant.INSTANCIO, Variant.PARAMETER), 1, 1, 1)) {
            for (int round = -2; round < rounds; round++) {
                Collections.shuffle(ways, order);
                for (Way way : ways) {
                    Start start = start(way, suite.folder());
                    if (round >= 0) {
                        all.computeIfAbsent(way, unused -> new ArrayList<>()).add(start);
                    }
                }
            }
        }
        System.out.printf("Java %s, %d rounds%n%n", System.getProperty("java.runtime.version"), rounds);
        System.out.println("| JVM to the end of one test | CPU | ms of CPU more | ms more | classes more |");
        System.out.println("| --- | --- | --- | --- | --- |");
        all.forEach((way, starts) -> print(way.title, starts, all.getOrDefault(Way.PLAIN, List.of())));
    }

    private static void print(String title, List<Start> starts, List<Start> base) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %+.0f | %+.0f | %+.0f |%n",
                title,
                Estimate.of(IntStream.range(0, starts.size())
                        .mapToDouble(round ->
                                starts.get(round).cpuMillis() / base.get(round).cpuMillis())
                        .toArray()),
                more(starts, base, Start::cpuMillis),
                more(starts, base, Start::millis),
                more(starts, base, Start::classes));
    }

    private static double more(List<Start> starts, List<Start> base, ToDoubleFunction<Start> value) {
        return Estimate.of(IntStream.range(0, starts.size())
                        .mapToDouble(
                                round -> value.applyAsDouble(starts.get(round)) - value.applyAsDouble(base.get(round)))
                        .toArray())
                .median();
    }

    private static Start start(Way way, Path tests) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (way.hasAgent) {
            command.add("-javaagent:" + Worker.ownJar());
        }
        command.addAll(List.of("-cp", classPath(way) + File.pathSeparator + tests));
        command.addAll(List.of(Starter.class.getName(), way.variant.className(0)));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        double millis = (System.nanoTime() - begin) / 1e6;
        String[] counted = answer.split(" ", -1);
        if (counted.length != 2) {
            throw new IllegalStateException(way + " failed: " + answer);
        }
        return new Start(Double.parseDouble(counted[0]) / 1e6, millis, Double.parseDouble(counted[1]));
    }

    private static String classPath(Way way) {
        Path own = Worker.ownJar();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> way.hasJar || !Path.of(entry).equals(own))
                .filter(entry -> way == Way.INSTANCIO || !entry.contains("instancio"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
