package dev.seeded.explore;

import dev.seeded.Seeded;
import dev.seeded.internal.seed.Derivation;
import dev.seeded.testing.ErrorOutput;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Counts the verdicts on failures of a known cause and rate, and the 95 % intervals that contain that rate. Run it from the
 * project's folder after a build, with the number of trials of each kind: {@code java -cp <class path of the tests>
 * dev.seeded.explore.VerdictExperiment verdicts 100} or {@code rates 100}, and {@code State 0.95} for one
 * kind, or one kind and rate.
 */
final class VerdictExperiment {

    private static final List<Double> RATES = List.of(0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 1.0);
    private static final int RUNS = 50;
    private static final Pattern INTERVAL = Pattern.compile(
            "\\d+ runs, (?:none failed|\\d+ failed: [^(]*\\(95 % interval: ([\\d.]+) % to ([\\d.]+) %)");
    private static final Pattern VERDICT = Pattern.compile("verdict ([^:(]*[^:( ])");

    private VerdictExperiment() {}

    public static void main(String[] arguments) {
        boolean judges = arguments[0].equals("verdicts");
        int trials = Integer.parseInt(arguments[1]);
        Stream<Class<?>> types = Stream.of(SeededTestCase.class, UnseededTestCase.class, StateTestCase.class);
        for (Class<?> type : types.filter(
                        found -> found.getSimpleName().startsWith(arguments.length > 2 ? arguments[2] : ""))
                .toList()) {
            for (double rate : arguments.length > 3 ? List.of(Double.parseDouble(arguments[3])) : RATES) {
                System.setProperty("rate", Double.toString(rate));
                Map<String, Integer> counts = new TreeMap<>();
                for (int trial = 0; trial < trials; trial++) {
                    StateTestCase.poisoned = false;
                    counts.merge(judges ? verdict(type) : interval(type, 100 * rate), 1, Integer::sum);
                }
                System.out.println(type.getSimpleName() + " " + rate + " " + counts);
            }
        }
        System.exit(0);
    }

    /** Checks a test that fails with its first seed. */
    private static String verdict(Class<?> type) {
        UnseededTestCase.fails = true;
        String written = ErrorOutput.of(() -> explore(type, failing(type), Map.of("seed.check", "true")));
        Matcher verdict = VERDICT.matcher(written);
        if (Boolean.getBoolean("verbose")) {
            System.out.println(written);
        }
        return verdict.find() ? verdict.group(1) : written;
    }

    /** Runs a test with many seeds. */
    private static String interval(Class<?> type, double percent) {
        UnseededTestCase.fails = false;
        String written = ErrorOutput.of(() -> explore(
                type,
                ThreadLocalRandom.current().nextLong(1L << 53),
                Map.of("seed.runs", Integer.toString(RUNS), "seed.keepGoing", "true")));
        Matcher found = INTERVAL.matcher(written);
        if (!found.find()) {
            return written;
        }
        double lower = found.group(1) == null ? 0 : Double.parseDouble(found.group(1));
        // The upper bound of a test that never failed, one-sided: 1 - 0.05^(1/n).
        double upper =
                found.group(2) == null ? 100 * (1 - Math.pow(0.05, 1.0 / RUNS)) : Double.parseDouble(found.group(2));
        return percent < lower ? "too high" : percent > upper ? "too low" : "true";
    }

    private static void explore(Class<?> type, long seed, Map<String, String> settings) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(DiscoverySelectors.selectClass(type))
                            .configurationParameter("seed", Long.toString(seed))
                            .configurationParameter("seed.memory", "target/seeds-of-fixtures")
                            .configurationParameters(settings)
                            .build());
        }
    }

    /** Returns a run seed with which the test fails, if the seed decides; so that rare failures need no search. */
    private static long failing(Class<?> type) {
        long seed;
        do {
            seed = ThreadLocalRandom.current().nextLong(1L << 53);
        } while (type != UnseededTestCase.class && !SeededTestCase.fails(draw(type, seed)));
        return seed;
    }

    private static double draw(Class<?> type, long runSeed) {
        String identity = "/[class:" + type.getName() + "]/[method:fails(java.util.Random)]";
        return new Random(Derivation.testSeed(runSeed, identity)).nextDouble();
    }

    @Seeded
    static class SeededTestCase {

        @Test
        void fails(Random random) {
            if (fails(random.nextDouble())) {
                throw new AssertionError();
            }
        }

        static boolean fails(double drawn) {
            return drawn < Double.parseDouble(System.getProperty("rate", "0"));
        }
    }

    @Seeded
    static class UnseededTestCase {

        /** Whether the next run fails in any case, so that a rare failure need not be waited for. */
        private static boolean fails;

        @Test
        void fails(Random random) {
            boolean first = fails;
            fails = false;
            if (first || SeededTestCase.fails(ThreadLocalRandom.current().nextDouble())) {
                throw new AssertionError();
            }
        }
    }

    @Seeded
    static class StateTestCase {

        private static boolean poisoned;

        @Test
        void fails(Random random) {
            poisoned |= SeededTestCase.fails(random.nextDouble());
            if (poisoned) {
                throw new AssertionError();
            }
        }
    }
}
