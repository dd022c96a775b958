package dev.seeded;

import dev.seeded.internal.seed.Derivation;
import dev.seeded.testing.ErrorOutput;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Counts the verdicts on failures of a known cause and rate. Run it from the project's folder after a build, with the number
 * of trials of each kind: {@code java -cp <class path of the tests> dev.seeded.VerdictExperiment 100}.
 */
final class VerdictExperiment {

    private static final List<Double> RATES = List.of(0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 1.0);
    private static final Pattern VERDICT = Pattern.compile("verdict ([^:(]*[^:( ])");

    private VerdictExperiment() {}

    public static void main(String[] arguments) {
        int trials = Integer.parseInt(arguments[0]);
        for (Class<?> type : List.of(SeededTestCase.class, UnseededTestCase.class, StateTestCase.class)) {
            for (double rate : RATES) {
                System.setProperty("rate", Double.toString(rate));
                Map<String, Integer> counts = new TreeMap<>();
                for (int trial = 0; trial < trials; trial++) {
                    counts.merge(verdict(type), 1, Integer::sum);
                }
                System.out.println(type.getSimpleName() + " " + rate + " " + counts);
            }
        }
        System.exit(0);
    }

    /** Checks the test with one run seed after the other until it fails. */
    private static String verdict(Class<?> type) {
        while (true) {
            StateTestCase.poisoned = false;
            Matcher verdict = VERDICT.matcher(ErrorOutput.of(() -> check(type)));
            if (verdict.find()) {
                return verdict.group(1);
            }
        }
    }

    private static void check(Class<?> type) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(DiscoverySelectors.selectClass(type))
                            .configurationParameter("seed", Long.toString(failing(type)))
                            .configurationParameter("seed.check", "true")
                            .configurationParameter("seed.memory", "target/seeds-of-fixtures")
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

        @Test
        void fails(Random random) {
            if (SeededTestCase.fails(ThreadLocalRandom.current().nextDouble())) {
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
